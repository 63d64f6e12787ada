"""The stores of what happens between acceptance and discharge."""

from bipdesk.db.records.attendances import AttendanceStore
from bipdesk.db.records.fees import FeeStore
from bipdesk.db.records.groups import GroupStore
from bipdesk.db.records.leaves import LeaveStore
from bipdesk.db.records.practice import PracticeStore
from bipdesk.db.rows import Rows


class DeliveryStores:
    """Stores of delivery that take part in one transaction."""

    def __init__(self, rows: Rows) -> None:
        self.groups = GroupStore(rows)
        self.attendances = AttendanceStore(rows)
        self.leaves = LeaveStore(rows)
        self.practice = PracticeStore(rows)
        self.fees = FeeStore(rows)
