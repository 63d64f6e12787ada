"""The style sheet knows only tokens, and grows with the text."""

import re
from pathlib import Path

import pytest

import bipdesk.ui
from bipdesk import assets
from bipdesk.ui.theme.sheet import style_sheet
from bipdesk.ui.theme.tokens import DARK, LIGHT

COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl|Qt\.GlobalColor|QColor\(\s*[\"'\d]")


def test_the_template_holds_no_colour_of_its_own() -> None:
    template = assets.read_text("style/bipdesk.qss")
    colours = [
        found for found in COLOUR.findall(template) if not re.fullmatch(r"#(window|content|page)", found)
    ]
    assert colours == []


def test_no_module_but_the_tokens_holds_a_colour() -> None:
    root = Path(bipdesk.ui.__file__).parent
    offenders = [
        f"{path.name}:{number}"
        for path in root.rglob("*.py")
        if path.name != "tokens.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if COLOUR.search(line)
    ]
    assert offenders == []


@pytest.mark.parametrize("line", ['x = "#14615e"', "QColor(1, 2, 3)", "Qt.GlobalColor.red", '"rgb(1,2,3)"'])
def test_the_search_for_colours_finds_them(line: str) -> None:
    assert COLOUR.search(line)


def test_names_are_filled_in_and_lengths_grow() -> None:
    sheet = style_sheet("QLabel { color: $text; padding: 1px 8px; font-size: 9.5pt; }", LIGHT, 1.5)
    assert sheet == f"QLabel {{ color: {LIGHT.text}; padding: 1px 12px; font-size: 14.25pt; }}"


def test_a_name_that_is_no_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        style_sheet("QLabel { color: $nonsense; }", DARK, 1.0)


def test_the_whole_template_can_be_filled_in() -> None:
    assert "$" not in style_sheet(assets.read_text("style/bipdesk.qss"), DARK, 2.0)
