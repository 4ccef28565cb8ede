"""Write the lock files: exact versions with hashes, for every platform, naming no registry and no path."""

import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
SETS: dict[str, tuple[str, ...]] = {
    "build": (),
    "run": (),
    "dev": ("--extra", "dev", "--extra", "train", "--extra", "eval"),
}
HEAD = "# Locked by `make lock` from pyproject.toml; do not edit.\n"


def lock(name: str, options: tuple[str, ...]) -> None:
    """Resolve one set and write ``requirements/NAME.txt``; raises ``ValueError`` if it names a place."""
    source, extra = ("requirements/build.in", ()) if name == "build" else ("pyproject.toml", options)
    command = [sys.executable, "-m", "uv", "pip", "compile", source, *extra]
    command += ["--universal", "--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    done = subprocess.run(command, cwd=FOLDER.parent, check=True, capture_output=True, text=True)  # noqa: S603
    if found := re.search(r"https?://|file:|--(extra-)?index-url|--find-links|\btorch==", done.stdout):
        raise ValueError(f"{name}: the lock would hold {found.group()!r}")
    (FOLDER / f"{name}.txt").write_text(HEAD + done.stdout, encoding="utf-8")


if __name__ == "__main__":
    for set_name, set_options in SETS.items():
        lock(set_name, set_options)
