"""What tests of several rooms share: one index of the embedded snapshot, built once a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from ingest.snapshot import load
from retrieval import RecordIndex, build_index, open_index

# A busy machine is no fault of what is tested: speed is measured in benchmarks.
settings.register_profile("zeterka", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("zeterka")


@pytest.fixture(scope="session")
def snapshot_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("snapshot") / "index"
    build_index(load(), root)
    return root


@pytest.fixture(scope="session")
def snapshot_index(snapshot_root: Path) -> Iterator[RecordIndex]:
    index = open_index(snapshot_root)
    yield index
    index.close()
