"""The enrolment card: by one line and one typed code a site and its county get to know each other."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from bipdesk.domain.errors import CardCodeDiffers, CardCodeMistyped, CardUnreadable
from bipdesk.domain.ids import OrgId
from bipdesk.domain.sync import canonical
from bipdesk.export.bundles import crockford
from bipdesk.export.bundles.body import KEY_LENGTH
from bipdesk.export.bundles.sealing import is_recipient
from bipdesk.export.bundles.values import OfficeKind, PinnedSender

VERSION = 1
PREFIX = "BIPDESK1"
MAX_NAME = 80
CHECKSUM_LENGTH = 5
GROUPS = 4
GROUP_LENGTH = 5
_CODE_LENGTH = GROUPS * GROUP_LENGTH + 1
_MAX_LINE = 4096


@dataclass(frozen=True, slots=True)
class EnrolmentCard:
    """What one office must know of another: who it is, what to encrypt to, whose signature to believe.

    Raises ValueError when made of anything a reader would refuse.
    """

    org_id: OrgId
    kind: OfficeKind
    recipient: str
    sign_key: bytes
    name: str

    def __post_init__(self) -> None:
        if len(self.sign_key) != KEY_LENGTH or not is_recipient(self.recipient):
            raise ValueError("a key of the card has the wrong form")
        plain = self.name.isprintable() and self.name.strip() == self.name == canonical.clean(self.name)
        if not plain or not 1 <= len(self.name) <= MAX_NAME:
            raise ValueError(f"the name has 1 to {MAX_NAME} characters that can be seen")

    def pinned(self) -> PinnedSender:
        """Return the sender whose bundles may be read, once the code of this card was compared."""
        return PinnedSender(self.org_id, self.kind, self.sign_key)


def write_card(card: EnrolmentCard) -> str:
    """Return `card` as one line of capital letters and digits, with a checksum at its end."""
    plain = _card_bytes(card)
    return PREFIX + crockford.encode(plain + _checksum(plain))


def read_card(line: str) -> EnrolmentCard:
    """Return the card of `line`; spaces, hyphens, line breaks and small letters do not matter.

    Raises CardUnreadable when the line was not copied whole or is no card.
    """
    text = crockford.normalise(line)
    prefix = crockford.normalise(PREFIX)
    if not text.startswith(prefix) or len(text) > _MAX_LINE:
        raise CardUnreadable
    try:
        data = crockford.decode(text[len(prefix) :])
        plain, checksum = data[:-CHECKSUM_LENGTH], data[-CHECKSUM_LENGTH:]
        if checksum != _checksum(plain):
            raise CardUnreadable
        return _card(canonical.decode(plain, _MAX_LINE))
    except ValueError:
        raise CardUnreadable from None


def fingerprint(card: EnrolmentCard) -> str:
    """Return 100 bits of `card` as four groups of five characters and one check character."""
    number = int.from_bytes(
        hashlib.blake2b(_card_bytes(card), digest_size=13, person=b"bipdesk code").digest()
    )
    characters = crockford.characters(number >> 4, GROUPS * GROUP_LENGTH)
    groups = [characters[start : start + GROUP_LENGTH] for start in range(0, len(characters), GROUP_LENGTH)]
    return " ".join([*groups, crockford.check_character(characters)])


def compare(card: EnrolmentCard, typed: str) -> None:
    """Compare the code somebody `typed`, from paper or from the telephone, with the code of `card`.

    Raises CardCodeMistyped for a slip (any one character wrong, any two exchanged), CardCodeDiffers for the
    code of another card. The program compares, never a person: the eye passes over differences.
    """
    code = crockford.normalise(typed)
    if len(code) != _CODE_LENGTH or not crockford.is_text(code):
        raise CardCodeMistyped
    if crockford.check_character(code[:-1]) != code[-1]:
        raise CardCodeMistyped
    if code != crockford.normalise(fingerprint(card)):
        raise CardCodeDiffers


def _card_bytes(card: EnrolmentCard) -> bytes:
    return canonical.dumps(
        {
            "kind": str(card.kind),
            "name": card.name,
            "org": str(card.org_id),
            "recipient": card.recipient,
            "sign": card.sign_key.hex(),
            "v": VERSION,
        }
    ).encode()


def _card(fields: object) -> EnrolmentCard:
    if not isinstance(fields, dict) or set(fields) != {"kind", "name", "org", "recipient", "sign", "v"}:
        raise CardUnreadable
    texts = {key: value for key, value in fields.items() if isinstance(value, str)}
    if len(texts) != len(fields) - 1 or type(fields["v"]) is not int or fields["v"] != VERSION:
        raise CardUnreadable
    card = EnrolmentCard(
        org_id=OrgId(UUID(texts["org"])),
        kind=OfficeKind(texts["kind"]),
        recipient=texts["recipient"],
        sign_key=bytes.fromhex(texts["sign"]),
        name=texts["name"],
    )
    if _card_bytes(card).decode() != canonical.dumps(fields):
        raise CardUnreadable
    return card


def _checksum(plain: bytes) -> bytes:
    return hashlib.blake2b(plain, digest_size=CHECKSUM_LENGTH, person=b"bipdesk card").digest()
