"""The height a dialog needs for text that runs over several lines."""

from PySide6.QtWidgets import QDialog


def fit_height(dialog: QDialog) -> None:
    """Give `dialog` the height its layout needs at its present width; Qt's own hint forgets wrapped text."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = max(dialog.minimumWidth(), dialog.width() if dialog.isVisible() else 0)
    dialog.resize(width, layout.totalHeightForWidth(width))
