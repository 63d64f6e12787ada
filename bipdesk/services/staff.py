"""The people with an account."""

from dataclasses import dataclass, field
from uuid import UUID

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import StaffId
from bipdesk.domain.staff import Role, StaffMember
from bipdesk.keys.accounts import Reserved, account_of, add_account, reset_account, set_roles
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.slots import Role as KeyRole
from bipdesk.keys.unlocked import KeyKeeper


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A reserved account: give its owner the code once; she chooses her own passphrase with it."""

    changes: Changes
    member: StaffMember
    first_code: str = field(repr=False)


class StaffService:
    """Accounts and roles; the safety key is granted elsewhere, by its holders alone."""

    def __init__(self, records: RecordsFile, keeper: KeyKeeper, cost: PassphraseCost) -> None:
        self._records = records
        self._keeper = keeper
        self._cost = cost

    def list(self) -> tuple[StaffMember, ...]:
        """Return everybody with an account, in order of name."""
        with self._records.unit() as unit:
            return unit.offices.staff()

    def facilitators(self) -> tuple[StaffMember, ...]:
        """Return those who may facilitate a group: never a holder of the safety key."""
        return tuple(member for member in self.list() if Role.SAFETY_OFFICER not in member.roles)

    def has_safety_officer(self) -> bool:
        """Say whether an account is allocated to a safety officer."""
        return any(Role.SAFETY_OFFICER in member.roles for member in self.list())

    def add(self, name: str, sign_in_name: str, roles: frozenset[Role]) -> NewAccount:
        """Reserve an account; only a coordinator can (in a county vault: anybody).

        Raises:
            NotAllowed, RolesExclude, SignInNameTaken, NothingEntered.
        """
        for value, field_name in ((name, "Name"), (sign_in_name, "Sign-in name")):
            if not value.strip():
                raise NothingEntered(field=field_name)
        unlocked = self._keeper.unlocked
        reserved = self._reserve(sign_in_name, frozenset(role.value for role in roles))
        member = StaffMember(StaffId(UUID(str(reserved.account))), name.strip(), roles)
        self._keeper.save(unlocked.with_slots(reserved.slots))
        with self._records.unit() as unit:
            unit.offices.add_staff(member)
        return NewAccount(Changes(frozenset({Topic.STAFF}), member.staff_id), member, reserved.first_code)

    def _reserve(self, sign_in_name: str, roles: frozenset[KeyRole]) -> Reserved:
        slots, authority = self._keeper.unlocked.slots, self._keeper.unlocked.authority
        begun = account_of(slots, sign_in_name)
        if begun is None or begun.id in {member.staff_id for member in self.list()}:
            return add_account(slots, authority, sign_in_name, roles, self._cost)
        # The power went between the key file and the list of staff: nobody has ever seen that first code.
        changed = set_roles(slots, authority, begun.id, roles)
        return reset_account(changed, authority, begun.id, self._cost)
