"""The one style sheet: a template of token names, filled in and scaled here."""

import re
from dataclasses import asdict

from bipdesk.ui.theme.tokens import Tokens

_LENGTH = re.compile(r"(?<![\w.#-])(\d+(?:\.\d+)?)(px|pt)\b")
_NAME = re.compile(r"\$([a-z_]+)")


def style_sheet(template: str, tokens: Tokens, scale: float) -> str:
    """Fill `$name` with the token of that name and multiply lengths by `scale`; hairlines stay 1 px.

    Raises KeyError for a name that is no token.
    """
    colours = asdict(tokens)

    def length(match: re.Match[str]) -> str:
        number, unit = float(match[1]), match[2]
        if unit == "pt":
            return f"{number * scale:.2f}pt"
        return match[0] if number <= 1 else f"{round(number * scale)}px"

    return _NAME.sub(lambda match: str(colours[match[1]]), _LENGTH.sub(length, template))
