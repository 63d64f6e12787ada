"""Codes that people read aloud: checked, never corrected, with the group to look at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.key_errors import CodeMistyped
from bipdesk.domain.sentences import sentence
from bipdesk.keys import bech32
from bipdesk.keys.recovery_code import (
    FINGERPRINT,
    FIRST,
    RECOVERY,
    CodeKind,
    fingerprint,
    first_code_or_nothing,
    in_groups,
    new_first_code,
    new_recovery_code,
    read_fingerprint,
    read_first_code,
    read_recovery_code,
)

READERS = {RECOVERY: read_recovery_code, FIRST: read_first_code, FINGERPRINT: read_fingerprint}


@st.composite
def codes(draw: st.DrawFn) -> tuple[CodeKind, str]:
    kind = draw(st.sampled_from([RECOVERY, FIRST, FINGERPRINT]))
    symbols = draw(st.lists(st.integers(0, 31), min_size=kind.symbols, max_size=kind.symbols))
    return kind, bech32.with_checksum(kind.prefix, symbols)


@pytest.mark.parametrize(
    "text",
    [
        "A1LQFN3A",
        "a1lqfn3a",
        "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
        "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
        "?1v759aa",
    ],
)
def test_the_valid_strings_of_bip_350_are_sound(text: str) -> None:
    prefix, _, rest = text.lower().rpartition("1")
    assert bech32.is_sound(prefix, [bech32.ALPHABET.index(c) for c in rest])


@pytest.mark.parametrize(
    "text",
    [
        "in1muywd",
        "mm1crxm3i",
        "a12uel5l",
        "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
        "M1VUXWEZ",
    ],
)
def test_invalid_strings_of_bip_350_and_bech32_without_m_are_not_sound(text: str) -> None:
    prefix, _, rest = text.lower().rpartition("1")
    symbols = [bech32.ALPHABET.find(c) for c in rest]
    assert min(symbols) < 0 or not bech32.is_sound(prefix, symbols)


@given(codes(), st.sampled_from([" ", "-", "  ", " - ", "\n"]), st.booleans())
def test_a_code_is_read_in_any_case_and_spacing(
    made: tuple[CodeKind, str], between: str, capitals: bool
) -> None:
    kind, code = made
    typed = in_groups(code).replace(" ", between)
    assert READERS[kind](typed.upper() if capitals else typed) == code


@given(codes(), st.data())
def test_one_wrong_character_is_refused_and_its_group_named(
    made: tuple[CodeKind, str], data: st.DataObject
) -> None:
    kind, code = made
    place = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from([c for c in bech32.ALPHABET if c != code[place]]))
    with pytest.raises(CodeMistyped) as caught:
        READERS[kind](code[:place] + other + code[place + 1 :])
    assert caught.value.values["group"] == place // 4 + 1
    assert f"look at group {place // 4 + 1}" in sentence(caught.value)


@given(codes(), st.data())
def test_up_to_four_wrong_characters_are_always_refused(
    made: tuple[CodeKind, str], data: st.DataObject
) -> None:
    kind, code = made
    places = data.draw(st.sets(st.integers(0, len(code) - 1), min_size=1, max_size=4))
    typed = list(code)
    for place in places:
        typed[place] = data.draw(st.sampled_from([c for c in bech32.ALPHABET if c != code[place]]))
    with pytest.raises(CodeMistyped):
        READERS[kind]("".join(typed))


@given(codes(), st.integers(0, 30))
def test_two_neighbours_exchanged_are_refused(made: tuple[CodeKind, str], at: int) -> None:
    kind, code = made
    place = at % (len(code) - 1)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(CodeMistyped):
            READERS[kind](swapped)


@pytest.mark.parametrize(("typed", "group"), [("qqqq bqqq", 2), ("qqqq qqqq q1qq", 3), ("i", 1), ("ß", 1)])
def test_a_character_no_code_has_is_named_with_its_group(typed: str, group: int) -> None:
    with pytest.raises(CodeMistyped) as caught:
        read_recovery_code(typed)
    assert caught.value.values["group"] == group


def test_a_code_too_short_or_too_long_says_how_long_it_should_be() -> None:
    code = new_recovery_code()
    for typed in (code[:-1], code + "q", ""):
        with pytest.raises(CodeMistyped, match=r"^code-mistyped$") as caught:
            read_recovery_code(typed)
        assert "32 characters" in sentence(caught.value)


def test_new_codes_have_their_groups_and_differ() -> None:
    assert [len(group) for group in new_recovery_code().split()] == [4] * 8
    assert [len(group) for group in new_first_code().split()] == [4] * 5
    assert [len(group) for group in fingerprint(bytes(32)).split()] == [4] * 6
    assert len({new_recovery_code() for _ in range(50)}) == 50
    assert len({new_first_code() for _ in range(50)}) == 50


def test_a_first_code_is_read_or_given_up_without_a_hint() -> None:
    code = new_first_code()
    assert first_code_or_nothing(code.upper()) == read_first_code(code)
    for wrong in ("", "x", code[:-1] + ("q" if code[-1] != "q" else "p"), "äöü" * 9, new_recovery_code()):
        assert first_code_or_nothing(wrong) == ""


def test_the_last_two_bits_of_a_recovery_code_are_zero() -> None:
    symbols = [bech32.ALPHABET.index(c) for c in read_recovery_code(new_recovery_code())]
    assert symbols[25] & 3 == 0


def test_a_code_of_another_kind_is_not_taken() -> None:
    long = bech32.with_checksum("elsewhere", [1] * RECOVERY.symbols)
    with pytest.raises(CodeMistyped):
        read_recovery_code(long)
