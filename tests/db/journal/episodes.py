"""Troubles in the order in which they hurt; chance leaves out a step here and there."""

from bipdesk.domain.sync.share import ShareState
from tests.db.journal.world import World


def _luck(world: World, chance: float = 0.85) -> bool:
    return world.random.random() < chance


def _site(world: World) -> str:
    return world.random.choice("AAAK")


def _send(world: World, name: str) -> None:
    stick = world.export(name, "C")
    if _luck(world):
        world.deliver(stick)


def site_put_back(world: World) -> None:
    """A site sends, is put back to before it did, with or without its mark, and works and sends again."""
    name = _site(world)
    if _luck(world, 0.3):
        world.share(name, ShareState.ON)
        world.round_trip(name)
    world.back_up(name)
    if _luck(world):
        world.share(name, ShareState.ON)
    world.register(name)
    _send(world, name)
    world.restore(name, world.random.choice(["kept", "lost", "back", "back", "back"]), last=_luck(world))
    if _luck(world):
        world.register(name)
    _send(world, name)
    if _luck(world):
        world.deliver(world.export("C", name))


def county_put_back(world: World) -> None:
    """The county is put back to before a grant that it had confirmed, and more arrives."""
    name = _site(world)
    if _luck(world, 0.5):
        world.add_subject(name)
    if _luck(world):
        world.back_up("C")
    world.share(name, ShareState.ON)
    world.register(name)
    world.round_trip(name)
    world.restore("C", world.random.choice(["kept", "lost", "back"]), last=_luck(world))
    world.register(name)
    _send(world, name)


def change_of_mind(world: World) -> None:
    """A waiver is signed, sent, revoked or taken back, and signed again; sticks go in between, or do not."""
    name = _site(world)
    world.share(name, ShareState.ON)
    world.register(name)
    if _luck(world, 0.6):
        world.round_trip(name)
    else:
        world.export(name, "C")
    world.share(
        name, world.random.choice([ShareState.STOPPED, ShareState.WITHDRAWN]), fresh=_luck(world, 0.7)
    )
    if _luck(world, 0.6):
        _send(world, name)
    if _luck(world, 0.6):
        world.share(name, ShareState.ON, fresh=_luck(world))
        if _luck(world, 0.5):
            world.round_trip(name)


def lost_stick(world: World) -> None:
    """A stick is lost, and the next goes out before anybody knows."""
    name = _site(world)
    world.share(name, ShareState.ON)
    world.register(name)
    world.sticks.remove(world.export(name, "C"))
    world.register(name)
    _send(world, name)


def form_left_open(world: World) -> None:
    """A form and a list stay open on the screen while the same row is changed and hidden elsewhere."""
    name = _site(world)
    if _luck(world):
        world.register(name)
    for fresh in (True, True, False, False):
        world.edit(name, fresh, ("given", "risk", "phone"))
    for fresh in (True, False, False):
        world.hide(name, fresh)
