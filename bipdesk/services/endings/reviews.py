"""What a person does with three-way reviews: prepare, record, correct, print."""

from dataclasses import replace
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.catch_up import check_individual
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.journey import HELD, MET, IndividualFact, IndividualKind, Journey, JourneyStep
from bipdesk.domain.library import Library
from bipdesk.domain.months import months_after
from bipdesk.domain.pack import Unit as Counted
from bipdesk.domain.review import (
    OpenReview,
    Review,
    ReviewDetails,
    ReviewKind,
    check_review,
    stripped,
)
from bipdesk.domain.review_sheet import ReviewSheet
from bipdesk.export.reports.review_sheet import render_review_sheet
from bipdesk.services.endings.review_facts import facts_words

CHANGED = frozenset({Topic.ENDINGS, Topic.PARTICIPANTS, Topic.REGISTER})


class ReviewService:
    """Reviews; one after the group meets the step of the journey that the curriculum has for it."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._library = library
        self._clock = clock

    def open(self, participant_id: ParticipantId, review_id: UUID | None = None) -> OpenReview:
        """Return a review on file, or a new one as it begins: its kind, who is there, how things stand."""
        with self._records.unit() as unit:
            person = unit.participants.person(participant_id)[1]
            name = f"{person.given_name} {person.family_name}"
            if review_id is None:
                return OpenReview(participant_id, name, self._form(unit, participant_id))
            unit.rows.note(Verb.READ, "three_way_review", review_id)
            review = unit.reviews.get(review_id)
            return OpenReview(participant_id, name, review.details, review)

    def record(self, participant_id: ParticipantId, details: ReviewDetails) -> Changes:
        """Store a review; one after the group is also the step of his journey, where that is still open.

        Raises:
            NothingEntered: without a facilitator, an officer, or a word of each of the three;
            DateInFuture, WrongDate.
        """
        check_review(details, self._clock.today())
        with self._records.unit() as unit:
            journey = self._journey(unit, participant_id)
            facts = facts_words(unit, participant_id, journey)
            details = replace(details, words=stripped(details.words), facts=facts)
            referral_id = unit.referrals.latest(participant_id).referral_id
            step = self._meet_step(unit, participant_id, details, journey)
            row_id = unit.reviews.add(participant_id, referral_id, details, step)
        return Changes(CHANGED, row_id)

    def change(self, review_id: UUID, details: ReviewDetails, seen: Seen) -> Changes:
        """Write what was put right, or signed since; how things stood that day stays as it was.

        Raises:
            As `record`; of what kind it was, and when, is not changed once it met a step.
        """
        check_review(details, self._clock.today())
        with self._records.unit() as unit:
            before = unit.reviews.get(review_id)
            details = replace(details, words=stripped(details.words), facts=before.details.facts)
            if before.step_row is not None:
                details = replace(details, kind=before.details.kind, held_on=before.details.held_on)
            token = unit.reviews.change(review_id, details, seen)
        return Changes(CHANGED, review_id, token)

    def withdraw(self, review_id: UUID, seen: Seen) -> Changes:
        """Take out a review entered by mistake, with the step it met; `restore` undoes it."""
        with self._records.unit() as unit:
            unit.reviews.remove(review_id, seen)
        return Changes(CHANGED, review_id)

    def restore(self, review_id: UUID) -> Changes:
        """Put back what was taken out."""
        with self._records.unit() as unit:
            unit.reviews.bring_back(review_id)
        return Changes(CHANGED, review_id)

    def sheet(self, review_id: UUID, language: str) -> bytes:
        """Return a review as PDF, three voices side by side, with lines for those who have not signed.

        How risk stood is not on it: he reads and signs this paper, and no source of a report is shown to him.
        """
        with self._records.unit() as unit:
            review = unit.reviews.get(review_id)
            sheet = self._sheet(unit, review, language)
            unit.rows.note(Verb.PRINTED, "three_way_review", review_id)
        return render_review_sheet(sheet)

    def blank(self, kind: ReviewKind, language: str) -> bytes:
        """Return an empty sheet to write on."""
        with self._records.unit() as unit:
            site = unit.offices.site().details
            unit.rows.note(Verb.PRINTED, "blank form")
        return render_review_sheet(ReviewSheet(site.name, kind, paper=site.paper, language=language))

    def _form(self, unit: Unit, participant_id: ParticipantId) -> ReviewDetails:
        today = self._clock.today()
        journey = self._journey(unit, participant_id)
        state = unit.referrals.latest(participant_id)
        sender = ", ".join(part for part in (state.details.referrer_person, state.details.referrer) if part)
        rule = self._library.packs.of(unit.offices.site().details.pack).value("plan-review", today)
        last = _review_step(journey)
        group_is_over = last is not None and journey.next_code in (None, last.step.code)
        kind = ReviewKind.POST_GROUP if group_is_over else ReviewKind.INTERIM
        monthly = kind is ReviewKind.INTERIM and rule is not None and rule.unit is Counted.MONTHS
        return ReviewDetails(
            kind=kind,
            held_on=today,
            facilitator=unit.groups.staff_names().get(unit.rows.actor, ""),
            officer=sender,
            next_on=months_after(today, rule.number) if monthly and rule is not None else None,
            facts=facts_words(unit, participant_id, journey),
        )

    def _sheet(self, unit: Unit, review: Review, language: str) -> ReviewSheet:
        case_number, person, _ = unit.participants.person(review.participant_id)
        site = unit.offices.site().details
        return ReviewSheet(
            programme_name=site.name,
            kind=review.details.kind,
            details=review.details,
            name=f"{person.given_name} {person.family_name}",
            case_number=case_number,
            paper=site.paper,
            language=language,
        )

    def _meet_step(
        self, unit: Unit, participant_id: ParticipantId, details: ReviewDetails, journey: Journey
    ) -> UUID | None:
        place = _review_step(journey)
        if details.kind is not ReviewKind.POST_GROUP or place is None or place.state in HELD:
            return None
        check_individual(place, IndividualKind.REVIEW, place.step.code)
        fact = IndividualFact(place.step.code, details.held_on, IndividualKind.REVIEW)
        return unit.attendances.record_individual(participant_id, fact)

    def _journey(self, unit: Unit, participant_id: ParticipantId) -> Journey:
        curriculum_id = unit.groups.curriculum_of(participant_id)
        facts = unit.attendances.facts([participant_id]).get(participant_id)
        return self._library.curricula.trace(curriculum_id, facts)


def _review_step(journey: Journey) -> JourneyStep | None:
    """Return the first review of the sequence that is not met, or its last one."""
    found = [place for place in journey.steps if place.step.kind is StepKind.REVIEW]
    return next((place for place in found if place.state not in MET), found[-1] if found else None)
