"""The locked program as the set-up sees it, on a temporary folder."""

from collections.abc import Callable
from pathlib import Path

from bipdesk.domain.clock import FixedClock
from bipdesk.domain.site import SiteDetails
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.device_secret import DeviceStore, KeyringStore, KeyStoreBackend, NoKeyStore
from bipdesk.keys.folder import load_slots
from bipdesk.keys.strength import Strength, judge
from bipdesk.program import CreatedDesk, Program
from bipdesk.services.vault import Person, Surroundings
from tests import builders


class Maker:
    """Makes real vaults at the cheap cost of tests."""

    def __init__(self, folder: Path, store: DeviceStore | None = None) -> None:
        self._folder = folder
        self.program = program(folder, store)
        self.remark = ""
        self.added: Path | None = None

    def home(self) -> Path:
        return self._folder

    def add_folder(self, folder: Path) -> None:
        load_slots(folder)
        self.added = folder

    def judge(self, passphrase: str, words: tuple[str, ...]) -> Strength:
        return judge(passphrase, words)

    def cost_remark(self) -> str:
        return self.remark

    def create_site(self, folder: Path, details: SiteDetails, person: Person) -> CreatedDesk:
        return self.program.create_site(folder, details, person)

    def create_county(self, folder: Path, name: str, person: Person) -> CreatedDesk:
        return self.program.create_county(folder, name, person)

    def look_around(self) -> object:
        return "invented"


def program(folder: Path, store: DeviceStore | None) -> Program:
    """Return the locked program of a computer with this key store."""
    clock, cost = FixedClock(builders.THURSDAY), PassphraseCost.for_tests()
    return Program(Surroundings(clock, cost, folder / "outside", store))


class Kept(KeyStoreBackend):
    """A key store in memory."""

    def __init__(self) -> None:
        self.words: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.words.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.words[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.words[service, username]


def key_store(backend: KeyStoreBackend | None) -> KeyringStore:
    """Return the program's own store over this back end, or on a computer without any."""

    def none() -> KeyStoreBackend:
        raise NoKeyStore

    choose: Callable[[], KeyStoreBackend] = none if backend is None else lambda: backend
    return KeyringStore(choose)
