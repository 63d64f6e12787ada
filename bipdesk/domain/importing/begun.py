"""An import that was begun and not finished, as plain values: it survives lock, crash and power cut."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bipdesk.domain.importing.cells import Corrections
from bipdesk.domain.importing.fields import Field
from bipdesk.domain.importing.mapping import ImportMapping, from_text, to_text
from bipdesk.domain.importing.trouble import Place, Ruling


@dataclass(frozen=True, slots=True)
class Begun:
    """Which table of which file it was, what was said of it, and what was corrected."""

    path: str
    digest: str
    """Of the contents of the file: corrections are of its rows and no other's."""
    sheet: str
    mapping: ImportMapping
    corrections: Corrections

    def content(self) -> dict[str, object]:
        """Return it as plain values by name."""
        return {
            "path": self.path,
            "digest": self.digest,
            "sheet": self.sheet,
            "mapping": to_text(self.mapping, whole=True),
            "corrections": _to_text(self.corrections),
        }


def begun_of(content: Mapping[str, object]) -> Begun | None:
    """Return what `content` tells of; None when it tells of nothing."""
    texts = {name: content.get(name, "") for name in ("path", "digest", "sheet", "mapping", "corrections")}
    if not all(isinstance(text, str) and text for text in texts.values()):
        return None
    path, digest, sheet, mapping, corrections = (str(text) for text in texts.values())
    return Begun(path, digest, sheet, from_text(mapping), _from_text(corrections))


def _to_text(corrections: Corrections) -> str:
    return json.dumps(
        {
            "texts": [[number, place, text] for (number, place), text in corrections.texts.items()],
            "rulings": list(corrections.rulings.items()),
        },
        ensure_ascii=False,
    )


def _from_text(text: str) -> Corrections:
    kept, found = json.loads(text), Corrections()
    for number, place, words in kept["texts"]:
        where: Place = place if isinstance(place, int) else Field(place)
        found.texts[int(number), where] = str(words)
    found.rulings.update({int(number): Ruling(ruling) for number, ruling in kept["rulings"]})
    return found
