"""Sampled turns: what a real server keeps of a conversation, and what ``zeterka eval monitor`` makes of it."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from ui_outcome import Cli
from ui_server import serving

from ui.http.sampling import FILE, Sample
from ui.settings import Settings

PESEL = "44051401359"
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(snapshot_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sampled")
    shutil.copytree(snapshot_root, made / "index", symlinks=True)
    return made


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    """GIVEN a server that keeps every turn."""
    settings = Settings(data_dir=folder, page=False, rate_per_minute=0, sample_share=1, sample_per_hour=100)
    with serving(settings) as url, httpx.Client(base_url=url, timeout=60) as opened:
        yield opened


@pytest.fixture(autouse=True)
def nothing_sampled_yet(folder: Path) -> None:
    for name in (FILE, "feedback.jsonl"):
        (folder / name).unlink(missing_ok=True)


def ask(client: httpx.Client, message: str, thread: str) -> dict[str, Any]:
    answer = client.post("/api/v1/answer", json={"message": message, "thread_id": thread})
    assert answer.status_code == 200
    return dict(answer.json())


def kept(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / FILE).read_text("utf-8").splitlines()]


def test_a_turn_is_kept_masked(client: httpx.Client, folder: Path) -> None:
    answer = ask(client, f"Mój PESEL to {PESEL}. Co to jest INF.03?", "maska")
    (turn,) = kept(folder)
    assert PESEL not in (folder / FILE).read_text("utf-8")
    assert "[PESEL]" in turn["message"]
    assert (turn["thread_id"], turn["turn"], turn["answer"]["status"]) == ("maska", 1, answer["status"])
    assert [one["record_id"] for one in turn["answer"]["citations"]] == [
        one["record_id"] for one in answer["citations"]
    ]
    assert (folder / FILE).stat().st_mode & 0o077 == 0


def test_a_deleted_conversation_leaves_the_sample(client: httpx.Client, folder: Path) -> None:
    ask(client, "Co to jest INF.03?", "jedna")
    ask(client, "Co to jest INF.03?", "druga")
    assert client.delete("/api/v1/threads/jedna").status_code == 204
    assert [turn["thread_id"] for turn in kept(folder)] == ["druga"]


def test_a_conversation_the_client_keeps_is_not_sampled(client: httpx.Client, folder: Path) -> None:
    said = {"model": "zeterka", "messages": [{"role": "user", "content": "Co to jest INF.03?"}]}
    assert client.post("/v1/chat/completions", json=said).status_code == 200
    assert not (folder / FILE).exists()


def test_nothing_is_sampled_unless_it_is_asked_for(api: httpx.Client, data_dir: Path) -> None:
    ask(api, "Co to jest INF.03?", "cisza")
    assert not (data_dir / FILE).exists()


def test_a_share_is_drawn_and_an_hour_is_capped(tmp_path: Path) -> None:
    at = [NOON]
    chances = iter([0.9, 0.1, 0.1, 0.1, 0.1])
    settings = Settings(data_dir=tmp_path, sample_share=0.5, sample_per_hour=5, workers=2)
    sample = Sample(settings, lambda: next(chances), lambda: at[0])
    assert [sample.draws() for _ in range(4)] == [False, True, True, False]
    at[0] += timedelta(hours=1)
    assert sample.draws()


def test_the_monitor_scores_compares_and_joins_thumbs(
    client: httpx.Client, folder: Path, tmp_path: Path, zeterka: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIVEN a week of answers and a week in which nothing is found, THEN that, and nothing else, is told."""
    ask(client, "Co to jest INF.03?", "dobra")
    said = {"thread_id": "dobra", "turn": 1, "rating": "down", "reason": "wrong"}
    assert client.post("/api/v1/feedback", json=said).status_code == 204
    (turn,) = kept(folder)
    empty = {**turn["answer"], "status": "no_information", "citations": [], "sentences": []}
    weeks = [
        *({**turn, "at": "2026-11-18T12:00:00+00:00"} for _ in range(40)),
        *({**turn, "at": NOON.isoformat(), "thread_id": "inna", "answer": empty} for _ in range(40)),
    ]
    (folder / FILE).write_text("".join(f"{json.dumps(one)}\n" for one in weeks), "utf-8")
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(folder))
    page, exported = tmp_path / "monitor.html", tmp_path / "rated.jsonl"
    asked = ("eval", "monitor", "--json", "--page", str(page), "--export", str(exported))
    told = json.loads(zeterka(*asked).out)
    shifted = {name for name, one in told["drift"].items() if one["shifted"]}
    assert shifted == {"status", "empty"}
    assert (told["reference"], told["week"], told["turns"]) == ("2026-W47", "2026-W48", 80)
    assert told["weeks"]["2026-W48"]["nothing_found"] == 1
    assert told["weeks"]["2026-W47"]["cited_sentences"] > 0
    assert "invented_entity_rate" not in told
    assert told["feedback"] == {"up": 0, "down": 1, "of_sampled_turns": 40, "reasons": {"wrong": 1}}
    rated = [json.loads(line) for line in exported.read_text("utf-8").splitlines()]
    assert {(one["thread_id"], one["rating"], one["reason"]) for one in rated} == {("dobra", "down", "wrong")}
    assert "<svg" in page.read_text("utf-8")
    assert not any(part in page.read_text("utf-8") for part in ('src="http', 'href="http', "url(http"))
    assert "status    SHIFTED" in zeterka("eval", "monitor").out
    assert zeterka("eval", "monitor", "--gate", "nothing_found<=0.2").code == 3


def test_the_monitor_says_what_is_missing(folder: Path, zeterka: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(folder))
    outcome = zeterka("eval", "monitor")
    assert (outcome.code, "ZETERKA_SAMPLE_SHARE" in outcome.err) == (1, True)
    (folder / FILE).write_text("{\n", "utf-8")
    assert "line 1" in zeterka("eval", "monitor").err
