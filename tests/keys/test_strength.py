"""Which passphrases are taken, and how long the window waits."""

import unicodedata

import pytest

from bipdesk.domain.key_errors import PassphraseTooWeak
from bipdesk.keys.strength import judge, normal_form, require_strength
from bipdesk.keys.wait import wait_seconds


@pytest.mark.parametrize(
    "weak", ["", "   ", "password", "password1234567", "qwertyuiop", "Summer2026", "x" * 1025]
)
def test_what_could_be_guessed_is_refused_with_a_sentence(weak: str) -> None:
    judged = judge(weak)
    assert not judged.ok
    assert judged.sentence.endswith(".")
    with pytest.raises(PassphraseTooWeak):
        require_strength(weak)


@pytest.mark.parametrize(
    "strong",
    [
        "river lantern copper seventeen",
        "słoń w żółtej szafie tańczy",
        " ".join(["river lantern copper seventeen"] * 5),
    ],
)
def test_phrases_of_unrelated_words_are_taken_also_when_long(strong: str) -> None:
    assert judge(strong).ok
    require_strength(strong)


def test_her_own_name_counts_for_little() -> None:
    assert judge("Wilhelmina Quist Ox").ok
    assert not judge("Wilhelmina Quist Ox", ["Wilhelmina Quist Ox"]).ok


def test_both_ways_to_write_an_accent_are_one_passphrase() -> None:
    text = "élan über señor"
    assert normal_form(text) == normal_form(unicodedata.normalize("NFD", text))
    assert normal_form("\ud800")  # a broken paste is a wrong try, not a crash


def test_the_wait_grows_and_has_an_end() -> None:
    waits = [wait_seconds(failures) for failures in range(40)]
    assert waits[:5] == [0, 0, 0, 5, 10]
    assert waits == sorted(waits)
    assert waits[-1] == 300
