"""A data folder with the snapshot's index, the command line as users call it, a real server, a real browser."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from ui_outcome import Cli, Outcome
from ui_server import serving

from ui.cli.app import run
from ui.settings import Settings


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """GIVEN an environment without settings, and a working folder in which nothing may appear."""
    for name in list(os.environ):
        if name.startswith("ZETERKA_") or name in ("QDRANT_URL", "QDRANT_API_KEY", "DATABASE_URL"):
            monkeypatch.delenv(name)
    folder = tmp_path / "cwd"
    folder.mkdir()
    monkeypatch.chdir(folder)


@pytest.fixture(scope="session")
def data_dir(snapshot_root: Path) -> Path:
    return snapshot_root.parent


@pytest.fixture
def zeterka(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data_dir: Path) -> Cli:
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(data_dir))

    def command(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run(arguments)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return command


@pytest.fixture(scope="session")
def api_url(data_dir: Path) -> Iterator[str]:
    settings = Settings(data_dir=data_dir, page=False, rate_per_minute=0, cors_origins=("https://strona.example",))
    with serving(settings) as url:
        yield url


@pytest.fixture
def api(api_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=api_url, timeout=30) as client:
        yield client
