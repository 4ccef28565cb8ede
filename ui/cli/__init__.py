"""The command line ``zeterka``."""

import sys


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    from ui.cli.app import run  # noqa: PLC0415 - so that importing the package costs nothing

    sys.exit(run(sys.argv[1:]))
