"""Own curricula, drafts of them, and the programme's words for released ones, as stored."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables.curricula import CurriculumDraftRow, CurriculumReleaseRow, SessionWordsRow
from bipdesk.db.records.tables.groups import GroupRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.curriculum_draft import CurriculumDraft
from bipdesk.domain.curriculum_reading import stored_curriculum
from bipdesk.domain.curriculum_writing import definition_of
from bipdesk.domain.draft_writing import content_of, stored_draft
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.ids import UNSEEN, GroupId, Seen, chart_row_id, records_id
from bipdesk.domain.own_curriculum import OwnRelease, SessionWords, StoredDraft, Words


class CurriculumStore:
    """Reads and writes own curricula of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Versions

    def release(self, curriculum: Curriculum, release_id: UUID, family_id: UUID, released_on: date) -> UUID:
        """Store one version; nothing ever writes over its definition."""
        row_id, _ = self._rows.add(
            CurriculumReleaseRow(
                id=release_id,
                family_id=family_id,
                curriculum_id=curriculum.id,
                version=curriculum.version,
                definition=definition_of(curriculum),
                released_on=released_on,
                by_id=self._rows.actor,
            )
        )
        return row_id

    def retire(self, release_id: UUID, retired_on: date | None, seen: Seen) -> Seen:
        """Take a version out of use for new groups, or with None back into use."""
        return self._rows.change(CurriculumReleaseRow, release_id, seen, retired_on=retired_on)

    def releases(self) -> tuple[OwnRelease, ...]:
        """Return every version that can be read here, oldest first; two queries.

        One that has not come whole from another computer yet, or that only a newer program can read, is left
        out: `Curricula.of` says of it that it is not known.
        """
        row = CurriculumReleaseRow
        query = (
            sa.select(row, StaffRow.name)
            .join(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id), isouter=True)
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.released_on.is_not(None))
            .order_by(row.id)
        )
        found = list(self._rows.session.execute(query))
        seen = self._rows.seen_of(release.id for release, _ in found)
        read = ((release, _curriculum(release), by or "") for release, by in found)
        return tuple(
            OwnRelease(
                release.id,
                release.family_id,
                curriculum,
                release.released_on,
                by,
                release.retired_on,
                seen.get(release.id, UNSEEN),
            )
            for release, curriculum, by in read
            if curriculum is not None
        )

    def runs(self) -> tuple[tuple[str, GroupId, str], ...]:
        """Return every group as (curriculum id, group id, name), the newest first; one query."""
        row = GroupRow
        query = (
            sa.select(row.curriculum_id, row.id, row.name)
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .order_by(row.id.desc())
        )
        return tuple((found[0], GroupId(found[1]), found[2]) for found in self._rows.session.execute(query))

    # Drafts

    def begin(
        self, draft: CurriculumDraft, family_id: UUID, based_on: str, begun_on: date
    ) -> tuple[UUID, Seen]:
        """Store a new draft."""
        return self._rows.add(
            CurriculumDraftRow(
                id=records_id(self._rows.clock.now()),
                family_id=family_id,
                based_on=based_on,
                content=content_of(draft),
                begun_on=begun_on,
                by_id=self._rows.actor,
            )
        )

    def save(self, draft_id: UUID, draft: CurriculumDraft, seen: Seen) -> Seen:
        """Write a draft over what `seen` says was on screen."""
        return self._rows.change(CurriculumDraftRow, draft_id, seen, content=content_of(draft))

    def drop(self, draft_id: UUID, seen: Seen, reason: str) -> Seen:
        """Take a draft away; `bring_back` undoes it."""
        return self._rows.hide(CurriculumDraftRow, draft_id, seen, reason)

    def bring_back(self, draft_id: UUID) -> Seen:
        """Put a draft back that was taken away."""
        return self._rows.restore(CurriculumDraftRow, draft_id)

    def draft(self, draft_id: UUID) -> StoredDraft:
        """Return one draft.

        Raises:
            RowMissing: when it is gone: discarded, or released.
        """
        return self._stored([self._rows.get(CurriculumDraftRow, draft_id)])[0]

    def drafts(self) -> tuple[StoredDraft, ...]:
        """Return every draft, newest first; three queries at most."""
        row = CurriculumDraftRow
        query = (
            sa.select(row).where(row.org_id == self._rows.org, row.is_void.is_(False)).order_by(row.id.desc())
        )
        return self._stored(list(self._rows.session.scalars(query)))

    def _stored(self, rows: list[CurriculumDraftRow]) -> tuple[StoredDraft, ...]:
        seen = self._rows.seen_of(row.id for row in rows)
        names = self._names() if rows else {}
        return tuple(
            StoredDraft(
                row.id,
                row.family_id,
                row.based_on,
                stored_draft(row.content),
                row.begun_on,
                names.get(row.by_id, "") if row.by_id else "",
                seen.get(row.id, UNSEEN),
            )
            for row in rows
        )

    def _names(self) -> dict[UUID, str]:
        query = sa.select(StaffRow.id, StaffRow.name).where(StaffRow.org_id == self._rows.org)
        return {row_id: name for row_id, name in self._rows.session.execute(query)}

    def bring_up_to_date(self, curricula: Curricula) -> None:
        """Let `curricula` have every own version, and the programme's words and tags, as stored now."""
        curricula.renew(self.releases(), self.words())

    # Words for released curricula

    def words(self, curriculum_ids: Iterable[str] | None = None) -> Words:
        """Return the programme's words and tags of these curricula, or of all; two queries."""
        row = SessionWordsRow
        query = sa.select(row).where(row.org_id == self._rows.org, row.is_void.is_(False))
        if curriculum_ids is not None:
            query = query.where(row.curriculum_id.in_(tuple(curriculum_ids)))
        found = list(self._rows.session.scalars(query))
        seen = self._rows.seen_of(each.id for each in found)
        words: Words = {}
        for each in found:
            words.setdefault(each.curriculum_id, {})[each.step_code] = SessionWords(
                each.title,
                tuple(each.aims.splitlines()),
                tuple(key for key in each.topics.split(",") if key),
                seen.get(each.id, UNSEEN),
            )
        return words

    def word(self, curriculum_id: str, step_code: str, words: SessionWords) -> tuple[UUID, Seen]:
        """Write the words and tags of one session over what `words.seen` says was on screen."""
        row_id = chart_row_id(self._rows.org, f"session_words/{curriculum_id}/{step_code}")
        values = {
            "title": words.title,
            "aims": "\n".join(words.aims),
            "topics": ",".join(words.topics),
        }
        if self._rows.has(SessionWordsRow, row_id):
            return row_id, self._rows.change(SessionWordsRow, row_id, words.seen, **values)
        return self._rows.add(
            SessionWordsRow(id=row_id, curriculum_id=curriculum_id, step_code=step_code, **values)
        )


def _curriculum(row: CurriculumReleaseRow) -> Curriculum | None:
    try:
        curriculum = stored_curriculum(row.definition)
    except ResourceInvalid:
        return None
    return curriculum if curriculum.id == row.curriculum_id else None
