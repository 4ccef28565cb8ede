"""A disk without room is noticed before the engine maps files into memory, where a full disk ends the process."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from ingest.snapshot import load
from retrieval import RecordIndexError, SearchQuery, build_index, open_index


def test_a_build_without_room_is_refused_and_the_old_index_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [record for record in load() if record.id in ("zrk:INF.03", "zrk:INF.04")]
    build_index(records, tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=5_000_000))
    with pytest.raises(RecordIndexError, match=r"needs \d+ MB of free disk to be built, there are 5$"):
        build_index(records[:1], tmp_path)
    monkeypatch.undo()
    assert len(open_index(tmp_path).search(SearchQuery("aplikacje")).hits) == 2
