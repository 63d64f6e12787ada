"""What a person does about the work with agencies: the log of it, its next steps, the yearly review."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.ids import AgencyId, JointWorkId, PartnershipReviewId, Seen
from bipdesk.domain.joint_work import JointWork, WorkDetails
from bipdesk.domain.partnership import PartnershipReview, ReviewDetails

CHANGED = frozenset({Topic.AGENCIES})


class PartnershipService:
    """Joint work and partnership reviews (Source 002)."""

    def __init__(self, records: RecordsFile, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    # What was done together

    def work(self) -> tuple[JointWork, ...]:
        """Return all that was done together with any agency, or with nobody in particular, newest first."""
        with self._records.unit() as unit:
            return unit.partnerships.work()

    def record(self, details: WorkDetails) -> Changes:
        """Store one thing done together.

        Raises:
            NothingEntered: when neither who nor what is said, or a day is set for no next step.
            DateInFuture: for a day to come: what is planned is a next step.
        """
        self._check(details)
        with self._records.unit() as unit:
            work_id = unit.partnerships.add_work(details)
        return Changes(CHANGED, work_id)

    def update(self, work_id: JointWorkId, details: WorkDetails, seen: Seen) -> Changes:
        """Write one thing done together over what `seen` says was on screen."""
        self._check(details)
        with self._records.unit() as unit:
            token = unit.partnerships.update_work(work_id, details, seen)
        return Changes(CHANGED, work_id, token)

    def step_taken(self, work: JointWork) -> Changes:
        """Write that the next step was taken today; it is due no more."""
        return self._set_step(work.work_id, work.seen, taken=True)

    def step_not_taken(self, work_id: JointWorkId, seen: Seen) -> Changes:
        """Undo that: the next step is due again."""
        return self._set_step(work_id, seen, taken=False)

    def _set_step(self, work_id: JointWorkId, seen: Seen, *, taken: bool) -> Changes:
        with self._records.unit() as unit:
            done_on = self._clock.today() if taken else None
            token = unit.partnerships.set_step_done(work_id, done_on, seen)
        return Changes(CHANGED, work_id, token)

    def remove(self, work: JointWork) -> Changes:
        """Take out what was entered by mistake."""
        with self._records.unit() as unit:
            unit.partnerships.remove_work(work.work_id, work.seen)
        return Changes(CHANGED, work.work_id)

    def bring_back(self, work_id: JointWorkId) -> Changes:
        """Undo a removal."""
        with self._records.unit() as unit:
            unit.partnerships.bring_work_back(work_id)
        return Changes(CHANGED, work_id)

    def _check(self, details: WorkDetails) -> None:
        if details.on_date > self._clock.today():
            raise DateInFuture(field="Date")
        if not (details.who.strip() or details.what.strip()):
            raise NothingEntered(field="What")
        dated = details.next_by is not None or details.next_done_on is not None
        if dated and not details.next_step.strip():
            raise NothingEntered(field="Next step")
        if details.next_by is not None and details.next_by < details.on_date:
            raise WrongDate(field="By", reason="that is before the day itself")

    # Reviews

    def review(self, review_id: PartnershipReviewId) -> PartnershipReview:
        """Return one review."""
        with self._records.unit() as unit:
            return unit.partnerships.review(review_id)

    def save_review(
        self, agency_id: AgencyId, details: ReviewDetails, stored: PartnershipReview | None
    ) -> Changes:
        """Store a review, whole or half answered, over what was on screen if it was `stored` before.

        Raises:
            DateInFuture: for a day to come.
        """
        if details.on_date > self._clock.today():
            raise DateInFuture(field="Date of the review")
        with self._records.unit() as unit:
            if stored is None:
                return Changes(CHANGED, unit.partnerships.add_review(agency_id, details))
            token = unit.partnerships.update_review(stored.review_id, details, stored.seen)
        return Changes(CHANGED, stored.review_id, token)

    def remove_review(self, review: PartnershipReview) -> Changes:
        """Take out a review that was begun by mistake."""
        with self._records.unit() as unit:
            unit.partnerships.remove_review(review.review_id, review.seen)
        return Changes(CHANGED, review.review_id)

    def bring_review_back(self, review_id: PartnershipReviewId) -> Changes:
        """Undo a removal."""
        with self._records.unit() as unit:
            unit.partnerships.bring_review_back(review_id)
        return Changes(CHANGED, review_id)
