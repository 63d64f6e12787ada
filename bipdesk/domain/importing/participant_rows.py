"""Rows of a table of participants: what each would add, and what it lacks."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import GroupId
from bipdesk.domain.importing.codes import BY_CASE
from bipdesk.domain.importing.fields import Field
from bipdesk.domain.importing.mapping import NOTHING, OTHER_TERMS, USUAL_TERMS, ImportMapping
from bipdesk.domain.importing.person_rows import RowReader, Who
from bipdesk.domain.importing.trouble import Offer
from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.referral import FINISHED, HERE, OVER, ReferralDetails, ReferralKind, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands: his status and since when, his waiver, his group."""

    status: Status
    since: date
    waiver_signed_on: date | None = None
    group_id: GroupId | None = None
    joined_on: date | None = None

    @property
    def left_on(self) -> date | None:
        """Return when he left the group: those who are through are in none."""
        return self.since if self.status in FINISHED else None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A participant as a row gives him, whole and without doubt."""

    person: PersonDetails
    names_used: str
    number: str
    referral: ReferralDetails
    standing: Standing


class ParticipantReader:
    """Makes a participant of a row; whatever is missing is kept as a trouble of the row."""

    def __init__(self, reader: RowReader, mapping: ImportMapping) -> None:
        self._read = reader
        self._mapping = mapping

    def read(self, who: Who) -> NewPerson | None:
        """Return what the row adds, or None when something must be settled first."""
        person = PersonDetails(
            who.given_name,
            who.family_name,
            date_of_birth=who.date_of_birth,
            phone=self._read.phone(),
            language=self._read.text(Field.LANGUAGE),
        )
        referral = self._referral()
        standing = self._standing(referral)
        if self._read.troubles or referral is None or standing is None:
            return None
        return NewPerson(person, who.names_used, who.number, referral, standing)

    # The referral

    def _referral(self) -> ReferralDetails | None:
        court_case = self._read.text(Field.COURT_CASE)
        ends_on = self._read.day(Field.ORDER_ENDS_ON)
        kind = self._kind(bool(court_case or ends_on))
        referrer = self._read.text(Field.REFERRER) or self._mapping.referrer.strip()
        referred_on = self._day(Field.REFERRED_ON) or self._without_day()
        if kind is ReferralKind.COURT_ORDERED and not referrer:
            self._read.complain(
                Field.REFERRER, "is missing: a court-ordered participant was sent by somebody"
            )
        if kind is None or referred_on is None:
            return None
        return ReferralDetails(kind, referrer, referred_on, court_case, ends_on)

    def _day(self, field: Field) -> date | None:
        return self._read.day(field)

    def _without_day(self) -> date | None:
        if any(trouble.place is Field.REFERRED_ON for trouble in self._read.troubles):
            return None
        if self._mapping.referred_on is None:
            self._read.complain(Field.REFERRED_ON, "is missing")
        return self._mapping.referred_on

    def _kind(self, has_order: bool) -> ReferralKind | None:
        word = self._read.text(Field.KIND)
        if word:
            code = self._code(Field.KIND, word, [each.value for each in ReferralKind])
            return ReferralKind(code) if code else None
        if self._mapping.kind == BY_CASE:
            return ReferralKind.COURT_ORDERED if has_order else ReferralKind.VOLUNTARY
        if not self._mapping.kind:
            offers = (
                Offer("Court-ordered", ((Field.KIND, ReferralKind.COURT_ORDERED.value),)),
                Offer("Voluntary", ((Field.KIND, ReferralKind.VOLUNTARY.value),)),
            )
            self._read.complain(Field.KIND, "is not said", *offers, asks=True, column=True)
            return None
        return ReferralKind(self._mapping.kind)

    # Where he stands

    def _standing(self, referral: ReferralDetails | None) -> Standing | None:
        status = self._status()
        signed_on = self._signed_on()
        joined_on = self._read.day(Field.JOINED_ON)
        since = self._read.day(Field.STATUS_SINCE)
        group_id = self._group()
        if status is None or referral is None:
            return None
        if status in HERE and signed_on is None and not self._may_wait_for_waiver(status):
            return None
        if status in HERE and signed_on is None:
            self._read.remarks.append(
                f"“{status.label}” in the table; taken in as referred: no signed waiver"
            )
            return Standing(Status.REFERRED, referral.referred_on)
        since = since or self._since(status, referral.referred_on, joined_on)
        if since is None:
            return None
        if since < referral.referred_on:
            words = f"{day_in_words(since)} is before the referral on {day_in_words(referral.referred_on)}"
            self._read.complain(Field.STATUS_SINCE, words)
        standing = Standing(status, since, signed_on)
        return standing if group_id is None else self._with_group(standing, group_id, joined_on)

    def _signed_on(self) -> date | None:
        """Return when his waiver was signed, when it covers what ours do: none learns more."""
        signed_on = self._read.day(Field.WAIVER_SIGNED_ON)
        if signed_on is None or self._mapping.waiver_covers == USUAL_TERMS:
            return signed_on
        if self._mapping.waiver_covers == OTHER_TERMS:
            self._read.remarks.append("his old waiver covers something else; a new one is to be signed")
            return None
        words = "does not say who may be told what; look at one of the papers and answer for the column"
        self._read.complain(Field.WAIVER_SIGNED_ON, words, asks=True, column=True)
        return None

    def _status(self) -> Status | None:
        word = self._read.text(Field.STATUS)
        if word:
            code = self._code(Field.STATUS, word, [each.value for each in Status])
            return Status(code) if code else None
        if not self._mapping.status:
            self._read.complain(Field.STATUS, "is missing", column=True, asks=True)
            return None
        return Status(self._mapping.status)

    def _may_wait_for_waiver(self, status: Status) -> bool:
        if self._mapping.without_waiver:
            return True
        if any(trouble.place is Field.WAIVER_SIGNED_ON for trouble in self._read.troubles):
            return False
        offer = Offer("Take him in as referred", ((Field.STATUS, Status.REFERRED.value), (Field.GROUP, "")))
        words = f"is missing: nobody is “{status.label.lower()}” without a signed waiver; write its date"
        self._read.complain(Field.WAIVER_SIGNED_ON, words, offer, asks=True, column=True)
        return False

    def _since(self, status: Status, referred_on: date, joined_on: date | None) -> date | None:
        if any(trouble.place is Field.STATUS_SINCE for trouble in self._read.troubles):
            return None
        if status is Status.REFERRED or (self._mapping.since_referral and status not in OVER):
            return referred_on
        if status is Status.IN_PROGRAMME and joined_on is not None:
            return joined_on
        words = f"since when he is “{status.label.lower()}” is missing"
        offer = Offer(f"Since the referral, {day_in_words(referred_on)}", (_since(referred_on),))
        self._read.complain(Field.STATUS_SINCE, words, offer, asks=True, column=status not in OVER)
        return None

    def _group(self) -> GroupId | None:
        word = self._read.text(Field.GROUP)
        code = self._code(Field.GROUP, word, []) if word else NOTHING
        return None if code in ("", NOTHING) else GroupId(UUID(code))

    def _with_group(self, standing: Standing, group_id: GroupId, joined_on: date | None) -> Standing | None:
        if standing.status not in HERE | FINISHED:
            self._read.remarks.append(f"not put into the group while he is {standing.status.label.lower()}")
            return standing
        if joined_on is None and standing.status in FINISHED:
            self._read.remarks.append("not put into the group: the table does not say when he joined")
            return standing
        if joined_on is None:
            self._read.complain(Field.JOINED_ON, "is missing: since when is he in the group?")
            return None
        if standing.left_on is not None and joined_on > standing.left_on:
            self._read.complain(
                Field.JOINED_ON, f"{day_in_words(joined_on)} is after the end of his programme"
            )
            return None
        return replace(standing, group_id=group_id, joined_on=joined_on)

    def _code(self, field: Field, word: str, known: list[str]) -> str:
        if word in known:
            return word
        code = self._mapping.code(field, word)
        if not code:
            words = f"what “{word}” stands for is not said yet"
            self._read.complain(field, words, asks=True, column=True)
        elif code == NOTHING and field is not Field.GROUP:
            self._read.complain(field, f"“{word}” is taken for nothing, but something is needed here")
            return ""
        return code


def _since(day: date) -> tuple[Field, str]:
    return Field.STATUS_SINCE, day.isoformat()
