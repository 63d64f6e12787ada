"""Random histories of the model: each leans towards one kind of trouble, and must end in agreement."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bipdesk.domain.sync.scope import COUNTY_CASE
from bipdesk.domain.sync.share import ShareState
from tests.db.journal import episodes, oracle
from tests.db.journal.world import SITES, World, folder

ROUNDS = 6

Act = Callable[[World], None]


def _edit(world: World) -> None:
    world.edit(world.random.choice("AAK"), fresh=world.random.random() < 0.6)


def _register(world: World) -> None:
    world.register(world.random.choice("AAK"))


def _hide(world: World) -> None:
    world.hide(world.random.choice("AAK"), fresh=world.random.random() < 0.6)


def _share(world: World) -> None:
    world.share(world.random.choice("AAK"), fresh=world.random.random() < 0.7)


def _grant(world: World) -> None:
    world.share(world.random.choice("AAK"), ShareState.ON)


def _send(world: World) -> None:
    world.export(world.random.choice("AAK"), "C")


def _answer(world: World) -> None:
    world.export("C", world.random.choice("AAK"))


def _round(world: World) -> None:
    world.round_trip(world.random.choice("AAK"))


def _back_up_site(world: World) -> None:
    world.back_up(world.random.choice("AAK"))


def _restore_site(world: World) -> None:
    world.restore(world.random.choice("AAK"), world.random.choice(["kept", "lost", "back", "back"]))


def _back_up_county(world: World) -> None:
    world.back_up("C")


def _restore_county(world: World) -> None:
    world.restore("C", world.random.choice(["kept", "lost", "back"]))


def _jump(world: World) -> None:
    world.jump(world.random.choice("AKC"))


ORDINARY: Mapping[Act, int] = {
    _edit: 5,
    _register: 3,
    _hide: 2,
    _share: 2,
    _grant: 2,
    _send: 2,
    _answer: 1,
    _round: 3,
    World.deliver_any: 3,
    World.lose: 1,
    World.half_write: 1,
    World.crash_in_import: 1,
    _back_up_site: 1,
    _restore_site: 1,
    _back_up_county: 1,
    _restore_county: 1,
    _jump: 1,
    World.forge: 1,
    episodes.site_put_back: 1,
    episodes.county_put_back: 1,
    episodes.change_of_mind: 1,
    episodes.lost_stick: 1,
    episodes.form_left_open: 1,
}

FOCUS: Mapping[str, Mapping[Act, int]] = {
    "everything": {},
    "desk": {episodes.form_left_open: 30},
    "waiver": {_share: 6, episodes.change_of_mind: 20},
    "sticks": {_send: 4, World.deliver_any: 6, episodes.lost_stick: 12},
    "site": {episodes.site_put_back: 20},
    "county": {episodes.county_put_back: 20},
    "hostile": {World.forge: 20},
}


def play(focus: str, seed: int, steps: int) -> None:
    """Play one history and let the world come to agreement; raises AssertionError with the history so far."""
    weights = {**ORDINARY, **FOCUS[focus]}
    with folder() as base:
        world = World(Path(base), seed)
        done: list[str] = []
        try:
            for act in world.random.choices(list(weights), list(weights.values()), k=steps):
                done.append(act.__name__.lstrip("_"))
                act(world)
            settle(world)
        except Exception as error:
            error.add_note(f"history {focus}/{seed}: {', '.join(done)}")
            raise
        finally:
            for replica in world.replicas.values():
                replica.office.close()


def settle(world: World) -> None:
    """I2, I7, I11, I12: after faithful delivery everybody agrees and everything is confirmed."""
    world.sticks.clear()
    for number in range(ROUNDS):
        for name in SITES:
            world.round_trip(name)
        if number >= 1 and all(_is_settled(world, name) for name in SITES):
            break
    for name in SITES:
        check_agreement(world, name)


def _is_settled(world: World, name: str) -> bool:
    try:
        check_agreement(world, name)
    except AssertionError:
        return False
    return True


def check_agreement(world: World, name: str) -> None:
    """The county has of a site what it may and must, the site has everything back, all is confirmed."""
    site, county = world.replicas[name], world.replicas["C"].contents()
    here = site.contents().ops
    there = {n for n, op in county.ops.items() if op.org == site.org}
    must = oracle.must_hold(here, site.org, COUNTY_CASE)
    assert must <= there, "the county misses something"
    assert there <= oracle.may_hold(here, site.org, COUNTY_CASE), (
        "the county has too much, or the site too little"
    )
    for acked, top in site.out_streams().values():
        assert acked == top, "not everything is confirmed"
