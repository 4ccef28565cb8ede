import errno
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from random import Random

import pytest
import retrieval_samples as samples
from filelock import FileLock

import retrieval.edge.writer
import retrieval.entries
from register.library import AnyRecord
from retrieval import (
    IndexCorruptError,
    IndexMissingError,
    RecordIndexError,
    SearchQuery,
    build_index,
    open_index,
)

RENAMED = samples.qualification("zrk:91234", "Testowe haftowanie", kind="partial")


def names(root: Path) -> list[str]:
    return sorted(folder.name for folder in (root / "snapshots").iterdir())


def test_there_is_no_index_before_the_first_build(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="zeterka ingest"):
        open_index(tmp_path)


def test_a_reader_notices_a_swap(tmp_path: Path) -> None:
    build_index(samples.ALL, tmp_path)
    index = open_index(tmp_path)
    assert index.get("zrk:91234") == samples.PRINTING
    info = build_index([RENAMED], tmp_path)
    assert index.get("zrk:91234") == RENAMED
    assert index.get("kzis:999001") is None
    assert index.info == info
    assert index.info.counts == {"qualification": 1}


def test_the_last_two_snapshots_are_kept(tmp_path: Path) -> None:
    built = [build_index(samples.ALL, tmp_path).snapshot for _ in range(4)]
    assert names(tmp_path) == built[-2:]


def test_only_changed_records_are_analysed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_index(samples.ALL, tmp_path)
    analysed: list[str] = []
    original = retrieval.entries.pieces

    def counting(record: AnyRecord) -> object:
        analysed.append(record.id)
        return original(record)

    monkeypatch.setattr(retrieval.entries, "pieces", counting)
    changed = [record for record in samples.ALL if record.id not in {"zrk:91234", "inst:krajowa"}]
    build_index([*changed, RENAMED], tmp_path)
    assert analysed == ["zrk:91234"]


def test_an_incremental_build_answers_like_a_full_one(tmp_path: Path) -> None:
    after = [RENAMED, *(record for record in samples.ALL if record.id not in {"zrk:91234", "inst:krajowa"})]
    build_index(samples.ALL, tmp_path / "one")
    build_index(after, tmp_path / "one")
    build_index(after, tmp_path / "other", full=True)
    one, other = open_index(tmp_path / "one"), open_index(tmp_path / "other")
    for text in ("testowe haftowanie", "księgowość", "programista", "drukarka 3D", "krajowa agencja"):
        hits = [
            sorted(
                (hit.record.id, round(hit.score, 3), round(hit.confidence, 6))
                for hit in index.search(SearchQuery(text)).hits
            )
            for index in (one, other)
        ]
        assert hits[0] == hits[1], text


def test_two_records_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordIndexError, match="zrk:91234"):
        build_index([samples.PRINTING, RENAMED], tmp_path)


def test_two_builders_at_once_are_refused(tmp_path: Path) -> None:
    build_index(samples.ALL, tmp_path)
    with FileLock(tmp_path / "build.lock"), pytest.raises(RecordIndexError, match="another build"):
        build_index(samples.ALL, tmp_path)


def test_an_empty_collection_makes_an_empty_index(tmp_path: Path) -> None:
    build_index([], tmp_path)
    assert open_index(tmp_path).search(SearchQuery("fryzjer")).hits == ()


@pytest.mark.parametrize("part", ["manifest.json", "shard", "lemma.df", "words.txt"])
def test_a_snapshot_with_a_part_missing_is_told(tmp_path: Path, part: str) -> None:
    folder = tmp_path / "snapshots" / build_index(samples.ALL, tmp_path).snapshot
    (shutil.rmtree if part == "shard" else os.remove)(folder / part)
    with pytest.raises(IndexCorruptError):
        open_index(tmp_path)
    build_index(samples.ALL, tmp_path)
    assert open_index(tmp_path).get("zrk:91234") == samples.PRINTING


@pytest.mark.parametrize("content", [b"", b"123", b"\xff" * 40])
def test_a_damaged_table_is_told(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "snapshots" / build_index(samples.ALL, tmp_path).snapshot
    (folder / "ngram.df").write_bytes(content)
    with pytest.raises(IndexCorruptError, match="build the index again"):
        open_index(tmp_path)


@pytest.mark.parametrize("content", [b"", b"../../etc", b"\xff\xfe", b"nie-ma"])
def test_a_strange_pointer_is_told(tmp_path: Path, content: bytes) -> None:
    build_index(samples.ALL, tmp_path)
    (tmp_path / "current").write_bytes(content)
    with pytest.raises(IndexCorruptError):
        open_index(tmp_path)


def test_a_foreign_snapshot_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "snapshots" / build_index(samples.ALL, tmp_path).snapshot
    manifest = (folder / "manifest.json").read_text()
    (folder / "manifest.json").write_text(manifest.replace('"format_version": "', '"format_version": "0'))
    with pytest.raises(IndexCorruptError, match="another version"):
        open_index(tmp_path)
    (folder / "manifest.json").write_text("{}")
    with pytest.raises(IndexCorruptError, match="cannot be read"):
        open_index(tmp_path)


def test_a_bad_swap_leaves_the_old_snapshot_serving(tmp_path: Path) -> None:
    build_index(samples.ALL, tmp_path)
    index = open_index(tmp_path)
    (tmp_path / "current").write_text("nie-ma")
    assert index.get("zrk:91234") == samples.PRINTING


def test_a_full_disk_leaves_the_old_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build_index(samples.ALL, tmp_path).snapshot

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(retrieval.edge.writer, "_save_hashes", full)
    with pytest.raises(RecordIndexError, match="No space left"):
        build_index([RENAMED], tmp_path)
    assert names(tmp_path) == [before]
    assert open_index(tmp_path).get("zrk:91234") == samples.PRINTING


BUILDER = """
    import sys
    from pathlib import Path
    import retrieval_samples as samples
    from retrieval import build_index
    many = [samples.qualification(f"zrk:{i}", f"Testowa kwalifikacja {i}") for i in range(4000)]
    build_index(many, Path(sys.argv[1]), progress=lambda *step: print(*step, flush=True))
"""


@pytest.mark.parametrize("step", ["index 500", "index 3000", "optimise 0", "verify 1"])
def test_a_build_killed_at_any_step_leaves_the_old_snapshot(tmp_path: Path, step: str) -> None:
    before = build_index(samples.ALL, tmp_path).snapshot
    command = [sys.executable, "-c", textwrap.dedent(BUILDER), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as builder:
        assert builder.stdout is not None
        assert any(line.startswith(step) for line in builder.stdout)
        builder.send_signal(signal.SIGKILL)
    index = open_index(tmp_path)
    assert index.info.snapshot == before or step == "verify 1"
    after = build_index(samples.ALL, tmp_path).snapshot
    assert set(names(tmp_path)) <= {before, after, index.info.snapshot} | set(names(tmp_path)[-2:])
    assert len(names(tmp_path)) <= 2
    assert open_index(tmp_path).get("zrk:91234") == samples.PRINTING


@pytest.mark.parametrize("seed", range(4))
def test_a_build_killed_at_a_random_moment_leaves_a_whole_snapshot(tmp_path: Path, seed: int) -> None:
    before = build_index(samples.ALL, tmp_path).snapshot
    command = [sys.executable, "-c", textwrap.dedent(BUILDER), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    steps = Random(seed).randrange(12)  # noqa: S311 - how many it reports before it is killed
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as builder:
        assert builder.stdout is not None
        for _ in zip(range(steps), builder.stdout, strict=False):
            pass
        builder.send_signal(signal.SIGKILL)
    index = open_index(tmp_path)
    serving = index.info.snapshot
    assert index.search(SearchQuery("księgowość" if serving == before else "Testowa kwalifikacja 7")).hits
    after = build_index(samples.ALL, tmp_path).snapshot
    assert set(names(tmp_path)) == {serving, after}
    assert open_index(tmp_path).get("zrk:91234") == samples.PRINTING


def test_several_processes_read_one_snapshot(built: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from retrieval import SearchQuery, open_index
        print(open_index(Path(sys.argv[1])).search(SearchQuery("księgowość")).hits[0].record.id)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(built)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) for _ in range(3)]
    assert [reader.communicate()[0].strip() for reader in readers] == ["zrk:91235"] * 3
