"""What was done together with agencies, and the partnership reviews, as stored."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa

from bipdesk.db.records.tables.agencies import AgencyRow, JointWorkRow, PartnershipReviewRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import (
    UNSEEN,
    AgencyId,
    JointWorkId,
    PartnershipReviewId,
    Seen,
    records_id,
)
from bipdesk.domain.joint_work import JointWork, WorkDetails, WorkKind
from bipdesk.domain.partnership import (
    QUESTIONS,
    STRATEGIES,
    Answer,
    Followed,
    PartnershipReview,
    Progress,
    Rating,
    ReviewDetails,
)

REMOVED = "removed"


class PartnershipStore:
    """Reads and writes joint work and reviews of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # What was done together

    def work(self, agency_id: AgencyId | None = None) -> tuple[JointWork, ...]:
        """Return what was done together with one agency, or with all, newest first; two queries."""
        asked = [] if agency_id is None else [JointWorkRow.agency_id == agency_id]
        return self._work(*asked)

    def open_steps(self, until: date | None = None) -> tuple[JointWork, ...]:
        """Return what has a next step that is still to be taken, by `until` if given; two queries."""
        row = JointWorkRow
        asked = [row.next_step != "", row.next_done_on.is_(None)]
        return self._work(*asked, *([] if until is None else [row.next_by <= until]))

    def _work(self, *asked: sa.ColumnElement[bool]) -> tuple[JointWork, ...]:
        row, agency = JointWorkRow, AgencyRow
        query = (
            sa.select(row, agency.name)
            .outerjoin(agency, sa.and_(agency.org_id == row.org_id, agency.id == row.agency_id))
            .where(row.org_id == self._rows.org, row.is_void.is_(False), *asked)
            .where(sa.or_(row.agency_id.is_(None), agency.is_void.is_(False)))
        )
        found = self._rows.session.execute(query).all()
        newest_first = sorted(found, key=lambda one: (one[0].on_date, one[0].id), reverse=True)
        seen = self._rows.seen_of(one.id for one, _ in newest_first)
        return tuple(_work(one, seen.get(one.id, UNSEEN), name or "") for one, name in newest_first)

    def last_worked(self) -> dict[AgencyId, date]:
        """Return when something was last done together with each agency; one query."""
        row = JointWorkRow
        query = (
            sa.select(row.agency_id, sa.func.max(row.on_date))
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.agency_id.is_not(None))
            .group_by(row.agency_id)
        )
        found = self._rows.session.execute(query)
        return {AgencyId(agency): on_date for agency, on_date in found if agency is not None}

    def add_work(self, details: WorkDetails) -> JointWorkId:
        """Store one thing done together."""
        work_id = JointWorkId(records_id(self._rows.clock.now()))
        self._rows.add(JointWorkRow(id=work_id, **_work_columns(details)))
        return work_id

    def update_work(self, work_id: JointWorkId, details: WorkDetails, seen: Seen) -> Seen:
        """Write one thing done together over what `seen` says was on screen."""
        return self._rows.change(JointWorkRow, work_id, seen, **_work_columns(details))

    def set_step_done(self, work_id: JointWorkId, on_date: date | None, seen: Seen) -> Seen:
        """Write when the next step was taken, or that it was not."""
        return self._rows.change(JointWorkRow, work_id, seen, next_done_on=on_date)

    def remove_work(self, work_id: JointWorkId, seen: Seen) -> None:
        """Hide what was entered by mistake."""
        self._rows.hide(JointWorkRow, work_id, seen, REMOVED)

    def bring_work_back(self, work_id: JointWorkId) -> None:
        """Show what was removed again."""
        self._rows.restore(JointWorkRow, work_id)

    # Reviews

    def reviews(self, agency_id: AgencyId) -> tuple[PartnershipReview, ...]:
        """Return the reviews with an agency, newest first; two queries."""
        row = PartnershipReviewRow
        query = sa.select(row).where(
            row.org_id == self._rows.org, row.agency_id == agency_id, row.is_void.is_(False)
        )
        found = sorted(self._rows.session.scalars(query), key=lambda one: (one.on_date, one.id), reverse=True)
        return self._reviews(found)

    def review(self, review_id: PartnershipReviewId) -> PartnershipReview:
        """Return one review."""
        return self._reviews([self._rows.get(PartnershipReviewRow, review_id)])[0]

    def last_reviewed(self) -> dict[AgencyId, date]:
        """Return when each agency was last reviewed; one query."""
        row = PartnershipReviewRow
        query = (
            sa.select(row.agency_id, sa.func.max(row.on_date))
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .group_by(row.agency_id)
        )
        found = self._rows.session.execute(query)
        return {AgencyId(agency): on_date for agency, on_date in found if agency is not None}

    def add_review(self, agency_id: AgencyId, details: ReviewDetails) -> PartnershipReviewId:
        """Store a review."""
        review_id = PartnershipReviewId(records_id(self._rows.clock.now()))
        self._rows.add(PartnershipReviewRow(id=review_id, agency_id=agency_id, **_review_columns(details)))
        return review_id

    def update_review(self, review_id: PartnershipReviewId, details: ReviewDetails, seen: Seen) -> Seen:
        """Write a review over what `seen` says was on screen."""
        return self._rows.change(PartnershipReviewRow, review_id, seen, **_review_columns(details))

    def remove_review(self, review_id: PartnershipReviewId, seen: Seen) -> None:
        """Hide a review that was begun by mistake."""
        self._rows.hide(PartnershipReviewRow, review_id, seen, REMOVED)

    def bring_review_back(self, review_id: PartnershipReviewId) -> None:
        """Show a removed review again."""
        self._rows.restore(PartnershipReviewRow, review_id)

    def _reviews(self, found: Iterable[PartnershipReviewRow]) -> tuple[PartnershipReview, ...]:
        rows = list(found)
        seen = self._rows.seen_of(row.id for row in rows)
        return tuple(_review(row, seen.get(row.id, UNSEEN)) for row in rows)


def _work(row: JointWorkRow, seen: Seen, agency_name: str) -> JointWork:
    details = WorkDetails(
        kind=WorkKind(row.kind),
        on_date=row.on_date,
        agency_id=None if row.agency_id is None else AgencyId(row.agency_id),
        who=row.who,
        what=row.what,
        next_step=row.next_step,
        next_by=row.next_by,
        next_done_on=row.next_done_on,
    )
    return JointWork(JointWorkId(row.id), seen, details, agency_name)


def _work_columns(details: WorkDetails) -> dict[str, object]:
    return {
        "kind": details.kind.value,
        "on_date": details.on_date,
        "agency_id": details.agency_id,
        "who": details.who,
        "what": details.what,
        "next_step": details.next_step,
        "next_by": details.next_by,
        "next_done_on": details.next_done_on,
    }


def _review(row: PartnershipReviewRow, seen: Seen) -> PartnershipReview:
    said = {question.code: _said(row, question.code) for question in (*QUESTIONS, *STRATEGIES)}
    details = ReviewDetails(
        on_date=row.on_date,
        took_part=row.took_part,
        answers={q.code: Answer(_rating(said[q.code][0]), said[q.code][1]) for q in QUESTIONS},
        followed={s.code: Followed(_progress(said[s.code][0]), said[s.code][1]) for s in STRATEGIES},
    )
    return PartnershipReview(PartnershipReviewId(row.id), AgencyId(row.agency_id), seen, details)


def _said(row: PartnershipReviewRow, code: str) -> tuple[str, str]:
    return str(getattr(row, code)), str(getattr(row, f"{code}_words"))


def _rating(word: str) -> Rating | None:
    return Rating(word) if word else None


def _progress(word: str) -> Progress | None:
    return Progress(word) if word else None


def _review_columns(details: ReviewDetails) -> dict[str, object]:
    columns: dict[str, object] = {"on_date": details.on_date, "took_part": details.took_part}
    for question in QUESTIONS:
        answer = details.answers.get(question.code, Answer())
        columns[question.code] = answer.rating.value if answer.rating else ""
        columns[f"{question.code}_words"] = answer.words
    for strategy in STRATEGIES:
        one = details.followed.get(strategy.code, Followed())
        columns[strategy.code] = one.progress.value if one.progress else ""
        columns[f"{strategy.code}_words"] = one.words
    return columns
