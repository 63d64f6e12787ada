"""What only a coordinator does is refused to everybody else by the services, not only left off pages."""

import inspect
import re
from collections.abc import Iterator

import pytest

from bipdesk import desk
from bipdesk.desk import Desk
from bipdesk.domain.errors import NotAllowed
from tests import builders

LED = {
    "absences": {"set_rule"},
    "site": {"update"},
    "agreements": {"word", "set_sender"},
    "approach": {"take_position"},
    "curriculum_drafts": {
        "begin",
        "draft",
        "taken",
        "save",
        "discard",
        "bring_back",
        "release",
        "retire",
        "take_into_use",
    },
    "fees": {"set_scale", "accounts", "account", "set_terms", "record", "remove", "bring_back", "receipt"},
    "imported_forms": {"take_over", "retire", "bring_back"},
    "imports": {"keep_mapping", "commit", "take_back"},
    "readiness": {"record", "change", "remove", "restore"},
    "session_files": {"attach", "remove", "restore"},
    "session_words": {"word"},
    "staff_records": {"list", "file", "add", "update", "remove", "bring_back", "set_sex"},
}
COMMANDS = sorted((service, name) for service, names in LED.items() for name in names)


@pytest.fixture(params=[builders.FACILITATOR, builders.OFFICER], ids=["facilitator", "safety officer"])
def other(programme: builders.Programme, request: pytest.FixtureRequest) -> Iterator[Desk]:
    opened = programme.desk(request.param)
    yield opened
    opened.lock()


def test_each_of_them_is_refused_before_anything_else_is_looked_at(other: Desk) -> None:
    for service, name in COMMANDS:
        command = getattr(getattr(other, service), name)
        nothing = [None for _ in inspect.signature(command).parameters]
        with pytest.raises(NotAllowed):
            command(*nothing)


def test_every_guarded_command_is_in_the_list() -> None:
    """Read from the code, so that a new one must join the test above."""
    for service, names in LED.items():
        guarded = {
            name
            for name, command in inspect.getmembers(_kind_of(service), inspect.isfunction)
            if "self._guard()" in inspect.getsource(command)
        }
        assert guarded == names, service


def _kind_of(service: str) -> type:
    """Return the class that the desk makes its service of."""
    made = re.search(rf"self\.{service} = (\w+)\(", inspect.getsource(Desk))
    assert made is not None
    kind = getattr(desk, made[1])
    assert isinstance(kind, type)
    return kind
