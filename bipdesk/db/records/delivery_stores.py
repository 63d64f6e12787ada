"""The stores of what happens between acceptance and discharge."""

from bipdesk.db.journal.journal import Journal
from bipdesk.db.records.absence_reviews import AbsenceReviewStore
from bipdesk.db.records.appointments import AppointmentStore
from bipdesk.db.records.attendance_rules import AttendanceRuleStore
from bipdesk.db.records.attendances import AttendanceStore
from bipdesk.db.records.calendar_counts import CalendarCountStore
from bipdesk.db.records.cancellations import CancellationStore
from bipdesk.db.records.corrections import CorrectionStore
from bipdesk.db.records.curricula import CurriculumStore
from bipdesk.db.records.disputes import DisputeStore
from bipdesk.db.records.duty_facts import DutyFactStore
from bipdesk.db.records.endings import EndingStore
from bipdesk.db.records.exits import ExitStore
from bipdesk.db.records.fees import FeeStore
from bipdesk.db.records.goal_facts import GoalFactStore
from bipdesk.db.records.goals import GoalStore
from bipdesk.db.records.groups import GroupStore
from bipdesk.db.records.held_evenings import HeldEveningStore
from bipdesk.db.records.held_sessions import HeldStore
from bipdesk.db.records.incidents import IncidentStore
from bipdesk.db.records.leaves import LeaveStore
from bipdesk.db.records.memberships import MembershipStore
from bipdesk.db.records.notices import NoticeStore
from bipdesk.db.records.one_to_ones import OneToOneStore
from bipdesk.db.records.practice import PracticeStore
from bipdesk.db.records.responsibility import ResponsibilityStore
from bipdesk.db.records.reviews import ReviewStore
from bipdesk.db.records.session_files import SessionFileStore
from bipdesk.db.records.session_patterns import SessionPatternStore
from bipdesk.db.records.visits import VisitStore
from bipdesk.db.rows import Rows


class DeliveryStores:
    """Stores of delivery that take part in one transaction."""

    def __init__(self, rows: Rows, journal: Journal) -> None:
        self.groups = GroupStore(rows)
        self.memberships = MembershipStore(rows)
        self.cancellations = CancellationStore(rows, journal)
        self.calendar_counts = CalendarCountStore(rows)
        self.curricula = CurriculumStore(rows)
        self.session_files = SessionFileStore(rows)
        self.attendances = AttendanceStore(rows)
        self.attendance_rules = AttendanceRuleStore(rows)
        self.held = HeldStore(rows)
        self.held_evenings = HeldEveningStore(rows)
        self.visits = VisitStore(rows)
        self.corrections = CorrectionStore(rows)
        self.disputes = DisputeStore(rows, journal)
        self.absence_reviews = AbsenceReviewStore(rows)
        self.leaves = LeaveStore(rows)
        self.practice = PracticeStore(rows)
        self.fees = FeeStore(rows)
        self.reviews = ReviewStore(rows)
        self.exits = ExitStore(rows)
        self.endings = EndingStore(rows)
        self.incidents = IncidentStore(rows)
        self.notices = NoticeStore(rows)
        self.duty_facts = DutyFactStore(rows)
        self.goals = GoalStore(rows)
        self.goal_facts = GoalFactStore(rows)
        self.one_to_ones = OneToOneStore(rows)
        self.appointments = AppointmentStore(rows)
        self.responsibility = ResponsibilityStore(rows)
        self.session_patterns = SessionPatternStore(rows)
