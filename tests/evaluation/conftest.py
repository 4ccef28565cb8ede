"""The command line over the snapshot's index, and small sets of made-up lines."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from eval_doors import Cli, WriteSet

from ui.cli.app import run


@pytest.fixture
def zeterka_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, snapshot_root: Path, tmp_path: Path
) -> Cli:
    """GIVEN a data folder of this test's own with the snapshot's index, which nobody writes to."""
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "index").symlink_to(snapshot_root)

    def command(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def write_set(tmp_path: Path) -> WriteSet:
    def write(lines: Iterable[Mapping[str, Any] | str]) -> Path:
        path = tmp_path / "set.jsonl"
        texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        path.write_text("\n".join(texts) + "\n", "utf-8")
        return path

    return write
