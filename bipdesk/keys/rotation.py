"""A new records key when somebody leaves: taking her wrap away does not take the key from her."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bipdesk.keys.accounts import without_accounts
from bipdesk.keys.file_key import FileKey, new_file_key
from bipdesk.keys.messages import commitment
from bipdesk.keys.own_part import wrap_key
from bipdesk.keys.slots import RECOVERY, AccountId, RecordsKey, Slots
from bipdesk.keys.unlocked import Authority, signed_general, with_wraps


@dataclass(frozen=True, slots=True)
class RotatedRecords:
    """The slots under the new records key, and that key (the file is re-keyed by `db`)."""

    slots: Slots
    key: FileKey


def rotate_records_key(
    slots: Slots, authority: Authority, removing: Collection[AccountId] = ()
) -> RotatedRecords:
    """Change the records key for the accounts that stay and the recovery code.

    Write the re-keyed copy beside the old file first, then save the slots, then put the copy in its
    place: after a break at any point exactly one of the two files opens with the key in force.
    Raises RowMissing, LastAccount.
    """
    left = without_accounts(slots, authority, removing)
    key, generation = new_file_key(), left.general.records.generation + 1
    proof = commitment(left.vault, "records", generation, key)
    general = replace(left.general, records=RecordsKey(generation, proof))
    readers = {str(own.account): own.kem_public for own in left.own}
    readers[RECOVERY] = general.recovery.kem_public
    wraps = [wrap_key(left.vault, "records", generation, who, public, key) for who, public in readers.items()]
    return RotatedRecords(signed_general(with_wraps(left, wraps), general, authority), key)
