"""After the lock no key is left in the memory of the process, neither raw nor spelt out."""

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests import builders

# What is looked for must not be in memory because it is looked for: each key is kept with every byte turned.
WATCHER = textwrap.dedent(
    """
    import pytest  # the cheap passphrase cost is refused elsewhere
    import gc, json, sys
    from datetime import date
    from pathlib import Path
    from tests import builders

    DIGITS = b"0123456789abcdef"


    def turned(key):
        raw, spelt = bytearray(24), bytearray(48)
        for place in range(24):
            raw[place] = key[place] ^ 0x5A
            spelt[2 * place] = DIGITS[key[place] >> 4] ^ 0x5A
            spelt[2 * place + 1] = DIGITS[key[place] & 15] ^ 0x5A
        return raw, spelt


    def count(patterns):
        table = bytes(value ^ 0x5A for value in range(256))
        found = dict.fromkeys(patterns, 0)
        with open("/proc/self/mem", "rb", 0) as memory, open("/proc/self/maps") as maps:
            for line in maps.readlines():
                places, rights = line.split()[:2]
                if "r" not in rights or "[v" in line:
                    continue
                start, end = (int(part, 16) for part in places.split("-"))
                try:
                    memory.seek(start)
                    data = memory.read(end - start).translate(table)
                except (OSError, ValueError, OverflowError):
                    continue
                for name, pattern in patterns.items():
                    found[name] += data.count(pattern)
                del data
        return found


    desk = builders.unlocked(Path(sys.argv[1]), builders.OFFICER)
    unlocked = desk._vault.unlocked
    keys = {
        "records": unlocked.records_key.key,
        "safety": unlocked.safety_key.key,
        "kem": unlocked.opened.bundle.kem_private,
        "seed": unlocked.opened.bundle.sign_seed,
        "slot": unlocked.opened.key.key,
    }
    patterns = {}
    for name, key in keys.items():
        patterns[name], patterns[name + " spelt"] = turned(key)
    del keys, key, unlocked
    desk.participants.page()
    desk.safety.partners()
    before = count(patterns)
    desk.lock()
    locked = count(patterns)
    del desk
    gc.collect()
    print(json.dumps([before, locked, count(patterns)]))
    """
)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="memory is read under /proc on Linux")
def test_no_key_is_left_in_memory_after_the_lock(programme: builders.Programme) -> None:
    watched = subprocess.run(
        [sys.executable, "-c", WATCHER, str(programme.folder.parent)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=True,
    )
    before, locked, after = json.loads(watched.stdout)
    assert all(before[name] > 0 for name in ("records", "safety", "kem", "seed", "slot"))
    assert {name: number for name, number in locked.items() if number} == {}
    assert {name: number for name, number in after.items() if number} == {}
