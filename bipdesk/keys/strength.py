"""Whether a passphrase is strong enough to stand before a stolen folder."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bipdesk.domain.key_errors import PassphraseTooWeak

MOST_CHARACTERS = 1024
_JUDGED_CHARACTERS = 72  # zxcvbn refuses more; what is strong in 72 is strong in all
_LEAST_GUESSES_LOG10 = 10.0
"""Ten thousand million guesses at a good half second each: the threshold of zxcvbn's highest score."""


@dataclass(frozen=True, slots=True)
class Strength:
    """The judgement on one passphrase, with the sentence to show beside it."""

    ok: bool
    sentence: str


def normal_form(passphrase: str) -> bytes:
    """Return the bytes that are hashed: NFC, UTF-8 (a broken paste stays a wrong try)."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def judge(passphrase: str, words: Sequence[str] = ()) -> Strength:
    """Judge `passphrase`; `words` are what a guesser would try first (her name, the programme's name)."""
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) > MOST_CHARACTERS:
        return Strength(False, f"A passphrase has at most {MOST_CHARACTERS} characters.")
    if not text.strip():
        return Strength(False, "Type a passphrase: four or more unrelated words are easy to keep in mind.")
    from zxcvbn import zxcvbn  # imported here because its word lists take a noticeable time to load

    result = zxcvbn(text[:_JUDGED_CHARACTERS], user_inputs=[word for word in words if word])
    if float(result["guesses_log10"]) < _LEAST_GUESSES_LOG10:
        return Strength(
            False, "This could be guessed. Add another word or two that have nothing to do with each other."
        )
    return Strength(True, "This is strong enough.")


def require_strength(passphrase: str, words: Sequence[str] = ()) -> None:
    """Raise PassphraseTooWeak unless `judge` finds the passphrase strong enough."""
    judged = judge(passphrase, words)
    if not judged.ok:
        raise PassphraseTooWeak(reason=judged.sentence)
