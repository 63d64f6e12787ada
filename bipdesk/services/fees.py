"""What a coordinator does with fees, where a programme charges any."""

from collections.abc import Sequence
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered, RowMissing
from bipdesk.domain.fee import (
    Basis,
    FeeAccount,
    FeeEntry,
    FeeEntryDetails,
    FeeKind,
    FeeScale,
    FeeTerms,
    charged,
)
from bipdesk.domain.ids import FeeEntryId, ParticipantId, Seen
from bipdesk.domain.participant import ListedParticipant
from bipdesk.domain.receipt import Receipt
from bipdesk.domain.referral import Status
from bipdesk.domain.staff import Guard
from bipdesk.export.reports.receipt import render_receipt

CHANGED = frozenset({Topic.FEES})
CHARGED = (Status.ACCEPTED, Status.WAITING, Status.IN_PROGRAMME)


class FeeService:
    """The scale, each participant's terms, and what is owed; charges follow from the register."""

    def __init__(self, records: RecordsFile, clock: Clock, guard: Guard) -> None:
        self._guard = guard
        self._records = records
        self._clock = clock

    def scale(self) -> tuple[FeeScale, Seen]:
        """Return the programme's scale and its token."""
        with self._records.unit() as unit:
            return unit.fees.scale()

    def set_scale(self, scale: FeeScale, seen: Seen) -> Changes:
        """Write the scale, or switch fees off; what was paid and owed stays.

        Raises:
            NothingEntered: when fees are on without a currency.
        """
        self._guard()
        if scale.is_on and not scale.currency.strip():
            raise NothingEntered(field="Currency")
        with self._records.unit() as unit:
            token = unit.fees.set_scale(scale, seen)
        return Changes(CHANGED, None, token)

    def accounts(self) -> tuple[FeeAccount, ...]:
        """Return how everybody stands who is here; the number of queries does not grow with them."""
        self._guard()
        with self._records.unit() as unit:
            return _accounts(unit, unit.participant_list.all_in(*CHARGED))

    def account(self, participant_id: ParticipantId) -> FeeAccount:
        """Return how one participant stands; the reading is audited.

        Raises:
            RowMissing: when he is not here (any more).
        """
        self._guard()
        with self._records.unit() as unit:
            people = [
                one for one in unit.participant_list.all_in(*CHARGED) if one.participant_id == participant_id
            ]
            if not people:
                raise RowMissing(what="This account")
            unit.rows.note(Verb.READ, "fee_entry", participant_id)
            return _accounts(unit, people)[0]

    def set_terms(self, participant_id: ParticipantId, terms: FeeTerms) -> Changes:
        """Store what he pays for a session from a day on.

        Raises:
            NothingEntered: when it is waived, or other than the scale says, without a reason.
        """
        self._guard()
        if terms.basis is not Basis.SCALE and not terms.reason.strip():
            raise NothingEntered(field="Reason")
        with self._records.unit() as unit:
            terms_id = unit.fees.set_terms(participant_id, terms)
        return Changes(CHANGED, terms_id)

    def record(self, participant_id: ParticipantId, details: FeeEntryDetails) -> Changes:
        """Store a payment, which gets a receipt's number, or what is let off, which needs a reason.

        Raises:
            NothingEntered, DateInFuture.
        """
        self._guard()
        if details.cents <= 0:
            raise NothingEntered(field="Amount")
        if details.kind is FeeKind.LET_OFF and not details.words.strip():
            raise NothingEntered(field="Remark")
        if details.on_date > self._clock.today():
            raise DateInFuture(field="Date")
        with self._records.unit() as unit:
            prefix = f"R{unit.offices.site().case_prefix}"
            receipt = unit.fees.next_receipt(prefix) if details.kind is FeeKind.PAID else ""
            entry_id = unit.fees.add(participant_id, details, receipt)
        return Changes(CHANGED, entry_id)

    def remove(self, entry: FeeEntry) -> Changes:
        """Take an entry out that was made by mistake; its receipt's number is not given again."""
        self._guard()
        with self._records.unit() as unit:
            unit.fees.remove(entry)
        return Changes(CHANGED, entry.entry_id)

    def bring_back(self, entry_id: FeeEntryId) -> Changes:
        """Undo a removal."""
        self._guard()
        with self._records.unit() as unit:
            unit.fees.bring_back(entry_id)
        return Changes(CHANGED, entry_id)

    def receipt(self, participant_id: ParticipantId, entry_id: FeeEntryId) -> bytes:
        """Return the receipt of a payment as PDF bytes."""
        self._guard()
        account = self.account(participant_id)
        entry = next((one for one in account.entries if one.entry_id == entry_id), None)
        if entry is None:
            raise RowMissing(what="This payment")
        with self._records.unit() as unit:
            site, scale = unit.offices.site().details, unit.fees.scale()[0]
            unit.rows.note(Verb.PRINTED, "fee_entry", entry_id)
        paper = Receipt(
            programme=site.name,
            paper=site.paper,
            number=entry.receipt,
            on_date=entry.details.on_date,
            case_number=account.case_number,
            name=account.name,
            cents=entry.details.cents,
            currency=scale.currency,
            words=entry.details.words,
        )
        return render_receipt(paper)


def _accounts(unit: Unit, people: Sequence[ListedParticipant]) -> tuple[FeeAccount, ...]:
    ids = [person.participant_id for person in people]
    terms, entries = unit.fees.terms(ids), unit.fees.entries(ids)
    facts = unit.attendances.facts(ids)
    found = []
    for person in people:
        marks = facts.get(person.participant_id, ([], []))[0]
        attended: list[date] = [fact.on_date for fact in marks if fact.mark.counts_as_attended]
        own, paid = terms.get(person.participant_id, []), entries.get(person.participant_id, [])
        sessions, cents = charged([stored.terms for stored in own], attended)
        found.append(
            FeeAccount(
                participant_id=person.participant_id,
                name=f"{person.family_name}, {person.given_name}",
                case_number=person.case_number,
                terms=tuple(own),
                entries=tuple(paid),
                sessions=sessions,
                charged_cents=cents,
                paid_cents=_sum(paid, FeeKind.PAID),
                let_off_cents=_sum(paid, FeeKind.LET_OFF),
            )
        )
    return tuple(found)


def _sum(entries: Sequence[FeeEntry], kind: FeeKind) -> int:
    return sum(entry.details.cents for entry in entries if entry.details.kind is kind)
