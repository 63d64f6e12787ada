"""Where the program keeps its own few things on this computer; nothing in them is about anybody."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of the person who uses this computer."""

    data: Path
    """The list of folders, and where a new programme is put unless another place is chosen."""
    state: Path
    """Outside every programme's folder: how far each file had come, to notice an old copy put back."""

    @property
    def anchors(self) -> Path:
        """Return the folder of the notes about how far each file had come."""
        return self.state / "anchors"

    @property
    def new_folder(self) -> Path:
        """Return where a new programme goes unless another place is chosen."""
        return self.data / "programme"

    def folders(self) -> tuple[Path, ...]:
        """Return the folders unlocked before that are still there, the last used first."""
        try:
            names = json.loads((self.data / "folders.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        paths = [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []
        return tuple(path for path in paths if (path / "slots.json").is_file())

    def remember(self, folder: Path) -> None:
        """Put a folder first in the list."""
        names = [str(folder), *(str(path) for path in self.folders() if path != folder)]
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self.data / "folders.json.part"
        part.write_text(json.dumps(names), encoding="utf-8")
        part.replace(self.data / "folders.json")


def of_this_computer(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Places:
    """Return the places this system gives a program."""
    home = Path.home()
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return Places(local / "bipdesk", local / "bipdesk-state")
    if platform == "darwin":
        support = home / "Library" / "Application Support"
        return Places(support / "bipdesk", support / "bipdesk-state")
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    state = Path(environment.get("XDG_STATE_HOME") or home / ".local" / "state")
    return Places(data / "bipdesk", state / "bipdesk")
