"""How long the duties of ten thousand active participants take, beside the limit of two seconds.

Two things are measured: deriving every notice that is owed (facts gathered, rules applied), and the whole of
the start screen, which traces every journey besides. The number of queries is counted: it does not grow with
the participants.

Run: python -m benchmarks.duties [--participants 10000] [--runs 5]
"""

import argparse
import statistics
import time
from collections.abc import Callable

import sqlalchemy as sa

from benchmarks._active import TODAY, active_programme, engine_of
from bipdesk.desk import Desk
from bipdesk.library_files import load_library
from bipdesk.services.duties.notices import derived, gathered

LIMIT = 2.0


def counted(desk: Desk, work: Callable[[], object]) -> int:
    """Return how many queries `work` sends."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, text: str, *_rest: object) -> None:
        sent.append(text)

    sa.event.listen(engine_of(desk), "before_cursor_execute", note)
    work()
    sa.event.remove(engine_of(desk), "before_cursor_execute", note)
    return sum(text.lstrip().startswith(("SELECT", "WITH")) for text in sent)


def seconds(work: Callable[[], object], runs: int) -> float:
    """Return the median seconds of `work`, after one run that warms up."""
    work()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--participants", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    library = load_library()
    with active_programme(options.participants) as desk:

        def derive() -> int:
            with desk._vault.records.unit() as unit:
                found = gathered(unit, TODAY, library)
            return len(derived(found).duties)

        print(f"{options.participants} active participants, {derive()} notices owed; limit {LIMIT:.0f} s")
        for name, work in (("deriving notices", derive), ("the whole start screen", desk.today.today)):
            taken, queries = seconds(work, options.runs), counted(desk, work)
            print(f"{name:26} {taken:7.2f} s   {taken / LIMIT:5.2f} of the limit   {queries} queries")


if __name__ == "__main__":
    main()
