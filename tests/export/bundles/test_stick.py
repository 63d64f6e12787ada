"""A bundle on a stick is whole, or it is not there."""

import hashlib
import os
import random
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bipdesk.domain.errors import (
    BundleTooLarge,
    StickFull,
    StickGone,
    StickReadBackDiffers,
    StickReadOnly,
    UserError,
)
from bipdesk.domain.sentences import sentence
from bipdesk.export.bundles import stick
from bipdesk.export.bundles.limits import MAX_SEALED
from tests.export.bundles.small_stick import mounted, remount

DATA = random.Random(1).randbytes(300_000)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "stick", "size=4m,nr_inodes=8") as folder:
        yield folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fill(path: Path) -> None:
    """Write zeros until the file system takes no more."""
    with path.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while True:
            file.write(bytes(65_536))


def test_a_written_bundle_is_found_read_and_verified(tmp_path: Path) -> None:
    written = stick.put(tmp_path, DATA)
    assert written.sha256 == hashlib.sha256(DATA).hexdigest()
    (path,) = stick.find(tmp_path)
    assert path.name == written.name and len(path.stem) == 8
    assert stick.read(path) == DATA
    stick.verify(path, written.sha256)


def test_the_file_does_not_tell_when_it_was_made(tmp_path: Path) -> None:
    written = stick.put(tmp_path, DATA)
    assert (tmp_path / written.name).stat().st_mtime == stick.FILE_TIME


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "aaaaaaaa.bin").write_bytes(b"an older bundle")
    drawn = iter(["AAAAAAAA", "AAAAAAAA", "BBBBBBBB"])
    written = stick.put(tmp_path, DATA, lambda: next(drawn))
    assert written.name == "BBBBBBBB.bin"
    assert (tmp_path / "aaaaaaaa.bin").read_bytes() == b"an older bundle"


def test_only_bundles_in_the_root_are_found_and_nothing_is_opened(tmp_path: Path) -> None:
    for name in (
        "7KQ2M9XD.bin",
        "7kq2m9xe.BIN",
        "letter.pdf",
        "7KQ2M9X.bin",
        ".7KQ2M9XF.part",
        "7KQ2M9XU.bin",
    ):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "7KQ2M9XG.bin").mkdir()
    (tmp_path / "7KQ2M9XH.bin").symlink_to("7KQ2M9XD.bin")
    os.mkfifo(tmp_path / "7KQ2M9XJ.bin")
    assert [path.name for path in stick.find(tmp_path)] == ["7KQ2M9XD.bin", "7kq2m9xe.BIN"]


def test_a_stick_with_less_than_twice_the_room_is_refused_before_writing(small: Path) -> None:
    with pytest.raises(StickFull) as caught:
        stick.put(small, bytes(2_000_000))
    assert names(small) == []
    assert sentence(caught.value).startswith("There is no room on the stick: 6 MB are needed, 4 MB are free.")


def test_a_stick_that_takes_no_more_files_is_called_full(small: Path) -> None:
    for number in range(7):
        (small / str(number)).touch()
    with pytest.raises(StickFull):
        stick.put(small, DATA)
    assert len(names(small)) == 7


def test_a_stick_that_fills_while_writing_gives_the_systems_own_error(small: Path) -> None:
    fill(small / "film")
    os.truncate(small / "film", (small / "film").stat().st_size - 100_000)
    with pytest.raises(OSError, match="No space left"):
        stick.write_part(small / "part", DATA)


def test_a_write_protected_stick_is_named_as_such_and_left_alone(small: Path) -> None:
    kept = stick.put(small, DATA)
    remount(small, "ro")
    try:
        with pytest.raises(StickReadOnly):
            stick.put(small, DATA)
        assert stick.read(small / kept.name) == DATA
    finally:
        remount(small, "rw")
    assert names(small) == [kept.name]


def test_a_stick_that_is_gone_is_named_as_such(tmp_path: Path) -> None:
    a_file = tmp_path / "file"
    a_file.write_bytes(b"")
    for folder in (tmp_path / "nowhere", a_file):
        for action in (
            lambda where: stick.put(where, DATA),
            stick.find,
            lambda where: stick.read(where / "x"),
        ):
            with pytest.raises(StickGone):
                action(folder)


def test_bytes_that_changed_on_the_stick_are_noticed(tmp_path: Path) -> None:
    written = stick.put(tmp_path, DATA)
    path = tmp_path / written.name
    for spoilt in (DATA[:-1], DATA + b"\0", DATA[:1000] + b"\xff" + DATA[1001:], b""):
        path.write_bytes(spoilt)
        with pytest.raises(StickReadBackDiffers):
            stick.verify(path, written.sha256)
    path.unlink()
    with pytest.raises(StickGone):
        stick.verify(path, written.sha256)


def test_a_huge_file_with_the_right_name_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "7KQ2M9XD.bin"
    path.touch()
    os.truncate(path, MAX_SEALED + 1)
    with pytest.raises(BundleTooLarge):
        stick.read(path)


def test_a_pipe_or_a_link_with_the_right_name_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "7KQ2M9XD.bin")
    (tmp_path / "7KQ2M9XE.bin").symlink_to(tmp_path / "elsewhere")
    for name in ("7KQ2M9XD.bin", "7KQ2M9XE.bin"):
        with pytest.raises(UserError):
            stick.read(tmp_path / name)


WRITER = """
import sys
from pathlib import Path
from bipdesk.export.bundles import stick

while True:
    stick.put(Path(sys.argv[1]), bytes(20_000_000))
"""


def killed_while_writing(folder: Path) -> list[str]:
    """Kill a real writer as soon as its part file shows; return the part files it left."""
    with subprocess.Popen([sys.executable, "-c", WRITER, folder]) as writer:
        while not any(folder.glob(".*.part")):
            assert writer.poll() is None
        writer.send_signal(signal.SIGKILL)
    return [name for name in names(folder) if name.endswith(".part")]


def test_a_part_file_left_by_a_kill_is_ignored_and_goes_at_the_next_write(tmp_path: Path) -> None:
    left = killed_while_writing(tmp_path)
    while not left:  # the kill came between two files
        left = killed_while_writing(tmp_path)
    whole = bytes(20_000_000)
    before = stick.find(tmp_path)
    assert all(stick.read(path) == whole for path in before)
    written = stick.put(tmp_path, DATA)
    assert sorted([path.name for path in before] + [written.name]) == names(tmp_path)


def test_a_write_that_breaks_off_in_the_middle_leaves_no_part_file(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(StickFull):
            stick.put(tmp_path, DATA)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(tmp_path) == []


def spoil_part_files(folder: Path, enough: threading.Event) -> None:
    """Change the first byte of any part file that shows, as a worn stick would."""
    while not enough.is_set():
        for part in folder.glob(".*.part"):
            with suppress(OSError), part.open("r+b", buffering=0) as file:
                if os.fstat(file.fileno()).st_size:
                    file.write(b"x")


def test_a_file_that_reads_back_otherwise_is_never_given_a_name(tmp_path: Path) -> None:
    enough = threading.Event()
    worn = threading.Thread(target=spoil_part_files, args=(tmp_path, enough))
    worn.start()
    try:
        with pytest.raises(StickReadBackDiffers):
            for _ in range(20):  # the other thread may come late once
                stick.put(tmp_path, bytes(20_000_000))
    finally:
        enough.set()
        worn.join()
    assert all(stick.read(path) == bytes(20_000_000) for path in stick.find(tmp_path))
    assert not list(tmp_path.glob(".*"))


def test_files_of_others_that_look_unfinished_are_left_alone(tmp_path: Path) -> None:
    others = [".film.part", "7KQ2M9XD.part", ".7KQ2M9XD.part.txt"]
    for name in others:
        (tmp_path / name).write_bytes(b"theirs")
    stick.put(tmp_path, DATA)
    assert set(others) < set(names(tmp_path))
