"""Small real vaults for the tests of the key file, at the cheap cost of tests."""

from dataclasses import dataclass, replace
from pathlib import Path

from bipdesk.keys.accounts import add_account
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.creation import create_site
from bipdesk.keys.folder import load_slots, save_slots
from bipdesk.keys.own_passphrase import choose_passphrase
from bipdesk.keys.safety_grant import SafetyMade, create_safety
from bipdesk.keys.slots import AccountId, Role, Slots
from bipdesk.keys.unlock import unlock
from bipdesk.keys.unlocked import Unlocked

COST = PassphraseCost.for_tests()
RUTH = "river lantern copper seventeen"
OLGA = "seven otters paint the moon"
FRED = "gravel umbrella quietly sings"
TESS = "mustard bicycle over cathedral"


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with a coordinator (ruth) signed in and her printed code."""

    folder: Path
    recovery_code: str

    def ruth(self) -> Unlocked:
        """Sign the coordinator in."""
        return unlock(self.folder, "ruth", RUTH)

    def slots(self) -> Slots:
        """Read the key file."""
        return load_slots(self.folder)

    def add(self, name: str, passphrase: str, *roles: Role) -> AccountId:
        """Reserve an account and let its owner choose her passphrase."""
        coordinator = self.ruth()
        reserved = add_account(coordinator.slots, coordinator.authority, name, roles, COST)
        save_slots(self.folder, reserved.slots)
        first = unlock(self.folder, name, reserved.first_code)
        save_slots(self.folder, choose_passphrase(first, passphrase, COST).slots)
        return reserved.account

    def make_safety(self) -> SafetyMade:
        """Let olga, the first safety officer, make the safety key."""
        made = create_safety(unlock(self.folder, "olga", OLGA), COST)
        save_slots(self.folder, made.slots)
        return made


def new_site(folder: Path) -> Site:
    """Return a site that has its coordinator only."""
    return Site(folder, create_site(folder, "ruth", RUTH, COST).recovery_code)


def full_site(folder: Path) -> Site:
    """Return a site with ruth (coordinator), fred (facilitator) and olga (safety officer)."""
    site = new_site(folder)
    site.add("fred", FRED, "facilitator")
    site.add("olga", OLGA, "safety-officer")
    return site


def with_wrap_of(slots: Slots, file: str, source: str, target: str) -> Slots:
    """Return slots where `target`'s wrap of a file is a copy of `source`'s."""
    sealed = {(wrap.file, wrap.account): wrap.sealed for wrap in slots.wraps}
    changed = [
        replace(wrap, sealed=sealed[(wrap.file, source)])
        if (wrap.file, wrap.account) == (file, target)
        else wrap
        for wrap in slots.wraps
    ]
    return replace(slots, wraps=tuple(changed))
