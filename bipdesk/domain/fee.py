"""Fees, off by default: a sliding scale, what each participant pays, what is owed, paid and let off."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.ids import FeeEntryId, FeeTermsId, ParticipantId, Seen

_AMOUNT = re.compile(r"(\d{1,7})(?:[.,](\d{1,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FeeBand:
    """One step of the sliding scale; amounts in hundredths of the currency."""

    income_up_to: int
    """The highest monthly income, in whole units of the currency, that this step is for."""
    fee_cents: int


@dataclass(frozen=True, slots=True)
class FeeScale:
    """Whether the programme charges, and how much a session costs."""

    is_on: bool = False
    currency: str = ""
    full_cents: int = 0
    """What a session costs above the last step, or without a scale."""
    bands: tuple[FeeBand, ...] = ()
    """From the lowest income up."""

    def fee_for(self, monthly_income: int) -> int:
        """Return the fee for a session, in hundredths, at a monthly income in whole units."""
        fits = (band.fee_cents for band in self.bands if monthly_income <= band.income_up_to)
        return next(fits, self.full_cents)


class Basis(StrEnum):
    """Why a participant pays what he pays."""

    SCALE = "scale"
    AGREED = "agreed"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        """Return the words for this basis."""
        return {
            Basis.SCALE: "By the sliding scale",
            Basis.AGREED: "Agreed with him",
            Basis.WAIVED: "Waived",
        }[self]


@dataclass(frozen=True, slots=True)
class FeeTerms:
    """What a participant pays for a session from a day on."""

    from_on: date
    basis: Basis
    fee_cents: int
    reason: str = ""
    """Why it is waived or other than the scale; never anything about his income."""


@dataclass(frozen=True, slots=True)
class StoredTerms:
    """Terms with the token of what is stored."""

    terms_id: FeeTermsId
    seen: Seen
    terms: FeeTerms


class FeeKind(StrEnum):
    """What an entry does to the account."""

    PAID = "paid"
    LET_OFF = "let-off"

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return {FeeKind.PAID: "Paid", FeeKind.LET_OFF: "Let off"}[self]


@dataclass(frozen=True, slots=True)
class FeeEntryDetails:
    """Money that came in, or a debt that was let off."""

    kind: FeeKind
    on_date: date
    cents: int
    words: str = ""
    """How it was paid, or why it was let off."""


@dataclass(frozen=True, slots=True)
class FeeEntry:
    """An entry with its receipt's number and the token of what is stored."""

    entry_id: FeeEntryId
    seen: Seen
    details: FeeEntryDetails
    receipt: str = ""
    """Empty for what was let off."""


@dataclass(frozen=True, slots=True)
class FeeAccount:
    """How a participant stands; all sums in hundredths of the currency."""

    participant_id: ParticipantId
    name: str
    case_number: str
    terms: tuple[StoredTerms, ...]
    """The newest first."""
    entries: tuple[FeeEntry, ...]
    """The newest first."""
    sessions: int
    """How many sessions were charged."""
    charged_cents: int
    paid_cents: int
    let_off_cents: int

    @property
    def owed_cents(self) -> int:
        """Return what is still owed; less than nothing when he paid ahead."""
        return self.charged_cents - self.paid_cents - self.let_off_cents

    def terms_on(self, day: date) -> FeeTerms | None:
        """Return what he pays on a day."""
        return _in_force([stored.terms for stored in self.terms], day)


def charged(terms: Sequence[FeeTerms], attended: Iterable[date]) -> tuple[int, int]:
    """Return how many attended sessions are charged, and how much in all, in hundredths.

    Charges are derived from the register and never stored: correcting a mark corrects the account.
    """
    fees = [in_force.fee_cents for day in attended if (in_force := _in_force(terms, day)) is not None]
    return sum(fee > 0 for fee in fees), sum(fees)


def _in_force(terms: Sequence[FeeTerms], day: date) -> FeeTerms | None:
    begun = [one for one in terms if one.from_on <= day]
    return max(begun, key=lambda one: one.from_on, default=None)


def amount(cents: int, currency: str) -> str:
    """Return "12.50 USD"."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d} {currency}".rstrip()


def cents_typed(words: str) -> int | None:
    """Return the hundredths of a typed amount, "12", "12.5" or "12,50"; None when it is unreadable."""
    found = _AMOUNT.fullmatch(words.strip())
    if found is None:
        return None
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))


def typed_amount(cents: int) -> str:
    """Return an amount as it is typed: "12" or "12.50"."""
    return f"{cents // 100}.{cents % 100:02d}" if cents % 100 else str(cents // 100)
