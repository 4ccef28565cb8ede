"""Paths of the helpers, the folder of shared facts where there is one, and a made-up set of tables."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent

SHARED = HERE.parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "facts").is_dir():
        pytest.skip("the folder of collected facts (../shared) is not here")
    return SHARED


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder of made-up tables: ``facts``, ``data`` and ``texts``."""
    from small_tables import write_tables  # noqa: PLC0415 - its folder is on the path only now

    write_tables(tmp_path)
    return tmp_path
