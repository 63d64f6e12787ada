"""The people of the evening without a window; all of them are invented."""

from dataclasses import dataclass
from datetime import date, timedelta

from bipdesk.domain.handover import HandOverForm, ProtectedPerson
from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.referral import ReferralDetails, ReferralKind
from bipdesk.invented.partners import NOBODY

NOTHING_KNOWN = HandOverForm(NOBODY)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is referred this evening."""

    person: PersonDetails
    referrer: str
    form: HandOverForm = NOTHING_KNOWN

    def referral(self, today: date) -> ReferralDetails:
        """Return his referral, a fortnight old."""
        own_will = not self.referrer.startswith("Dale County")
        return ReferralDetails(
            kind=ReferralKind.VOLUNTARY if own_will else ReferralKind.COURT_ORDERED,
            referrer=self.referrer,
            referred_on=today - timedelta(days=14),
            order_ends_on=None if own_will else today + timedelta(days=540),
        )


SIX = (
    Newcomer(
        PersonDetails("Aaron", "Pruett", date_of_birth=date(1988, 3, 14), phone="555-0141"),
        "Dale County Probation",
        HandOverForm(
            NOBODY,
            (ProtectedPerson("Maribeth Stannard", "former partner", "555-0177, after noon"),),
            "Police report, pages 2 to 4",
        ),
    ),
    Newcomer(
        PersonDetails("Eliseo", "Núñez Ibarra", language="Spanish", interpreter=True), "Dale County Court"
    ),
    Newcomer(PersonDetails("Čhaské", "Good Voice", date_of_birth=date(1979, 8, 2)), "Dale County Probation"),
    Newcomer(PersonDetails("Wacław", "Źrebiec", language="Polish", interpreter=True), "Came by himself"),
    Newcomer(PersonDetails("Kọ́láwọlé", "Ọdúnlámì", date_of_birth=date(1991, 1, 30)), "Dale County Court"),
    Newcomer(PersonDetails("Gethin", "Prydderch"), "Harlow Valley Clinic"),
)
UNSIGNED = Newcomer(PersonDetails("Řehoř", "Hřebíček", language="Czech"), "Dale County Court")
