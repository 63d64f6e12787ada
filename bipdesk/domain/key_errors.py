"""What can be wrong at the unlock window and in the key file; the sentences are in `sentences.py`."""

from bipdesk.domain.errors import UserError


class WrongPassphrase(UserError):
    """The sign-in name or the passphrase is not right (it is never said which)."""

    key = "wrong-passphrase"


class DeviceSecretMissing(UserError):
    """Name or passphrase are wrong, or this computer's key store lacks its part."""

    key = "device-secret-missing"


class KeyFileMissing(UserError):
    """There is no key file in the folder."""

    key = "key-file-missing"


class KeyFileExists(UserError):
    """A new programme was to be made in a folder that holds one."""

    key = "key-file-exists"


class KeyFileDamaged(UserError):
    """The key file cannot be read: `reason`."""

    key = "key-file-damaged"


class KeyFileTampered(UserError):
    """The key file reads well but a signature or a pin does not agree: `reason`."""

    key = "key-file-tampered"


class KeyFileOlder(UserError):
    """The key file is older than the records it belongs to."""

    key = "key-file-older"


class KeyFileChanged(UserError):
    """Something else wrote the key file since it was read."""

    key = "key-file-changed"


class KeyFileNotWritten(UserError):
    """The key file could not be written; the old one stands: `reason`."""

    key = "key-file-not-written"


class KeysWrong(UserError):
    """The key meant for this account is missing, damaged or of another file: `file`."""

    key = "keys-wrong"


class SafetyKeyReplaced(UserError):
    """The safety part is not the one this officer made or accepted."""

    key = "safety-key-replaced"


class SafetyNotOpen(UserError):
    """The command needs the safety key and this session has none: `reason`."""

    key = "safety-not-open"


class CodeMistyped(UserError):
    """A code's checksum fails: `code` (its kind), `group` (a number or None), `reason`."""

    key = "code-mistyped"


class CodeWrong(UserError):
    """The code is well formed but belongs to something else."""

    key = "code-wrong"


class FingerprintDiffers(UserError):
    """The fingerprint read aloud is not that of the keys in the file."""

    key = "fingerprint-differs"


class PassphraseTooWeak(UserError):
    """The passphrase could be guessed: `reason`."""

    key = "passphrase-too-weak"


class FirstSignInPending(UserError):
    """The account has not yet chosen its own passphrase."""

    key = "first-sign-in-pending"


class RolesExclude(UserError):
    """These roles may not be held by one person, or not in this kind of programme."""

    key = "roles-exclude"


class SignInNameTaken(UserError):
    """Another account has this sign-in name."""

    key = "sign-in-name-taken"


class LastAccount(UserError):
    """Nobody would be left who could do it: `what`."""

    key = "last-account"


class NotEnoughMemory(UserError):
    """Argon2id could not get its memory: `memory` in MiB."""

    key = "not-enough-memory"


class HandOverTooLarge(UserError):
    """A hand-over form does not fit its envelope: `most` bytes."""

    key = "hand-over-too-large"


class HandOverUnreadable(UserError):
    """A hand-over envelope does not open with this key."""

    key = "hand-over-unreadable"


class AccountUnknown(UserError):
    """No account has the sign-in name that was typed beside a recovery code."""

    key = "account-unknown"
