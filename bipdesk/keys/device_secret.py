"""The optional second factor: a random secret in this computer's own key store."""

import importlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal, Protocol, cast

from bipdesk.keys.slots import VaultId

DeviceState = Literal["ready", "missing", "unavailable"]
SERVICE = "desk-files"  # shown by the key store's own window: it says nothing about the subject
SECRET_BYTES = 32

ALLOWED = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)
"""Key stores that encrypt. The library alone would also take plain files and one that forgets."""

_SENTENCES: dict[DeviceState, str] = {
    "ready": "This computer's key store keeps a second part of the key.",
    "missing": "This computer's key store holds no part of the key for this programme. "
    "Use a computer that does, or the recovery code.",
    "unavailable": "This computer's key store is not available. The passphrase alone protects the "
    "files here; the recovery code works everywhere.",
}


@dataclass(frozen=True, slots=True)
class DeviceResult:
    """What the key store said: never an exception, always a sentence."""

    state: DeviceState
    secret: bytes | None = field(repr=False)
    sentence: str
    detail: str = ""
    """The class of the error, for a person who looks for the cause."""


class DeviceStore(Protocol):
    """Where device secrets are kept."""

    def read(self, vault: VaultId) -> DeviceResult:
        """Return the secret kept for a vault."""
        ...

    def create(self, vault: VaultId) -> DeviceResult:
        """Return the secret kept for a vault, made first when there is none."""
        ...


class KeyStoreBackend(Protocol):
    """The three calls of a keyring back end that are used."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        ...


class NoKeyStore(Exception):
    """None of the allowed key stores works here."""


def first_allowed() -> KeyStoreBackend:
    """Return the first allowed key store that works here; raise NoKeyStore.

    Environment variables, settings and plug-ins of the keyring library are passed by on purpose.
    """
    for module_name, class_name in ALLOWED:
        try:
            kind = getattr(importlib.import_module(module_name), class_name)
            if kind.viable:
                return _prepared(kind())
        except Exception:  # noqa: S112  # each back end fails in its own way where it does not belong
            continue
    raise NoKeyStore


def _prepared(backend: object) -> KeyStoreBackend:
    if type(backend).__name__ == "WinVaultKeyring":
        backend.persist = "local machine"  # type: ignore[attr-defined]  # the default roams with the domain profile
    return cast(KeyStoreBackend, backend)


class KeyringStore:
    """Device secrets in the operating system's key store; it may block on its prompt: not for the window."""

    def __init__(self, choose: Callable[[], KeyStoreBackend] = first_allowed) -> None:
        self._choose = choose

    def read(self, vault: VaultId) -> DeviceResult:
        """Return the secret of `vault`, "missing" or "unavailable"."""
        return _guarded(lambda: _found(self._choose(), vault))

    def create(self, vault: VaultId) -> DeviceResult:
        """Return the secret of `vault`, made, read back and compared when there was none."""
        return _guarded(lambda: self._created(vault))

    def forget(self, vault: VaultId) -> DeviceResult:
        """Remove the secret of `vault`; "missing" when it is gone."""
        return _guarded(lambda: self._forgotten(vault))

    def _created(self, vault: VaultId) -> DeviceResult:
        backend = self._choose()
        found = _found(backend, vault)
        if found.state == "ready":
            return found
        fresh = secrets.token_bytes(SECRET_BYTES)
        backend.set_password(SERVICE, user_name(vault), fresh.hex())
        kept = _found(backend, vault)
        return kept if kept.secret == fresh else _result("unavailable", detail="not kept")

    def _forgotten(self, vault: VaultId) -> DeviceResult:
        backend = self._choose()
        if _found(backend, vault).state == "ready":
            backend.delete_password(SERVICE, user_name(vault))
        return _found(backend, vault)


def user_name(vault: VaultId) -> str:
    """Return the neutral name a vault's secret is kept under."""
    return sha256(b"device\n" + vault.bytes).hexdigest()[:16]


def _found(backend: KeyStoreBackend, vault: VaultId) -> DeviceResult:
    text = backend.get_password(SERVICE, user_name(vault))
    if text is None:
        return _result("missing")
    secret = bytes.fromhex(text)
    return (
        _result("ready", secret) if len(secret) == SECRET_BYTES else _result("missing", detail="wrong length")
    )


def _result(state: DeviceState, secret: bytes | None = None, detail: str = "") -> DeviceResult:
    return DeviceResult(state, secret, _SENTENCES[state], detail)


def _guarded(call: Callable[[], DeviceResult]) -> DeviceResult:
    try:
        return call()
    except Exception as error:  # key stores raise whatever their platform raises (storage-and-keys.md 4.5)
        return _result("unavailable", detail=type(error).__name__)


def usable_secret(store: DeviceStore | None, vault: VaultId) -> bytes | None:
    """Return a device secret for a new slot, made if need be; None without a store or when it fails."""
    return store.create(vault).secret if store else None
