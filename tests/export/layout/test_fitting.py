"""Text made to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.export.layout.fitting import DOTS, fit_block, fit_line, fit_name, wrap
from bipdesk.export.layout.fonts import Face, characters_without_glyph, printable, width_mm

FACE = Face(12, bold=True)
TEXT = st.text("abc Wñ-", max_size=60)
ROOM = st.floats(20, 80)


def test_text_that_fits_is_left_alone() -> None:
    assert fit_line("Aaron P.", FACE, 60, 8) == ("Aaron P.", FACE)
    assert fit_name("Aaron P.", FACE, 60, 8) == (["Aaron P."], FACE)
    assert fit_block("Aaron P.", FACE, 60, 8) == (["Aaron P."], FACE)


def test_text_gets_smaller_before_it_is_cut() -> None:
    text, face = fit_line("The Old Grange Hall", FACE, 40, 8)
    assert text == "The Old Grange Hall"
    assert 8 <= face.size < 12


def test_a_long_name_takes_two_lines_and_keeps_its_initial() -> None:
    assert fit_name("Maximiliano Sebastián E.", FACE, 37, 9)[0] == ["Maximiliano", "Sebastián E."]
    lines, _ = fit_name("Maximiliano Sebastián Bartholomew Christopher E.", FACE, 37, 9)
    assert len(lines) == 2
    assert lines[1].endswith("… E.")


@given(TEXT, ROOM)
def test_nothing_is_wider_than_its_room(text: str, room: float) -> None:
    line, face = fit_line(text, FACE, room, 8)
    blocks = [([line], face), fit_block(text, FACE, room, 9), fit_name(text, FACE, room, 9)]
    for lines, used in blocks:
        assert len(lines) <= 2
        assert all(width_mm(part, used) <= room + 1e-6 for part in lines)


@given(TEXT, ROOM, st.integers(1, 4))
def test_wrapping_loses_nothing_unless_it_says_so(text: str, room: float, most: int) -> None:
    lines = wrap(text, FACE, room, most)
    assert len(lines) <= most
    whole = "".join(printable(text).split())
    kept = "".join("".join(lines).split())
    assert kept == whole or (kept.endswith(DOTS) and whole.startswith(kept.removesuffix(DOTS)))


@pytest.mark.parametrize(
    "name",
    [
        "Gabriel Nuñez",
        "Ondřej Šťastný",
        "Wičháȟpi Čhetáŋ",
        "Łukasz Żółć",
        "Đặng Thị Ngọc",
        "Ḻʼuꞌ",
        "Οδυσσέας",
        "Юрій",
    ],
)
def test_the_font_has_the_letters_of_many_languages(name: str) -> None:
    assert characters_without_glyph(name) == frozenset()


def test_letters_the_font_lacks_are_named() -> None:
    assert characters_without_glyph("王 Wang") == {"王"}


def test_accents_are_joined_to_their_letters() -> None:
    assert printable("  Nun\u0303ez \n") == "Nu\u00f1ez"
