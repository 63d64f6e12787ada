"""The exact bytes that are signed, sealed to and hashed: none can pass for another."""

import hashlib
import hmac
import unicodedata
from dataclasses import replace

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from bipdesk.keys.canonical import canonical, to_plain
from bipdesk.keys.file_key import FileKey
from bipdesk.keys.slots import FORMAT, AccountId, FileName, General, OwnPart, SafetyPart, VaultId


def _message(use: str, vault: VaultId, **values: object) -> bytes:
    return canonical({"format": FORMAT, "use": use, "vault": str(vault), **values})


def general_message(general: General) -> bytes:
    """Return what a coordinator signs."""
    return _message("general", general.vault, general=to_plain(general))


def own_message(vault: VaultId, own: OwnPart) -> bytes:
    """Return what a person signs of her own part: all of it but the signature."""
    plain = to_plain(own)
    del plain["signature"]
    return _message("own", vault, own=plain)


def endorsement_message(vault: VaultId, own: OwnPart) -> bytes:
    """Return what the account's first key signs of the keys that follow it."""
    return _message(
        "endorsement",
        vault,
        account=str(own.account),
        epoch=own.epoch,
        kem_public=own.kem_public.hex(),
        sign_public=own.sign_public.hex(),
    )


def safety_message(vault: VaultId, part: SafetyPart) -> bytes:
    """Return what a holder signs."""
    return _message("safety", vault, safety=to_plain(part))


def safety_hash(vault: VaultId, part: SafetyPart) -> bytes:
    """Return the SHA-256 a safety part is pinned and chained by."""
    return hashlib.sha256(safety_message(vault, part)).digest()


def seen_hash(head: bytes) -> bytes:
    """Return what somebody without the safety key keeps of the safety part she has seen: it opens nothing."""
    return hashlib.sha256(b"bipdesk-seen/1\n" + head).digest()


def general_hash(general: General) -> bytes:
    """Return the SHA-256 the general part is pinned by."""
    return hashlib.sha256(general_message(general)).digest()


def own_hash(vault: VaultId, own: OwnPart) -> bytes:
    """Return the SHA-256 an own part is pinned by."""
    return hashlib.sha256(own_message(vault, replace(own, signature=bytes(64)))).digest()


def wrap_info(vault: VaultId, file: FileName, generation: int, account: str, kem_public: bytes) -> bytes:
    """Return the HPKE info a file key is wrapped with."""
    return _message(
        "wrap", vault, file=file, generation=generation, account=account, kem_public=kem_public.hex()
    )


def commitment(vault: VaultId, file: FileName, generation: int, key: FileKey) -> bytes:
    """Return the 16 bytes that tell whether a key is the right one without telling the key."""
    info = _message("commitment", vault, file=file, generation=generation)
    return HKDFExpand(SHA256(), 16, info).derive(key.key)


def keys_digest(vault: VaultId, account: AccountId, kem_public: bytes, sign_public: bytes) -> bytes:
    """Return the SHA-256 of a person's public keys: what her fingerprint is made from."""
    message = _message(
        "keys", vault, account=str(account), kem_public=kem_public.hex(), sign_public=sign_public.hex()
    )
    return hashlib.sha256(message).digest()


def sign_in_tag(vault: VaultId, sign_in_name: str) -> bytes:
    """Return the 16 bytes that stand for a sign-in name in the file."""
    name = unicodedata.normalize("NFC", " ".join(sign_in_name.split())).casefold()
    text = unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")
    return hmac.digest(vault.bytes, text, "sha256")[:16]
