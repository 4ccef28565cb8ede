"""``python -m benchmarks [NAME…]``: every table, or those named, each in a process of its own."""

import importlib.util
import subprocess
import sys

TABLES = ("turns", "retrieval", "labour", "guardrails", "guardrails_output", "advice", "models")


def main() -> int:
    """Run the tables one after the other; the first that fails is the exit code."""
    for name in sys.argv[1:] or TABLES:
        if importlib.util.find_spec(f"benchmarks.{name}") is None:
            print(f"there is no table {name!r}; there are {', '.join(TABLES)}", file=sys.stderr)
            return 2
        print(f"\n== {name}", flush=True)
        if code := subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:  # noqa: S603
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
