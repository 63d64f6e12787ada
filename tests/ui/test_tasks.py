"""One database thread: order, answers, errors, and a clean end."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import NothingEntered, UserError
from bipdesk.ui.application import Application
from bipdesk.ui.tasks import Tasks


def open_once_stopped(tasks: Tasks, gate: threading.Event) -> None:
    """Let the thread go on once the end has begun, while what was asked still waits."""
    pause = threading.Event()
    while not tasks.stopped:
        pause.wait(0.001)
    gate.set()


def test_work_is_done_on_one_other_thread_and_answers_come_back_to_this_one(
    qtbot: QtBot, tasks: Tasks
) -> None:
    threads: list[tuple[int, int]] = []
    owner = QObject()
    for _ in range(3):
        tasks.run(owner, threading.get_ident, lambda there: threads.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: len(threads) == 3)
    workers, here = {there for there, _ in threads}, {back for _, back in threads}
    assert len(workers) == 1
    assert here == {threading.get_ident()}
    assert workers != here


def test_an_answer_for_an_owner_that_has_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[str] = []
    gate = threading.Event()
    gone, still_here = QObject(), QObject()

    def slow() -> str:
        gate.wait()
        return "for nobody"

    tasks.run(gone, slow, answers.append)
    tasks.run(still_here, lambda: "for somebody", answers.append)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: "for somebody" in answers)
    assert answers == ["for somebody"]


def test_a_cancelled_ticket_gives_no_answer(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[str] = []
    owner = QObject()
    tasks.run(owner, lambda: "first", answers.append).cancel()
    tasks.run(owner, lambda: "second", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["second"]


def test_a_command_tells_its_topics_before_its_own_answer(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    owner = QObject()
    tasks.changed.connect(told.append)
    changes = Changes(frozenset({Topic.REGISTER}))
    tasks.change(owner, lambda: changes, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [changes.topics, changes]


def test_a_user_error_goes_to_whoever_asked_and_else_to_the_notice(qtbot: QtBot, tasks: Tasks) -> None:
    def refuse() -> None:
        raise NothingEntered(field="Name")

    caught: list[UserError] = []
    owner = QObject()
    tasks.run(owner, refuse, failed=caught.append)
    with qtbot.waitSignal(tasks.refused) as refused:
        tasks.run(owner, refuse)
    assert isinstance(caught[0], NothingEntered)
    assert isinstance(refused.args[0], NothingEntered)


def test_a_bug_never_goes_to_the_one_who_asked(qtbot: QtBot, tasks: Tasks) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    owner = QObject()
    with qtbot.waitSignal(tasks.broken) as broken:
        tasks.run(owner, stumble, failed=lambda error: pytest.fail(str(error)))
    assert isinstance(broken.args[0], ZeroDivisionError)


def test_stopping_drops_what_waits_does_the_last_thing_and_ends_the_thread(qapp: Application) -> None:
    tasks = Tasks()
    done: list[str] = []
    answers: list[object] = []
    running, gate = threading.Event(), threading.Event()
    owner = QObject()

    def slow() -> None:
        running.set()
        gate.wait()
        done.append("running")

    tasks.run(owner, slow, answers.append)
    tasks.run(owner, lambda: done.append("waiting"), answers.append)
    running.wait()
    threading.Thread(target=open_once_stopped, args=(tasks, gate)).start()
    tasks.stop(lambda: done.append("closed"))
    qapp.processEvents()
    assert done == ["running", "closed"]
    assert answers == []
    assert "database" not in {thread.name for thread in threading.enumerate()}


def test_a_command_that_waits_is_carried_out_before_the_vault_closes(qapp: Application) -> None:
    tasks = Tasks()
    done: list[str] = []
    running, gate = threading.Event(), threading.Event()
    owner = QObject()

    def slow() -> None:
        running.set()
        gate.wait()

    def mark() -> Changes:
        done.append("marked")
        return Changes(frozenset())

    tasks.run(owner, slow)
    tasks.change(owner, mark)
    tasks.run(owner, lambda: done.append("asked"))
    running.wait()
    threading.Thread(target=open_once_stopped, args=(tasks, gate)).start()
    tasks.stop(lambda: done.append("closed"))
    qapp.processEvents()
    assert done == ["marked", "closed"]


def test_after_the_end_nothing_is_run(qtbot: QtBot) -> None:
    tasks = Tasks()
    tasks.stop()
    owner = QObject()
    done: list[str] = []
    tasks.run(owner, lambda: done.append("late"))
    tasks.stop()
    assert done == []
