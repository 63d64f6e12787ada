"""Ends a process at its n-th step of writing, as a power cut would; run as a program of its own.

A step is a commit, or a file opened for writing, renamed or removed. `python -m tests.stories.cuts
FOLDER NAME` plays the scene NAME again and again, each time one step further, and says how the vault was
found afterwards.
"""

import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest  # noqa: F401 - the cheap passphrase cost is refused elsewhere
import sqlalchemy as sa
from sqlalchemy import event

from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.services.vault import Person
from tests import builders

CUT, FAULT = 9, 7
MOST_STEPS = 80
OFFICER = frozenset({Role.SAFETY_OFFICER})
Scene = Callable[[Path], object]


class Cut:
    """Counts the steps of this process and ends it at one of them."""

    def __init__(self) -> None:
        self.at = 0
        self._steps = 0
        sys.addaudithook(self._heard)
        event.listen(sa.engine.Engine, "commit", lambda _: self._step())

    def _heard(self, name: str, args: tuple[object, ...]) -> None:
        if not self.at or "__pycache__" in str(args[:1]):
            return
        writes = isinstance(args[-1], int) and args[-1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if name in ("os.rename", "os.remove", "os.mkdir") or (name == "open" and writes):
            self._step()

    def _step(self) -> None:
        if self.at:
            self._steps += 1
            if self._steps == self.at:
                os._exit(CUT)


def create(folder: Path) -> None:
    """Make a programme."""
    person = Person("C. Rivers", *builders.COORDINATOR)
    builders.program(folder).create_site(folder / "site", SiteDetails("Harlow"), person).desk.lock()


def go_on_after_create(folder: Path) -> None:
    """Use the programme, or make it anew in the same place."""
    if not (folder / "site" / "slots.json").exists():
        create(folder)
    desk = builders.unlocked(folder)
    assert desk.me.name == "C. Rivers"
    assert desk.site.get().details.name == "Harlow"
    assert desk.sync.own_card().line
    assert not desk.restored


def reserve(folder: Path) -> str:
    """Reserve the safety officer's account."""
    desk = builders.unlocked(folder)
    return desk.staff.add("D. Avery", builders.OFFICER[0], OFFICER).first_code


def go_on_after_reserve(folder: Path) -> None:
    """Reserve it again if nobody is listed, and sign in with its code."""
    desk = builders.unlocked(folder)
    listed = len(desk.staff.list())
    desk.lock()
    if listed == 1:
        code = reserve(folder)
        hers = builders.first_sign_in(builders.program(folder), folder / "site", builders.OFFICER, code)
        assert hers.may_make_safety
        assert hers.me.name == "D. Avery"
    assert len(builders.unlocked(folder).staff.list()) == 2


def make_safety(folder: Path) -> None:
    """Make the officer's side."""
    builders.unlocked(folder, builders.OFFICER).make_safety()


def go_on_after_make_safety(folder: Path) -> None:
    """Open her side, or make it; a hand-over reaches her."""
    hers = builders.unlocked(folder, builders.OFFICER)
    if hers.may_make_safety:
        hers.make_safety()
    hers.lock()
    desk = builders.unlocked(folder)
    desk.referrals.refer(builders.person(), builders.referral(), builders.form("Jane"))
    desk.lock()
    again = builders.unlocked(folder, builders.OFFICER)
    assert again.safety is not None
    assert again.safety.open_envelope(again.safety.envelopes()[0].envelope_id).people[0].name == "Jane"


def _nothing(_: Path) -> None:
    """Stand before an empty folder."""


def _before_reserve(folder: Path) -> None:
    create(folder)


def _before_make_safety(folder: Path) -> None:
    create(folder)
    program, code = builders.program(folder), reserve(folder)
    builders.first_sign_in(program, folder / "site", builders.OFFICER, code).lock()


SCENES: dict[str, tuple[Scene, Scene, Scene]] = {
    "create": (_nothing, create, go_on_after_create),
    "reserve": (_before_reserve, reserve, go_on_after_reserve),
    "make_safety": (_before_make_safety, make_safety, go_on_after_make_safety),
}


def _in_a_process(scene: Scene, folder: Path, cut: Cut, at: int) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    cut.at = at
    try:
        scene(folder)
    except BaseException:
        traceback.print_exc()
        os._exit(FAULT)
    os._exit(0)


def main(folder: Path, name: str) -> None:
    """Play one scene to its end, one step further each time."""
    before, scene, go_on = SCENES[name]
    base, here = folder / "base", folder / "here"
    base.mkdir()
    before(base)
    cut = Cut()
    for at in range(1, MOST_STEPS):
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(base, here)
        ended = _in_a_process(scene, here, cut, at)
        found = _in_a_process(go_on, here, cut, 0)
        words = "cut" if ended == CUT else "whole" if ended == 0 else "fault"
        sys.stdout.write(f"{at} {words} {found}\n")
        sys.stdout.flush()
        if ended != CUT:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
