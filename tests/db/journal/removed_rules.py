"""Rules of the protocol taken away one at a time; each must make the model fail."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from bipdesk.db.journal import arrival, changes, incoming, outgoing, sharing, store, withdrawal
from bipdesk.domain.sync import fold, op, scope, share, streams
from bipdesk.domain.sync.registry import Protective
from bipdesk.domain.sync.scope import PROFILES, Profile
from bipdesk.domain.sync.streams import Verdict

Patch = pytest.MonkeyPatch
Removal = Callable[[Patch], None]


def no_mark_outside(patch: Patch) -> None:
    """A database older than its mark is taken as it is."""
    patch.setattr(streams, "is_rolled_back", lambda *_: False)


def receipts_tell_nothing(patch: Patch) -> None:
    """A receipt never means that we were put back."""
    judge = streams.judge

    def trusting(receipt: Any, top: int | None, chain: Any, epoch: Any) -> Verdict:
        found = judge(receipt, top, chain, epoch)
        return Verdict.CONFIRM if found is Verdict.ROLLED_BACK and top is not None else found

    patch.setattr(streams, "judge", trusting)


def unknown_stream_ignored(patch: Patch) -> None:
    """A receipt for a stream of our epoch that we never opened is passed over."""
    judge = streams.judge
    patch.setattr(streams, "judge", lambda r, top, *a: Verdict.IGNORE if top is None else judge(r, top, *a))


def nothing_handed_back(patch: Patch) -> None:
    """A restored site gets nothing back."""
    patch.setattr(incoming, "forgotten", lambda *_: ())


def everything_handed_to_everyone(patch: Patch) -> None:
    """What is handed back is not limited to the site's own entries."""
    forgotten = incoming.forgotten

    def all_of_them(connection: Any, org: Any) -> Any:
        offices = connection.exec_driver_sql("SELECT DISTINCT org_id FROM in_stream").scalars().all()
        return tuple(r for name in offices for r in forgotten(connection, type(org)(name)))

    patch.setattr(incoming, "forgotten", all_of_them)


def a_gap_is_no_regress(patch: Patch) -> None:
    """A receiver that went back in time does not say so."""
    patch.setattr(streams, "is_behind", lambda _: False)


def a_regress_is_not_followed(patch: Patch) -> None:
    """The confirmed position only rises."""
    patch.setattr(streams, "confirmed", lambda acked, receipt: max(acked, receipt.have))


def the_base_is_believed(patch: Patch) -> None:
    """A receiver takes what a bundle counts on as received."""
    note, take = incoming.note_positions, streams.take_note

    def believing(connection: Any, contents: Any) -> Any:
        def jump(state: Any, base: int, fits: bool, items: Any, known: Any) -> Any:
            if base > state.have:
                state = dataclasses.replace(state, have=base, chain=contents.chain_base)
            return take(state, base, fits, items, known)

        patch.setattr(streams, "take_note", jump)
        return note(connection, contents)

    patch.setattr(incoming, "note_positions", believing)


def sent_counts_as_confirmed(patch: Patch) -> None:
    """A bundle carries what came after the last one sent, not after the last one confirmed."""
    items = outgoing.waiting_items

    def forgetful(connection: Any, org: Any, stream: Any, profile: Any) -> Any:
        found = items(connection, org, stream, profile)
        outgoing.set_acked(connection, org, stream.stream, stream.top)
        return found

    patch.setattr(outgoing, "waiting_items", forgetful)


def withdrawals_one_by_one(patch: Patch) -> None:
    """A withdrawal is applied entry by entry instead of once for a bundle."""
    purge = withdrawal.purge_withdrawn

    def take(connection: Any, contents: Any, carried: Any, new: Any) -> Any:
        subjects: set[Any] = set()
        rows: set[Any] = set()
        for stored in new:
            store.store(connection, [stored])
            lost = purge(connection, contents.org, {stored.op.subject}, contents.profile)
            subjects, rows = subjects | lost[0], rows | lost[1]
        return subjects, rows

    patch.setattr(arrival, "_take_theirs", take)


def no_grant_means_purge(patch: Patch) -> None:
    """A receiver drops what it holds as long as it knows of no grant."""
    read = sharing.read_registers

    def every(connection: Any, org: Any, subjects: Any, profile: str) -> Any:
        return dict.fromkeys(subjects, sharing.NO_REGISTER) | read(connection, org, subjects, profile)

    patch.setattr(withdrawal, "read_registers", every)
    patch.setattr(share, "purges", lambda shown: shown in (None, "withdrawn"))


def a_stop_purges(patch: Patch) -> None:
    """A revoked waiver empties the county too."""
    patch.setattr(share, "purges", lambda shown: shown in ("stopped", "withdrawn"))


def nothing_is_purged(patch: Patch) -> None:
    """A mistaken consent, taken back, stays without effect at the county."""
    patch.setattr(share, "purges", lambda _: False)


def no_second_queueing(patch: Patch) -> None:
    """A new grant after a withdrawal queues nothing again."""
    patch.setattr(share, "queues_again", lambda *_: False)


def a_stop_stops_nothing(patch: Patch) -> None:
    """A revoked waiver goes on sending."""
    patch.setattr(share, "sends", lambda shown: shown in ("on", "stopped"))


def least_protective_share(patch: Patch) -> None:
    """Of several heads of a SHARE register the least protective decides."""
    patch.setattr(sharing, "SHARE_RULE", Protective(("withdrawn", "stopped", "on")))


def profile_too_wide(patch: Patch) -> None:
    """The county's profile covers a second compartment."""
    wide = {name: Profile(name, frozenset({"COURT", "CORE"})) for name in PROFILES}
    patch.setattr(scope, "PROFILES", wide)
    patch.setattr("bipdesk.db.journal.journal.PROFILES", wide)
    patch.setattr("bipdesk.db.journal.incoming.PROFILES", wide)


def no_grant_asked(patch: Patch) -> None:
    """The profile alone decides what is sent; nobody asks for a waiver."""
    patch.setattr(scope, "in_scope", lambda op, profile, *_: op.compartment in profile.compartments)


def latest_wins(patch: Patch) -> None:
    """Of several heads all but the latest are thrown away."""
    whole = fold.row_state

    def last(heads: Any, rule: Any) -> Any:
        return whole({c: (max(h, key=lambda x: (x.hlc, x.op_id)),) for c, h in heads.items()}, rule)

    patch.setattr(fold, "row_state", last)


def hiding_wins(patch: Patch) -> None:
    """A hidden row stays hidden whatever was changed meanwhile."""

    def silent(heads: Any) -> Any:
        found = [h for c, hs in heads.items() if c.startswith("_life") for h in hs]
        return any(h.value["state"] == "void" for h in found), ()

    patch.setattr(fold, "life", silent)


def the_screen_does_not_matter(patch: Patch) -> None:
    """A save overwrites what is stored, not what its author saw."""
    written = changes.written_clusters

    def blind(change: Any, book: Any, cells: Any) -> Any:
        return written(change, book, dataclasses.replace(cells, seen=cells.heads))

    patch.setattr("bipdesk.db.journal.capture.written_clusters", blind)


def late_ancestors_are_heads(patch: Patch) -> None:
    """What an entry overwrites is not remembered: it shows beside its successor."""
    patch.setattr(store, "_preds", lambda _: [])


def empty_positions_left_out(patch: Patch) -> None:
    """A position that may no longer be sent is left out of the bundle."""
    items = outgoing.waiting_items
    patch.setattr(outgoing, "waiting_items", lambda *a: tuple(i for i in items(*a) if i.body is not None))


def a_new_epoch_keeps_its_streams(patch: Patch) -> None:
    """A new epoch goes on with the positions of the old one."""
    patch.setattr(outgoing, "drop_streams", lambda *_: None)


def forks_pass_unnoticed(patch: Patch) -> None:
    """Two entries at one position raise no alarm."""
    take = streams.take_note

    def calm(*values: Any) -> Any:
        taken = take(*values)
        return dataclasses.replace(taken, state=dataclasses.replace(taken.state, forked_at=None))

    patch.setattr(streams, "take_note", calm)


def any_mark_will_do(patch: Patch) -> None:
    """An entry handed back is taken without the site's own mark on it."""
    patch.setattr(op, "is_genuine", lambda *_: True)


def anyone_may_speak_for_anyone(patch: Patch) -> None:
    """A site's entries may be in the name of another, and of any compartment."""
    patch.setattr(scope, "may_arrive", lambda *_: None)


def empty_streams_do_not_count(patch: Patch) -> None:
    """A stream without positions is not taken note of."""
    note = incoming.note_positions

    def skipping(connection: Any, contents: Any) -> Any:
        if contents.top:
            return note(connection, contents)
        return streams.Taken(streams.InState(), {}, {})

    patch.setattr(incoming, "note_positions", skipping)


REMOVED: dict[str, tuple[Removal, str]] = {
    removal.__name__: (removal, focus)
    for focus, removals in {
        "site": (
            no_mark_outside,
            receipts_tell_nothing,
            unknown_stream_ignored,
            nothing_handed_back,
            a_new_epoch_keeps_its_streams,
            forks_pass_unnoticed,
            empty_streams_do_not_count,
            everything_handed_to_everyone,
        ),
        "county": (
            a_gap_is_no_regress,
            a_regress_is_not_followed,
            the_base_is_believed,
            no_grant_means_purge,
        ),
        "sticks": (sent_counts_as_confirmed, profile_too_wide),
        "waiver": (
            withdrawals_one_by_one,
            a_stop_purges,
            nothing_is_purged,
            no_second_queueing,
            a_stop_stops_nothing,
            no_grant_asked,
            least_protective_share,
            empty_positions_left_out,
        ),
        "desk": (latest_wins, hiding_wins, the_screen_does_not_matter, late_ancestors_are_heads),
        "hostile": (any_mark_will_do, anyone_may_speak_for_anyone),
    }.items()
    for removal in removals
}
