"""Every colour of the window, named for what it is for, once light and once dark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tokens:
    """The colours of one theme; `soft` is a ground, `text` is written on it or on a panel."""

    dark: bool
    ground: str
    side: str
    bar: str
    panel: str
    field: str
    hairline: str
    row_line: str
    row_current: str
    hover: str
    text: str
    text_soft: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    safety: str
    safety_hover: str
    on_safety: str
    safety_soft: str
    safety_text: str
    good: str
    on_good: str
    good_soft: str
    good_text: str
    warn: str
    on_warn: str
    warn_soft: str
    warn_text: str
    bad: str
    on_bad: str
    bad_soft: str
    bad_text: str
    neutral_soft: str
    neutral_text: str
    outline: str
    """Border of an unchecked box or an empty step: at least 3:1 on a panel."""
    mark: str
    """A filled step of the journey."""
    focus: str


LIGHT = Tokens(
    dark=False,
    ground="#f6f5f1",
    side="#fbfaf7",
    bar="#ffffff",
    panel="#ffffff",
    field="#ffffff",
    hairline="#dcdad2",
    row_line="#eeece6",
    row_current="#f0f6f5",
    hover="#f1efe9",
    text="#1d2a2e",
    text_soft="#33434a",
    muted="#5d6b6f",
    accent="#14615e",
    accent_hover="#0f514e",
    on_accent="#ffffff",
    accent_soft="#e2efed",
    accent_text="#14615e",
    safety="#5b3a8c",
    safety_hover="#4c2f78",
    on_safety="#ffffff",
    safety_soft="#efe9f7",
    safety_text="#5b3a8c",
    good="#2b6a3c",
    on_good="#ffffff",
    good_soft="#e4f1e6",
    good_text="#2b6a3c",
    warn="#9a5b00",
    on_warn="#ffffff",
    warn_soft="#fbf0dc",
    warn_text="#8c5200",
    bad="#a32a2a",
    on_bad="#ffffff",
    bad_soft="#f9e6e4",
    bad_text="#a32a2a",
    neutral_soft="#eeece6",
    neutral_text="#55625f",
    outline="#879195",
    mark="#14615e",
    focus="#14615e",
)

DARK = Tokens(
    dark=True,
    ground="#191c1c",
    side="#1e2222",
    bar="#1e2222",
    panel="#232828",
    field="#1d2121",
    hairline="#3a4140",
    row_line="#303635",
    row_current="#263230",
    hover="#2c3232",
    text="#e9e7e1",
    text_soft="#cfd2cd",
    muted="#a3aba8",
    accent="#1d7470",
    accent_hover="#217d78",
    on_accent="#ffffff",
    accent_soft="#1f3a38",
    accent_text="#7fcbc4",
    safety="#6f4ca6",
    safety_hover="#7d5ab3",
    on_safety="#ffffff",
    safety_soft="#352b48",
    safety_text="#c9b3ec",
    good="#3a7d4d",
    on_good="#ffffff",
    good_soft="#213a29",
    good_text="#93d0a2",
    warn="#98640f",
    on_warn="#ffffff",
    warn_soft="#40321a",
    warn_text="#ecbf6c",
    bad="#b04343",
    on_bad="#ffffff",
    bad_soft="#472726",
    bad_text="#f2a8a3",
    neutral_soft="#333938",
    neutral_text="#b7beba",
    outline="#828c89",
    mark="#4fb0a8",
    focus="#7fcbc4",
)

TEXT_ON: tuple[tuple[str, str], ...] = (
    ("text", "ground"),
    ("text", "side"),
    ("text", "bar"),
    ("text", "panel"),
    ("text", "field"),
    ("text", "hover"),
    ("text", "row_current"),
    ("text_soft", "side"),
    ("text_soft", "hover"),
    ("muted", "ground"),
    ("muted", "side"),
    ("muted", "bar"),
    ("muted", "panel"),
    ("muted", "field"),
    ("muted", "row_current"),
    ("accent_text", "accent_soft"),
    ("accent_text", "panel"),
    ("accent_text", "ground"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("safety_text", "safety_soft"),
    ("on_safety", "safety"),
    ("on_safety", "safety_hover"),
    ("good_text", "good_soft"),
    ("good_text", "panel"),
    ("on_good", "good"),
    ("warn_text", "warn_soft"),
    ("warn_text", "side"),
    ("warn_text", "panel"),
    ("on_warn", "warn"),
    ("bad_text", "bad_soft"),
    ("bad_text", "panel"),
    ("bad_text", "side"),
    ("on_bad", "bad"),
    ("neutral_text", "neutral_soft"),
)
"""Every pair of writing and ground the style sheet uses; a test holds each to 4.5:1 (WCAG 2.2, 1.4.3)."""

SHAPES_ON: tuple[tuple[str, str], ...] = (
    ("outline", "panel"),
    ("outline", "field"),
    ("focus", "panel"),
    ("focus", "ground"),
    ("focus", "field"),
    ("mark", "panel"),
)
"""Every pair of a shape that carries meaning and its ground: 3:1 (WCAG 2.2, 1.4.11)."""
