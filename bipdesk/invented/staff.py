"""The staff of the invented programme: their accounts, and their first sign-ins."""

from dataclasses import dataclass
from pathlib import Path

from bipdesk.desk import Desk
from bipdesk.domain.site import DangerPanel, Paper, SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.invented.acts import FACILITATORS, Who, World
from bipdesk.invented.readiness import make_ready
from bipdesk.program import FirstSignIn, Program
from bipdesk.services.vault import Person

SITE = SiteDetails(
    name="Harlow Valley programme",
    country="US",
    region="SD",
    paper=Paper.LETTER,
    pack="norfolk-bbr",
    danger=DangerPanel(
        emergency="911",
        police="Dale County Sheriff, 555-0100",
        on_call_officer="D. Avery, 555-0102",
        victim_service="Harlow Women's Centre, day and night, 555-0104",
        sealed_code="In the safe of Harlow Women's Centre",
    ),
)
COUNTY_NAME = "Dale County Probation"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in; she is invented, so her passphrase may be shown."""

    name: str
    role: Role
    sign_in_name: str
    passphrase: str

    @property
    def person(self) -> Person:
        """Return her as the vault wants her."""
        return Person(self.name, self.sign_in_name, self.passphrase)


ACCOUNTS = {
    Who.COORDINATOR: Account("T. Hallam", Role.COORDINATOR, "hallam", "copper lantern seventeen rivers"),
    Who.FIRST_FACILITATOR: Account("R. Ortega", Role.FACILITATOR, "ortega", "maple anchor window thursday"),
    Who.SECOND_FACILITATOR: Account("M. Birch", Role.FACILITATOR, "birch", "quiet orchard ladder pencil"),
    Who.OFFICER: Account("D. Avery", Role.SAFETY_OFFICER, "avery", "velvet compass harbour nineteen"),
}
COUNTY_ACCOUNT = Account("P. Lindal", Role.COUNTY, "lindal", "granite saddle winter barley")


def found_programme(
    program: Program, folder: Path, world: World, site: SiteDetails = SITE
) -> dict[Who, Desk]:
    """Make the vault and everybody's account; return a desk for each of them, all unlocked."""
    first = program.create_site(folder, site, ACCOUNTS[Who.COORDINATOR].person).desk
    first.recovery.confirm()
    world.staff[Who.COORDINATOR] = first.me.staff_id
    codes = {}
    for who in (*FACILITATORS, Who.OFFICER):
        account = ACCOUNTS[who]
        made = first.staff.add(account.name, account.sign_in_name, frozenset({account.role}))
        codes[who], world.staff[who] = made.first_code, made.member.staff_id
    first.lock()
    desks = {who: _first_sign_in(program, folder, ACCOUNTS[who], code) for who, code in codes.items()}
    desks[Who.OFFICER].make_safety()
    # The coordinator signs in again: from now on her referrals are sealed to the officer.
    again = program.unlock(folder, Who.COORDINATOR.value, ACCOUNTS[Who.COORDINATOR].passphrase)
    assert isinstance(again, Desk)  # her passphrase is her own already
    desks[Who.COORDINATOR] = again
    make_ready(again, again.clock.today())
    return desks


def _first_sign_in(program: Program, folder: Path, account: Account, code: str) -> Desk:
    first = program.unlock(folder, account.sign_in_name, code)
    assert isinstance(first, FirstSignIn)  # a first code opens nothing else
    return program.choose_passphrase(first, account.passphrase)
