"""What two people decide together: the second one is at the desk and types what she alone knows."""

from collections.abc import Callable

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.errors import NothingEntered, UserError
from bipdesk.domain.ids import StaffId
from bipdesk.domain.intake_errors import SamePersonTwice
from bipdesk.domain.readiness import SecondPerson

Confirm = Callable[[str, str], StaffId]
"""Checks a sign-in name and passphrase and says whose they are."""


def second_of(records: RecordsFile, confirm: Confirm, typed: SecondPerson, what: str) -> StaffId:
    """Return who the second person is; a refusal stands in the audit beside `what`.

    Raises:
        NothingEntered, WrongPassphrase, FirstSignInPending, DeviceSecretMissing;
        SamePersonTwice: when it is the one who is signed in.
    """
    for value, field in (
        (typed.sign_in_name, "Sign-in name of the second person"),
        (typed.passphrase, "Passphrase of the second person"),
    ):
        if not value.strip():
            raise NothingEntered(field=field)
    try:
        second = confirm(typed.sign_in_name, typed.passphrase)
        if second == records.actor:
            raise SamePersonTwice
    except UserError:
        # Somebody may be trying out another's passphrase: that is seen.
        with records.unit() as unit:
            unit.rows.note(Verb.REFUSED, what)
        raise
    return second
