"""A second reader of bundles, written from FORMAT.md and the age specification; uses nothing of bipdesk."""

import base64
import hashlib
import json
import re
import sys
from contextlib import suppress
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

if sys.version_info >= (3, 14):
    from compression.zstd import decompress
else:
    from backports.zstd import decompress

BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def secret_of(identity: str) -> X25519PrivateKey:
    """Return the key in `AGE-SECRET-KEY-1…` (Bech32; its checksum is not looked at here)."""
    values = [BECH32.index(letter) for letter in identity.lower().rpartition("1")[2][:-6]]
    number = 0
    for value in values:
        number = number << 5 | value
    return X25519PrivateKey.from_private_bytes((number >> len(values) * 5 - 256).to_bytes(32, "big"))


def unbase64(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))


def derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, info).derive(secret)


def age_decrypt(data: bytes, identity: str) -> bytes:
    """Return the plaintext of a binary age file."""
    secret = secret_of(identity)
    own = secret.public_key().public_bytes_raw()
    found = re.search(rb"\n--- (.{43})\n", data)
    assert found and data.startswith(b"age-encryption.org/v1\n")
    file_key = b""
    for share_text, body in re.findall(rb"\n-> X25519 (\S{43})\n(\S{43})(?=\n)", data[: found.start() + 1]):
        share = unbase64(share_text)
        shared = secret.exchange(X25519PublicKey.from_public_bytes(share))
        wrap = derive(shared, share + own, b"age-encryption.org/v1/X25519")
        with suppress(InvalidTag):  # the line is for another recipient
            file_key = ChaCha20Poly1305(wrap).decrypt(bytes(12), unbase64(body), None)
    mac = HMAC(derive(file_key, b"", b"header"), SHA256())
    mac.update(data[: found.start() + 4])
    mac.verify(unbase64(found[1]))
    payload = data[found.end() :]
    cipher = ChaCha20Poly1305(derive(file_key, payload[:16], b"payload"))
    chunks = [payload[at : at + 65_552] for at in range(16, len(payload), 65_552)]
    plain = b""
    for number, chunk in enumerate(chunks):
        last = bytes([number == len(chunks) - 1])
        plain += cipher.decrypt(number.to_bytes(11, "big") + last, chunk, None)
    return plain


def read_inside(plain: bytes, recipient: str) -> tuple[bytes, dict[str, Any], dict[str, bytes]]:
    """Return the sender's key, the manifest and the sections of a plaintext."""
    assert plain[:16] == b"bipdesk/bundle/\x01"
    end = 20 + int.from_bytes(plain[16:20], "big")
    signed, signature = plain[20:end], plain[end : end + 64]
    key = signed[:32]
    Ed25519PublicKey.from_public_bytes(key).verify(signature, b"bipdesk/bundle/1/signature\0" + signed)
    manifest: dict[str, Any] = json.loads(signed[32:])
    assert recipient in manifest["recipients"]
    used = end + 64 + manifest["zlen"]
    frame, padding = plain[end + 64 : used], plain[used:]
    assert not any(padding) and hashlib.sha256(frame).hexdigest() == manifest["sha256"]
    assert len(plain) == padme(used)
    payload = decompress(frame)
    sections, at = {}, 0
    for section in manifest["sections"]:
        sections[section["name"]] = payload[at : at + section["len"]]
        assert hashlib.sha256(sections[section["name"]]).hexdigest() == section["sha256"]
        at += section["len"]
    assert at == len(payload) == manifest["len"]
    return key, manifest, sections


def padme(used: int) -> int:
    length = max(used, 32_768)
    exponent = length.bit_length() - 1
    step = 1 << exponent - exponent.bit_length()
    return -(-length // step) * step


def read_card(line: str) -> tuple[dict[str, Any], str]:
    """Return the fields and the code of an enrolment card."""
    number = 0
    for letter in line[8:]:
        number = number << 5 | CROCKFORD.index(letter)
    count = len(line[8:]) * 5 // 8
    data = (number >> len(line[8:]) * 5 - count * 8).to_bytes(count, "big")
    plain, checksum = data[:-5], data[-5:]
    assert hashlib.blake2b(plain, digest_size=5, person=b"bipdesk card").digest() == checksum
    code = hashlib.blake2b(plain, digest_size=13, person=b"bipdesk code").digest()
    values = [int(f"{int.from_bytes(code, 'big'):0104b}"[at : at + 5], 2) for at in range(0, 100, 5)]
    check = 0
    for value in values:
        check = (check ^ value) << 1
        check = check ^ 0b100101 if check >= 32 else check
    letters = "".join(CROCKFORD[value] for value in [*values, check])
    return json.loads(plain), " ".join(letters[at : at + 5] for at in range(0, 21, 5))
