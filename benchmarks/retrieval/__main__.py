"""``python -m benchmarks retrieval``: speed always, quality where an ESCO folder lies beside the project.

``--no-local`` leaves out qdrant-client's local mode, which takes minutes.
"""

import platform
import sys
from datetime import UTC, datetime
from os import cpu_count
from pathlib import Path

from benchmarks.retrieval import quality, speed

REPOSITORY = Path(__file__).parents[2]
ESCO = REPOSITORY.parent / "shared" / "data" / "esco"
RECORDS = REPOSITORY / "ingest" / "snapshot" / "records"


def main() -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    print(f"{today}, {cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}")
    if ESCO.is_dir():
        quality.main(ESCO, RECORDS)
    else:
        print(f"quality is not measured: there is no {ESCO.relative_to(REPOSITORY.parent)} beside the project")
    speed.main(RECORDS, local="--no-local" not in sys.argv)


if __name__ == "__main__":
    main()
