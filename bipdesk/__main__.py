"""The command line: opens the window, or does one of the things that need none."""

import argparse
import gc
import os
import sys
from pathlib import Path

from bipdesk import places
from bipdesk.versions import refusal


def main() -> int:
    """Do what the command line asks, and return the exit code."""
    reason = refusal(sys.version_info[:2])
    if reason:
        print(reason, file=sys.stderr)
        return 2
    _keep_to_oneself()
    options = _options()
    if options.evening:
        from bipdesk.invented.evening import run_evening

        run_evening(options.evening)
        return 0
    if options.self_test:
        from bipdesk.invented.evening import run_evening

        files = run_evening(options.self_test)
        print(f"The self-test made {len(files)} files.")
        return 0
    if options.screenshots:
        from bipdesk.screenshots import draw_all

        return draw_all(options.screenshots)
    if options.demo:
        from bipdesk.demo import open_demo

        return open_demo(sys.argv[:1])
    gc.disable()  # until the first paint: looking for rubbish while modules are imported slows the start
    from bipdesk.app import main as open_window

    folders = [options.folder] if options.folder else []
    return open_window(sys.argv[:1], places.of_this_computer(), folders)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bipdesk", description="A desk for small programmes.")
    parser.add_argument("--folder", type=Path, help="the programme's folder")
    parser.add_argument(
        "--demo", action="store_true", help="open an invented programme, forgotten afterwards"
    )
    parser.add_argument("--evening", type=Path, metavar="OUT", help="do one evening's work without a window")
    parser.add_argument("--screenshots", type=Path, metavar="OUT", help="draw every screen, light and dark")
    parser.add_argument("--self-test", type=Path, metavar="FOLDER", help="make, fill and read a new vault")
    return parser.parse_args()


def _keep_to_oneself() -> None:
    """Let nobody else on this computer read what the program writes, nor the memory of a crash."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
