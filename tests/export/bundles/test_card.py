"""Two offices get to know each other by a line and a typed code."""

import hashlib
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.errors import CardCodeDiffers, CardCodeMistyped, CardUnreadable
from bipdesk.domain.ids import OrgId
from bipdesk.domain.sync import canonical
from bipdesk.export.bundles import OfficeKind, crockford
from bipdesk.export.bundles.card import EnrolmentCard, compare, fingerprint, read_card, write_card
from tests.export.bundles.offices import COUNTY, SITE, Office


def card_of(office: Office, name: str) -> EnrolmentCard:
    return EnrolmentCard(office.org_id, office.kind, office.recipient, office.sign_key, name)


COUNTY_CARD = card_of(COUNTY, "Lincoln County Probation – Ørsted desk")
LINE = write_card(COUNTY_CARD)
CODE = fingerprint(COUNTY_CARD)
PLACES = [place for place, character in enumerate(CODE) if character != " "]


def test_a_card_comes_back_from_its_line() -> None:
    assert read_card(LINE) == COUNTY_CARD
    assert read_card(write_card(card_of(SITE, "Site"))).pinned() == SITE.pinned()
    assert LINE.isascii() and LINE.isalnum() and LINE.upper() == LINE


def test_spaces_breaks_hyphens_and_small_letters_do_not_matter() -> None:
    broken = "\n ".join(LINE[start : start + 40].lower() for start in range(0, len(LINE), 40))
    assert read_card("  " + broken.replace("0", "o") + "-\r\n") == COUNTY_CARD


def test_every_wrong_character_of_the_line_is_noticed() -> None:
    for place, character in enumerate(LINE):
        wrong = crockford.ALPHABET[(crockford.ALPHABET.find(character) + 1) % 32]
        with pytest.raises(CardUnreadable):
            read_card(LINE[:place] + wrong + LINE[place + 1 :])


def test_a_line_cut_at_any_place_is_noticed() -> None:
    for length in range(len(LINE)):
        with pytest.raises(CardUnreadable):
            read_card(LINE[:length])


@given(st.text() | st.text(crockford.ALPHABET).map("BIPDESK1".__add__))
def test_any_other_text_is_no_card(text: str) -> None:
    with pytest.raises(CardUnreadable):
        read_card(text)


def line_of(**changes: Any) -> str:
    """Return a line with a good checksum around other fields."""
    data = crockford.decode(crockford.normalise(LINE)[8:])[:-5]
    changed: dict[str, Any] = canonical.decode(data) | changes
    plain = canonical.dumps(changed).encode()
    checksum = hashlib.blake2b(plain, digest_size=5, person=b"bipdesk card").digest()
    return "BIPDESK1" + crockford.encode(plain + checksum)


@pytest.mark.parametrize(
    "lie",
    [
        {"v": 2},
        {"v": True},
        {"v": "1"},
        {"kind": "state"},
        {"org": "x"},
        {"org": str(UUID(int=10)).upper()},
        {"recipient": COUNTY.recipient.upper()},
        {"recipient": "age1pq1"},
        {"sign": "00"},
        {"sign": COUNTY.sign_key.hex().upper()},
        {"sign": None},
        {"name": ""},
        {"name": "x" * 81},
        {"name": " Site"},
        {"name": "Site\u202eetiS"},
        {"more": "x"},
    ],
)
def test_a_card_with_a_good_checksum_but_other_fields_is_refused(lie: dict[str, Any]) -> None:
    assert read_card(line_of()) == COUNTY_CARD
    with pytest.raises(CardUnreadable):
        read_card(line_of(**lie))


def test_the_code_has_four_groups_of_five_and_a_check_character() -> None:
    assert [len(group) for group in CODE.split(" ")] == [5, 5, 5, 5, 1]


def test_the_typed_code_is_compared_however_it_is_spaced() -> None:
    for typed in (CODE, CODE.lower(), CODE.replace(" ", ""), CODE.replace(" ", "-"), CODE.replace("0", "O")):
        compare(COUNTY_CARD, typed)


@given(place=st.sampled_from(PLACES), other=st.sampled_from(crockford.ALPHABET))
def test_any_one_wrong_character_is_called_a_slip(place: int, other: str) -> None:
    wrong = CODE[:place] + other + CODE[place + 1 :]
    if wrong == CODE:
        return
    with pytest.raises(CardCodeMistyped):
        compare(COUNTY_CARD, wrong)


@given(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True))
def test_any_two_exchanged_characters_are_called_a_slip(places: list[int]) -> None:
    letters = list(CODE)
    first, second = places
    if letters[first] == letters[second]:
        return
    letters[first], letters[second] = letters[second], letters[first]
    with pytest.raises(CardCodeMistyped):
        compare(COUNTY_CARD, "".join(letters))


@pytest.mark.parametrize(
    "typed",
    ["", "yes", CODE[:-2], CODE + "0", CODE[:-1] + "U", CODE[:-1] + "é"],
    ids=["nothing", "a word", "too short", "too long", "a letter no code has", "an accent"],
)
def test_anything_that_cannot_be_a_code_is_called_a_slip(typed: str) -> None:
    with pytest.raises(CardCodeMistyped):
        compare(COUNTY_CARD, typed)


def test_a_card_with_anything_exchanged_has_another_code() -> None:
    others = [
        EnrolmentCard(OrgId(UUID(int=9)), COUNTY.kind, COUNTY.recipient, COUNTY.sign_key, COUNTY_CARD.name),
        EnrolmentCard(COUNTY.org_id, OfficeKind.SITE, COUNTY.recipient, COUNTY.sign_key, COUNTY_CARD.name),
        EnrolmentCard(COUNTY.org_id, COUNTY.kind, SITE.recipient, COUNTY.sign_key, COUNTY_CARD.name),
        EnrolmentCard(COUNTY.org_id, COUNTY.kind, COUNTY.recipient, SITE.sign_key, COUNTY_CARD.name),
        card_of(COUNTY, "Another name"),
    ]
    for other in others:
        with pytest.raises(CardCodeDiffers):
            compare(other, CODE)


def test_a_card_is_not_made_of_what_a_reader_refuses() -> None:
    with pytest.raises(ValueError, match="key"):
        EnrolmentCard(COUNTY.org_id, COUNTY.kind, "age1x", COUNTY.sign_key, "County")
    with pytest.raises(ValueError, match="name"):
        card_of(COUNTY, "County\n")
