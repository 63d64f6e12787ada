"""Makes the Qt application: fonts, theme, language."""

import sys
from collections.abc import Callable, Sequence

import PySide6
from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from bipdesk.ui.theme.look import Look

QT_VERSION: str = PySide6.__version__


class Application(QApplication):
    """The application with its look; there is one, and it is handed on by constructor."""

    def __init__(self, arguments: Sequence[str], read_bytes: Callable[[str], bytes]) -> None:
        super().__init__(list(arguments))
        self.setApplicationName("bipdesk")
        self.setApplicationDisplayName("bipdesk")
        self.setDesktopFileName("bipdesk")
        self._read_bytes = read_bytes
        self._translators: list[QTranslator] = []
        self._dark: bool | None = None
        self._scale = 1.0
        self.look = Look(self, read_bytes, linux=sys.platform.startswith("linux"))
        self.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.dress()

    def dress(self, *, dark: bool | None = None, scale: float = 1.0) -> None:
        """Apply the theme; `dark` None follows the system, light where the system does not say."""
        self._dark, self._scale = dark, scale
        system = self.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.look.apply(dark=system if dark is None else dark, scale=scale)

    def speak(self, language: str, translation: bytes | None = None) -> None:
        """Use a language ("en", "es") for Qt's own words, and for ours where `translation` (.qm) is given.

        Called before any window is made.
        """
        for translator in self._translators:
            self.removeTranslator(translator)
        self._translators.clear()
        locale = QLocale(language)
        QLocale.setDefault(locale)
        self.setLayoutDirection(locale.textDirection())
        own = QTranslator(self)
        if translation is not None and own.load(translation):
            self._take(own)
        qt = QTranslator(self)
        if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._take(qt)

    def _take(self, translator: QTranslator) -> None:
        self.installTranslator(translator)
        self._translators.append(translator)

    def _on_scheme_changed(self) -> None:
        if self._dark is None:
            self.dress(dark=None, scale=self._scale)
