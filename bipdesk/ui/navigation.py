"""The pages of the window, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bipdesk.domain.site import DangerPanel

if TYPE_CHECKING:
    from bipdesk.services.drafts import DraftService
    from bipdesk.ui.frame import Frame
    from bipdesk.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Page:
    """A page: an entry of the side bar, or a detail page that belongs under one."""

    key: str
    title: str
    icon: str
    factory: "Callable[[Frame], Screen]"
    listed: bool = True
    under: str = ""
    """The entry that is highlighted while a detail page is shown."""
    shortcut: str = ""
    safety: bool = False
    """On the safety side: plum edge and banner."""

    @property
    def entry(self) -> str:
        """Return the key of the entry that stands for this page."""
        return self.under or self.key


@dataclass(frozen=True, slots=True)
class Standing:
    """The foot of the side bar: how the county and the backup stand, in words, with a state each."""

    lines: tuple[tuple[str, str], ...] = ()
    """(words, state): state is "", "warn" or "bad"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found by the find box: what it is called, what it is, and the page that shows it."""

    title: str
    detail: str
    page: str
    argument: object = None


@dataclass(frozen=True, slots=True)
class Workplace:
    """All the window needs of what was unlocked; dropping it and calling `close` is what locking means."""

    who: str
    role: str
    programme: str
    pages: tuple[Page, ...]
    standing: Callable[[], Standing]
    """Called on the database thread."""
    find: Callable[[str], tuple[Hit, ...]]
    """Called on the database thread."""
    close: Callable[[], None]
    """Called last on the database thread: destroys keys and engines."""
    warning: str = ""
    """What must be said at once: for example that an old copy was put back."""
    danger: Callable[[], DangerPanel] = DangerPanel
    """Whom to call when somebody is in danger; called on the database thread."""
    drafts: "DraftService | None" = None
    """What keeps forms that are half typed; none in a workplace without such forms."""
    standing_topics: frozenset[str] = frozenset({"county", "site"})
