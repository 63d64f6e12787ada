"""Keeps what is being typed into a form, so that it survives lock, crash and power cut."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.draft import NO_SUBJECT, Draft, DraftKey
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.ui.forms.draft_bar import DISCARDED, DraftBar
from bipdesk.ui.forms.draft_fields import DraftFields
from bipdesk.ui.forms.sealed_part import SealedPart
from bipdesk.ui.frame import Frame

if TYPE_CHECKING:
    from bipdesk.services.drafts import DraftService

PAUSE_MS = 400
_SEEN = "/seen"
"""The name under which a draft keeps the token of what was on screen; no field has a stroke in front."""


class DraftKeeper(QObject):
    """Watches one form: writes after a pause in typing and before the lock, fills in what was begun earlier.

    Without `frame.drafts` it does nothing.
    """

    filled = Signal()
    """What was begun earlier stands in the fields again, or was discarded: look at them anew."""

    def __init__(self, frame: Frame, form: str, root: QWidget, sealed: "SealedPart | None" = None) -> None:
        """`form` names the form in the file, `root` holds its fields, `sealed` is its hand-over part."""
        super().__init__(root)
        self._frame = frame
        self._form = form
        self._key: DraftKey | None = None
        self._shown: dict[str, object] = {}
        self._kept: dict[str, object] = {}
        self._seen, self._seen_then = UNSEEN, UNSEEN
        self._discarded: dict[str, object] = {}
        self._fields = DraftFields(root, self.touch)
        self._sealed = sealed
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._write)
        self.bar = DraftBar()
        self.bar.discard_wanted.connect(self.discard)
        self.bar.undo_wanted.connect(self._on_undo)
        frame.locking.connect(self.keep_now)
        if sealed is not None:
            sealed.edited.connect(self.touch)

    def begin(self, subject_id: UUID = NO_SUBJECT, seen: Seen = UNSEEN) -> None:
        """Say that the fields show what the file says: what differs from now on is a draft.

        The first time for a subject, what was begun earlier is looked for and filled in. `seen` is the token
        of what is shown: a draft keeps it.
        """
        self._timer.stop()
        self._fields.watch()
        outdated = self._kept
        self._shown, self._kept = self._fields.content(), {}
        self._seen, self._seen_then = seen, UNSEEN
        self.bar.put_away()
        key = DraftKey(self._form, subject_id)
        drafts = self._frame.drafts
        if drafts is None:
            return
        if key == self._key:
            if outdated:
                self._frame.tasks.change(self, lambda: drafts.keep(key, {}))
            return
        self._key = key
        if self._sealed is not None:
            self._sealed.begin(drafts)
        self._look_for(key, drafts)

    def leave(self) -> None:
        """Keep what is typed and let go: the fields are about to show something else."""
        self.keep_now()
        self._key = None
        self.bar.put_away()

    def touch(self) -> None:
        """Say that something was changed; it is written after the next pause."""
        if self._key is not None:
            self._timer.start()

    def keep_now(self) -> None:
        """Write what waits for a pause."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    def typed(self) -> dict[str, object]:
        """Return what differs from what the form showed at first."""
        now = self._fields.content()
        return {
            name: value
            for name, value in now.items()
            if value != self._shown.get(name, value if value in ("", False) else None)
        }

    @property
    def seen(self) -> Seen:
        """Return the token to save with: of what was on screen when the fields were typed, before a lock too.

        So what an import brought meanwhile makes a conflict, and is not overwritten unseen.
        """
        return self._seen_then or self._seen

    @property
    def is_begun(self) -> bool:
        """Say whether there is something that would be lost without a draft."""
        return self._key is not None and (
            bool(self.typed()) or (self._sealed is not None and self._sealed.is_filled)
        )

    @property
    def is_written(self) -> bool:
        """Say whether all that is typed has been handed to the file."""
        return self._key is not None and not self._timer.isActive() and self.typed() == self._kept

    def saving(self, command: Callable[[], Changes]) -> Callable[[], Changes]:
        """Return the command that saves the form, with which the draft goes; it stays when saving fails."""
        key, drafts = self._key, self._frame.drafts
        if key is None or drafts is None:
            return command
        self.keep_now()
        sitting = None if self._sealed is None else self._sealed.sitting
        return lambda: drafts.finish(key, command, sitting)

    def saved(self) -> None:
        """Begin a new sitting of the same form: what stands in the fields now is what it shows at first."""
        key, drafts = self._key, self._frame.drafts
        self._timer.stop()
        self._shown, self._kept = self._fields.content(), {}
        self.bar.put_away()
        if key is not None and drafts is not None:
            # A pause may have ended while the form was being saved: what it wrote is saved, too.
            self._frame.tasks.change(self, lambda: drafts.keep(key, {}))
            if self._sealed is not None:
                self._sealed.begin(drafts)

    def discard(self, words: str = DISCARDED) -> None:
        """Empty the form of all that was typed, with Undo; `words` say so."""
        self.keep_now()
        key, drafts = self._key, self._frame.drafts
        self._discarded = self._with_seen(self.typed())
        self._fields.fill({name: self._shown.get(name, "") for name in self._discarded})
        if self._sealed is not None:
            self._sealed.empty()
        self._timer.stop()
        self._kept, self._seen_then = {}, UNSEEN
        if key is not None and drafts is not None:
            self._frame.tasks.change(self, lambda: drafts.drop(key))
            if self._sealed is not None:
                self._sealed.begin(drafts)
            self.bar.show_discarded(words or DISCARDED)
        self.filled.emit()

    def _on_undo(self) -> None:
        key, drafts, typed = self._key, self._frame.drafts, self._discarded
        if key is not None and drafts is not None:
            self._frame.tasks.change(self, lambda: drafts.take_back(key, typed))
            self._look_for(key, drafts)

    def _look_for(self, key: DraftKey, drafts: "DraftService") -> None:
        self._frame.tasks.run(self, lambda: (key, drafts.of(key)), self._show_begun)

    def _show_begun(self, answer: tuple[DraftKey, Draft | None]) -> None:
        key, draft = answer
        if draft is None or key != self._key:
            return
        content = dict(draft.content)
        self._seen_then = Seen(str(content.pop(_SEEN, "")))
        typed = self.typed()  # whoever types faster than the file answers is right
        self._fields.fill({name: value for name, value in content.items() if name not in typed})
        self._timer.stop()
        self._kept = {} if typed else content
        if typed:
            self.touch()
        self.bar.show_begun(draft)
        self.filled.emit()

    def _write(self) -> None:
        key, drafts = self._key, self._frame.drafts
        if key is None or drafts is None:
            return
        self._fields.watch()
        typed = self.typed()
        if typed != self._kept:
            self._kept = typed
            content = self._with_seen(typed)
            self._frame.tasks.change(self, lambda: drafts.keep(key, content))
        if self._sealed is not None and (typed or self._sealed.is_filled):
            self._sealed.keep(self._frame, key)

    def _with_seen(self, typed: dict[str, object]) -> dict[str, object]:
        return {**typed, _SEEN: self.seen} if typed and self.seen else typed
