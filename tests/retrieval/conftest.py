import os
from pathlib import Path

import pytest
import retrieval_samples as samples

from retrieval import RecordIndex, Server, build_index, open_index

REAL_SERVER = os.environ.get("ZETERKA_TEST_QDRANT_URL", "")
no_server = pytest.mark.skipif(not REAL_SERVER, reason="ZETERKA_TEST_QDRANT_URL names no Qdrant server")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("index")
    build_index(samples.ALL, root)
    return root


@pytest.fixture(scope="session", params=["edge", "memory", pytest.param("server", marks=no_server)])
def index(request: pytest.FixtureRequest, built: Path) -> RecordIndex:
    """The same index on every engine: what is tested on it is what all of them promise."""
    if request.param == "edge":
        return open_index(built)
    server = Server(":memory:" if request.param == "memory" else REAL_SERVER, collection="zeterka-tests")
    build_index(samples.ALL, server)
    return open_index(server)
