"""Writing can be read and shapes can be seen, in both themes."""

import pytest

from bipdesk.ui.theme.tokens import DARK, LIGHT, SHAPES_ON, TEXT_ON, Tokens
from tests.ui.theme.contrast import contrast

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_the_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("writing", "ground"), TEXT_ON)
def test_writing_stands_out_from_its_ground(tokens: Tokens, writing: str, ground: str) -> None:
    assert contrast(getattr(tokens, writing), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(("shape", "ground"), SHAPES_ON)
def test_shapes_that_mean_something_stand_out(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3
