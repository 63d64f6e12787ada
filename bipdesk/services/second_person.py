"""A second person at the desk: her passphrase is checked against the key file and opens nothing."""

from typing import Protocol
from uuid import UUID

from bipdesk.domain.ids import StaffId
from bipdesk.keys.device_secret import DeviceStore
from bipdesk.keys.unlock import confirm_person
from bipdesk.keys.unlocked import Unlocked


class KeyHolder(Protocol):
    """What knows the key file: the open vault."""

    @property
    def unlocked(self) -> Unlocked:
        """Return the session of whoever is signed in."""
        ...


class SecondPersonService:
    """Says who a second person is, by what she alone knows."""

    def __init__(self, holder: KeyHolder, device_store: DeviceStore | None) -> None:
        self._holder = holder
        self._device_store = device_store

    def confirm(self, sign_in_name: str, passphrase: str) -> StaffId:
        """Return whose sign-in name and passphrase these are; slow, as unlocking is.

        Raises:
            WrongPassphrase, DeviceSecretMissing; FirstSignInPending: others may know a first code.
        """
        slots = self._holder.unlocked.slots
        return StaffId(UUID(str(confirm_person(slots, sign_in_name, passphrase, self._device_store))))
