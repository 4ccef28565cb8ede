"""Serve transcripts on loopback for a while, for trying things out by hand."""

import argparse
import time
from contextlib import suppress

from .server import StandIn
from .transcript import load, names


def main() -> None:
    """Serve until the time is over or the user stops it."""
    parser = argparse.ArgumentParser(prog="python -m openai_standin", description=__doc__)
    parser.add_argument("transcript", nargs="*", default=["good_answer", "doctor"], help=f"of {', '.join(names())}")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--for", type=float, default=600.0, dest="seconds", help="seconds until it ends by itself")
    given = parser.parse_args()
    with StandIn(*map(load, given.transcript), port=given.port) as server:
        print(f"{server.url}  model {server.server.model}  ends after {given.seconds:.0f} s", flush=True)  # noqa: T201
        with suppress(KeyboardInterrupt):
            time.sleep(given.seconds)


if __name__ == "__main__":
    main()
