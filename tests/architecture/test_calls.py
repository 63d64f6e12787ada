"""Nothing asks for the time outside the clock, finds the application by a lookup, sleeps or mocks."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, Module, imports, modules, plant

CLOCK = "bipdesk.domain.clock"

ASKING_THE_TIME = (
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime",
)  # fmt: skip
LOOKING_UP = ("QApplication.instance", "QGuiApplication.instance", "QCoreApplication.instance")
WAITING = ("time.sleep", "qtbot.wait", "QTest.qWait")
MOCKING = ("unittest.mock", "mock", "pytest_mock")


def complaints(root: Path) -> list[str]:
    """Return a line for each call the program, or the tests, may not make."""
    return [
        *(line for module in modules(root) for line in _in_program(module)),
        *(line for module in modules(root, ("tests",)) for line in _in_tests(module)),
    ]


def _in_program(module: Module) -> Iterator[str]:
    forbidden = LOOKING_UP if module.name == CLOCK else (*LOOKING_UP, *ASKING_THE_TIME)
    yield from _uses(module, forbidden)
    for name, line in imports(module):
        # `from time import time` would hide the question from the check above.
        if name.startswith("time.") or name.endswith(".qApp"):
            yield f"{module.path}:{line}: {name}"


def _in_tests(module: Module) -> Iterator[str]:
    yield from _uses(module, WAITING)
    for name, line in imports(module):
        if any(f"{name}.".startswith(f"{mock}.") for mock in MOCKING) or name == "time.sleep":
            yield f"{module.path}:{line}: {name}"


def _uses(module: Module, forbidden: tuple[str, ...]) -> Iterator[str]:
    attributes = [node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)]
    for node in sorted(attributes, key=lambda found: found.lineno):
        used = ast.unparse(node)
        if any(f".{used}".endswith(f".{name}") for name in forbidden):
            yield f"{module.path}:{node.lineno}: {used}"


def test_no_forbidden_call_is_made() -> None:
    assert complaints(ROOT) == []


def test_asking_the_time_outside_the_clock_is_named(tmp_path: Path) -> None:
    text = "import datetime\nx = datetime.datetime.now()\ny = datetime.date.today\n"
    plant(tmp_path, "bipdesk/domain/clock.py", text)
    plant(tmp_path, "bipdesk/services/a.py", text)
    plant(tmp_path, "bipdesk/ui/b.py", "import time\nx = time.monotonic()\ny = time.time()\n")
    plant(tmp_path, "bipdesk/ui/c.py", "from time import time\n")
    assert complaints(tmp_path) == [
        "bipdesk/services/a.py:2: datetime.datetime.now",
        "bipdesk/services/a.py:3: datetime.date.today",
        "bipdesk/ui/b.py:3: time.time",
        "bipdesk/ui/c.py:1: time.time",
    ]


def test_looking_up_the_application_is_named(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "bipdesk/ui/a.py",
        "x = QtWidgets.QApplication.instance()\nfrom PySide6.QtWidgets import qApp\n",
    )
    assert complaints(tmp_path) == [
        "bipdesk/ui/a.py:1: QtWidgets.QApplication.instance",
        "bipdesk/ui/a.py:2: PySide6.QtWidgets.qApp",
    ]


def test_a_test_that_sleeps_or_mocks_is_named(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "tests/test_a.py",
        "import time\nfrom unittest.mock import Mock\ntime.sleep(1)\nqtbot.wait(9)\n",
    )
    assert complaints(tmp_path) == [
        "tests/test_a.py:3: time.sleep",
        "tests/test_a.py:4: qtbot.wait",
        "tests/test_a.py:2: unittest.mock.Mock",
    ]
