"""Where the files of resources/ are: beside the package in a clone, inside it in a wheel and in a build."""

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent


def folder() -> Path:
    """Return the resources folder of this installation.

    A wheel and a PyInstaller build carry it as `bipdesk/resources`, a clone at its top level.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def read_bytes(name: str) -> bytes:
    """Return the bytes of the resource `name`, such as "fonts/DejaVuSans.ttf".

    Raises ValueError for a name that leads out of the folder, FileNotFoundError for one that is not there.
    """
    return _path(name).read_bytes()


def read_text(name: str) -> str:
    """Return the resource `name` as UTF-8 text; raises as `read_bytes` does."""
    return _path(name).read_text(encoding="utf-8")


def names(subfolder: str, suffix: str) -> tuple[str, ...]:
    """Return the names of the resources in `subfolder` that end with `suffix` (".toml"), sorted.

    A name can be given to `read_text` and `read_bytes`; folders within are not searched.
    """
    found = (path.name for path in _path(subfolder).iterdir() if path.suffix == suffix and path.is_file())
    return tuple(f"{subfolder}/{name}" for name in sorted(found))


def _path(name: str) -> Path:
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name:
        raise ValueError(f"{name!r} is not the name of a resource")
    return folder().joinpath(*parts.parts)
