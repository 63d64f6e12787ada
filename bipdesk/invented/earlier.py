"""Earlier participants of very large programmes: the coordinator types in the paper files."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.participant import EarlierParticipant
from bipdesk.invented.acts import Act, Who, moment
from bipdesk.invented.courses import Course
from bipdesk.invented.people import Fate, InventedPerson

DRAWER = 500
TYPED_DAYS_AGO = 40


def acts_of_earlier(
    people: Sequence[InventedPerson], courses: Sequence[Course], today: date
) -> Iterator[Act]:
    """Yield one act for each drawer of the paper files."""
    files = [
        EarlierParticipant(person.person, person.referral, course.ends[1], course.ends[0])
        for person, course in zip(people, courses, strict=True)
        if person.fate is Fate.EARLIER and course.ends is not None
    ]
    for start in range(0, len(files), DRAWER):
        at = moment(today - timedelta(days=TYPED_DAYS_AGO), 19) + timedelta(minutes=start // DRAWER)
        yield Act(at, Who.COORDINATOR, partial(_type, files[start : start + DRAWER]))


def _type(files: Sequence[EarlierParticipant], desk: Desk) -> None:
    desk.referrals.enter_earlier(files)
