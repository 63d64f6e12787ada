"""The layout inside the age file: magic, signed manifest, signature, compressed payload, zero padding."""

from dataclasses import dataclass

from bipdesk.export.bundles.padding import padded_length

MAGIC = b"bipdesk/bundle/"
LAYOUT = 1
"""One byte after the magic; a reader that meets a higher one asks for a newer program."""
DOMAIN = b"bipdesk/bundle/1/signature\x00"
"""Put before the signed bytes, so that a signature made for anything else is no signature of a bundle."""
KEY_LENGTH = 32
SIGNATURE_LENGTH = 64
START = len(MAGIC) + 1 + 4


class NotABody(ValueError):
    """The bytes do not begin as a bundle does."""


class LayoutTooNew(ValueError):
    """The bytes begin as a bundle of a later layout."""


class BodyBroken(ValueError):
    """The parts do not fit into the bytes, or the padding is not as it must be."""


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a plaintext before anything in them is believed."""

    signed: bytes
    signature: bytes
    rest: bytes

    @property
    def sender_key(self) -> bytes:
        """The public key the bundle says it was signed with (32 bytes)."""
        return self.signed[:KEY_LENGTH]

    @property
    def manifest(self) -> bytes:
        """The manifest as bytes; to be parsed only after the signature was found good."""
        return self.signed[KEY_LENGTH:]


def join_body(signed: bytes, signature: bytes, payload: bytes) -> bytes:
    """Return the padded plaintext; `signed` is the sender's public key followed by the manifest."""
    if len(signature) != SIGNATURE_LENGTH:
        raise ValueError("an Ed25519 signature has 64 bytes")
    head = MAGIC + bytes([LAYOUT]) + len(signed).to_bytes(4, "big")
    body = head + signed + signature + payload
    return body.ljust(padded_length(len(body)), b"\0")


def split_body(plaintext: bytes, most_signed: int) -> Body:
    """Return the parts of `plaintext`; `most_signed` bounds key and manifest together, in bytes.

    Raises NotABody, LayoutTooNew or BodyBroken.
    """
    if not plaintext.startswith(MAGIC) or len(plaintext) < START:
        raise NotABody
    layout = plaintext[len(MAGIC)]
    if layout > LAYOUT:
        raise LayoutTooNew
    length = int.from_bytes(plaintext[len(MAGIC) + 1 : START], "big")
    end = START + length
    fits = KEY_LENGTH < length <= most_signed and end + SIGNATURE_LENGTH <= len(plaintext)
    if layout != LAYOUT or not fits:
        raise BodyBroken("the signed part does not fit")
    signature_end = end + SIGNATURE_LENGTH
    return Body(plaintext[START:end], plaintext[end:signature_end], plaintext[signature_end:])


def payload_of(body: Body, length: int) -> bytes:
    """Return the first `length` bytes after the signature; raises BodyBroken unless only padding follows."""
    used = START + len(body.signed) + SIGNATURE_LENGTH + length
    whole = START + len(body.signed) + SIGNATURE_LENGTH + len(body.rest)
    if used > whole or whole != padded_length(used):
        raise BodyBroken("the payload does not fit")
    if body.rest.count(0, length) != len(body.rest) - length:
        raise BodyBroken("the padding is not all zero")
    return body.rest[:length]
