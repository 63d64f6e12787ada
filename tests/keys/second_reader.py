"""A second reader of slots.json, written from FORMAT.md alone: it imports nothing of bipdesk."""

import hashlib
import hmac
import json
import unicodedata
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

FORMAT = "bipdesk-slots/1"


def canonical(value: object) -> bytes:
    """Section 2."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def message(use: str, vault: str, **values: object) -> bytes:
    """Section 3."""
    return canonical({"format": FORMAT, "use": use, "vault": vault, **values})


def tag(vault: str, name: str) -> str:
    """Section 5, sign-in names."""
    folded = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    text = unicodedata.normalize("NFC", folded).encode()
    return hmac.digest(bytes.fromhex(vault.replace("-", "")), text, "sha256")[:16].hex()


def slot_context(vault: str, owner: str, epoch: int, keys: dict[str, Any], slot: dict[str, Any]) -> bytes:
    """Section 6: what a slot is bound to."""
    return message(
        "slot",
        vault,
        owner=owner,
        epoch=epoch,
        kem_public=keys["kem_public"],
        sign_public=keys["sign_public"],
        type=slot["type"],
        kdf=slot["kdf"],
        device=slot["device"],
    )


def open_slot(context: bytes, slot: dict[str, Any], text: bytes, device: bytes | None) -> dict[str, bytes]:
    """Section 6: from a passphrase to each step's value and the private bundle."""
    kdf = slot["kdf"]
    salt = bytes.fromhex(kdf["salt"])
    argon = Argon2id(salt=salt, length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"])
    stretched = argon.derive(text)
    key = HKDF(SHA256(), 32, device, context).derive(stretched)
    bundle = ChaCha20Poly1305(key).decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["ct"]), context)
    assert bundle[0] == 1
    steps = {"argon2id": stretched, "slot_key": key, "bundle": bundle}
    return steps | {"kem_private": bundle[1:33], "sign_seed": bundle[33:65], "pin": bundle[65:]}


def _extract(salt: bytes, suite: bytes, label: bytes, ikm: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + suite + label + ikm, "sha256")


def _expand(prk: bytes, suite: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return HKDFExpand(SHA256(), length, labelled).derive(prk)


def hpke_open(private: bytes, sealed: bytes, info: bytes) -> bytes:
    """Section 7: version byte, then RFC 9180 base mode by hand (KEM 0x20, KDF 1, AEAD 3)."""
    assert sealed[0] == 1
    encapsulated, ciphertext = sealed[1:33], sealed[33:]
    mine = X25519PrivateKey.from_private_bytes(private)
    shared = mine.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    kem = b"KEM" + bytes([0, 0x20])
    context = encapsulated + mine.public_key().public_bytes_raw()
    secret = _expand(_extract(b"", kem, b"eae_prk", shared), kem, b"shared_secret", context, 32)
    suite = b"HPKE" + bytes([0, 0x20, 0, 1, 0, 3])
    schedule = b"\0" + _extract(b"", suite, b"psk_id_hash", b"") + _extract(b"", suite, b"info_hash", info)
    prk = _extract(secret, suite, b"secret", b"")
    key = _expand(prk, suite, b"key", schedule, 32)
    nonce = _expand(prk, suite, b"base_nonce", schedule, 12)
    return ChaCha20Poly1305(key).decrypt(nonce, ciphertext, b"")


def file_key(file: dict[str, Any], name: str, account: str, keys: dict[str, bytes]) -> bytes:
    """Section 7: open one wrap and prove the key against its commitment."""
    vault = file["general"]["vault"]
    records = file["general"]["records"]
    head = file["safety"][-1]["part"] if file["safety"] else {}
    generation = records["generation"] if name == "records" else head["key_generation"]
    expected = records["commitment"] if name == "records" else head["commitment"]
    wrap = next(known for known in file["wraps"] if (known["file"], known["account"]) == (name, account))
    public = X25519PrivateKey.from_private_bytes(keys["kem_private"]).public_key().public_bytes_raw()
    info = message("wrap", vault, file=name, generation=generation, account=account, kem_public=public.hex())
    key = hpke_open(keys["kem_private"], bytes.fromhex(wrap["sealed"]), info)
    proof = message("commitment", vault, file=name, generation=generation)
    assert HKDFExpand(SHA256(), 16, proof).derive(key).hex() == expected
    return key


def check_signatures(file: dict[str, Any]) -> None:
    """Section 8: every signature; raises InvalidSignature or KeyError."""
    general, vault = file["general"], file["general"]["vault"]
    own = {part["account"]: part for part in file["own"]}
    by = file["general_signature"]["by"]
    signer = general["recovery"]["sign_public"] if by == "recovery" else own[by]["sign_public"]
    _verify(signer, message("general", vault, general=general), file["general_signature"]["sig"])
    for account in general["accounts"]:
        part = dict(own[account["id"]])
        signature = part.pop("signature")
        named = {name: part[name] for name in ("account", "epoch", "kem_public", "sign_public")}
        _verify(account["key"], message("endorsement", vault, **named), part["endorsement"])
        _verify(part["sign_public"], message("own", vault, own=part), signature)
    before: dict[str, Any] | None = None
    for link in file["safety"]:
        part, by = link["part"], link["signature"]["by"]
        signers = {holder["account"]: holder["sign_public"] for holder in (before or part)["holders"]}
        if before:
            signers["recovery"] = before["recovery"]["sign_public"]
        previous = safety_hash(vault, before) if before else "00" * 32
        assert part["previous"] == previous
        _verify(signers[by], message("safety", vault, safety=part), link["signature"]["sig"])
        before = part


def safety_hash(vault: str, part: dict[str, Any]) -> str:
    """Section 9: what a safety part is pinned by."""
    return hashlib.sha256(message("safety", vault, safety=part)).hexdigest()


def _verify(public: str, text: bytes, signature: str) -> None:
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), text)
