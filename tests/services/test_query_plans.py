"""Nothing a person waits for reads a growing table from end to end.

The planner is given no statistics, so its plan is the same for ten participants and for ten thousand. A
search by the office alone reads the whole table: there is one office in the file of a site.
"""

import re
from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import Engine

from bipdesk.desk import Desk
from tests.services.asked import RECORDS
from tests.services.grown import Statement, engines, grown, statements

GROWING = (
    "participant|referral|waiver|agreement|disclosure|disclosure_order|paper|hand_over|group_session|group_member|attendance|individual_session|note"
    "|person_record|vehicle|address|harm_enquiry|equality|risk_assessment|risk_flag|risk_action"
    "|incident|notice|goal|goal_step|goal_review|responsibility_rating|one_to_one|appointment"
    "|agency_person|agency_agreement|agency_review|joint_work"
    "|three_way_review|programme_exit|exit_summary|completion_confirmation|order_outcome|transfer_item|readmission"
    "|absence_review|attendance_correction|session_held|session_visit"
    "|person_key|person_name|referral_event|referral_document|document_chaser|sync_op|sync_cell|sync_pred|sync_conflict|sync_quarantine|out_item|in_item|suitability_decision|sealed_draft|draft|partner|contact"
)
READS_ALL = re.compile(rf"(SCAN|SEARCH) ({GROWING})(_\d+)?( |$)(?!.*\((?!org_id=\?( AND is_void=\?)?\)))")
"""A scan, or a search that knows no more than the office and what is hidden."""
NAMES = "participant USING COVERING INDEX ix_participant_search "
LOOKED_THROUGH = {
    "a page": (NAMES,),
    "a page of a status": (NAMES,),
    "a search": (NAMES,),
    "guests of this name": (NAMES,),
    "the number of all": (NAMES,),
    # The list of groups says of each how many of its evenings were held.
    # The list of agencies says of each what was agreed, done last and reviewed; the log is shown whole.
    "the agencies": ("agency_agreement USING INDEX", "joint_work USING", "agency_review USING"),
    # Whether a group may open hangs on the agreements with victim services; there are a few dozen in all.
    "readiness": ("agency_agreement USING INDEX",),
    "today": ("agency_agreement USING INDEX",),
    "the work with agencies": ("joint_work USING INDEX",),
    # Every import that stands, and everybody by name once for a whole table: each row is compared with all.
    "the imports": ("import_run USING INDEX",),
    "a look at a table": ("participant USING", "import_row USING"),
    # Every group is offered with its dates.
    "what rules can be asked about": ("group_session USING INDEX", "group_member USING COVERING INDEX"),
    "the groups": ("group_session USING INDEX", "group_member USING COVERING INDEX"),
}
"""What reads more than it is about: the list, in the index of names alone, and the groups."""


def plan(engine: Engine, statement: Statement) -> list[str]:
    text, values = statement
    with engine.connect() as connection:
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)]


def read_through(engine: Engine, sent: Sequence[Statement]) -> list[str]:
    """Return the steps that read a growing table from end to end."""
    asked = [
        each for each in sent if re.match("SELECT|UPDATE|DELETE", each[0]) and isinstance(each[1], tuple)
    ]
    return [step for each in asked for step in plan(engine, each) if READS_ALL.match(step)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = grown(tmp_path_factory.mktemp("grown"), 1).desk()
    yield opened
    opened.lock()


@pytest.mark.parametrize("name", RECORDS)
def test_nothing_but_the_index_of_names_is_read_from_end_to_end(desk: Desk, name: str) -> None:
    sent = statements(desk, RECORDS[name](desk))
    steps = read_through(engines(desk)[0], sent)
    assert [step for step in steps if not any(each in step for each in LOOKED_THROUGH.get(name, ()))] == []
    assert any(plan(engines(desk)[0], each) for each in sent if each[0].startswith("SELECT"))


@pytest.mark.parametrize(
    ("step", "reads_all"),
    [
        ("SCAN attendance", True),
        ("SCAN sync_cell USING INDEX x", True),
        ("SEARCH attendance USING INDEX sqlite_autoindex_attendance_1 (org_id=?)", True),
        ("SEARCH referral_1 USING COVERING INDEX ix_referral_participant (org_id=?)", True),
        ("SEARCH participant USING COVERING INDEX ix_participant_search (org_id=? AND is_void=?)", True),
        ("SEARCH attendance USING INDEX ix_attendance_session (org_id=? AND session_id=?)", False),
        ("SEARCH sync_cell USING PRIMARY KEY (org_id=? AND row_id=?)", False),
        ("SCAN sync_state", False),
    ],
)
def test_a_search_by_the_office_alone_counts_as_reading_all(step: str, reads_all: bool) -> None:
    assert bool(READS_ALL.match(step)) is reads_all
