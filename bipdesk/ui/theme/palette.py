"""From tokens to Qt's palette: what Fusion itself paints with."""

from PySide6.QtGui import QColor, QPalette

from bipdesk.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole

_ROLES: dict[QPalette.ColorRole, str] = {
    _Role.Window: "ground",
    _Role.WindowText: "text",
    _Role.Base: "field",
    _Role.AlternateBase: "side",
    _Role.Text: "text",
    _Role.Button: "panel",
    _Role.ButtonText: "text",
    _Role.BrightText: "bad_text",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.PlaceholderText: "muted",
    _Role.ToolTipBase: "panel",
    _Role.ToolTipText: "text",
    _Role.Link: "accent_text",
    _Role.LinkVisited: "accent_text",
    _Role.Light: "panel",
    _Role.Midlight: "row_line",
    _Role.Mid: "hairline",
    _Role.Dark: "outline",
    _Role.Shadow: "outline",
}


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of one theme; disabled writing is muted, never invisible."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(getattr(tokens, name)))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return result
