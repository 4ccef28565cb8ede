"""Sampled turns: what a real server keeps of a conversation, and what ``zeterka eval monitor`` makes of it."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from openai_standin import TRANSCRIPTS, StandIn, load
from ui_outcome import Cli
from ui_server import serving

from assistant.answer import Answer
from register.evidence import Evidence
from ui.http.sampling import FILE, MOST_EVIDENCE, Sample
from ui.settings import Settings

pytestmark = [  # ragas and what it imports
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
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
    for name in (FILE, "judged_turns.jsonl", "feedback.jsonl"):
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


def test_what_a_turn_read_is_kept_within_bounds(client: httpx.Client, folder: Path) -> None:
    answer = ask(client, "Co to jest INF.03?", "dowody")
    (turn,) = kept(folder)
    read = {one["record_id"]: one for one in turn["evidence"]}
    assert {one["record_id"] for one in answer["citations"]} <= read.keys()
    assert "INF.03" in read["zrk:INF.03"]["text"]
    assert not turn["evidence_cut"]
    assert len(json.dumps(turn["evidence"], ensure_ascii=False)) < 2 * MOST_EVIDENCE


def test_evidence_beyond_the_bound_is_left_out_and_said(client: httpx.Client, folder: Path, tmp_path: Path) -> None:
    answer = Answer.model_validate(ask(client, "Co to jest INF.03?", "granica"))
    cited = Evidence.model_validate(
        next(one for one in kept(folder)[0]["evidence"] if one["record_id"] == "zrk:INF.03")
    )
    long = cited.model_copy(update={"handle": "q9", "record_id": "zrk:X", "text": "x" * MOST_EVIDENCE})
    Sample(Settings(data_dir=tmp_path, sample_share=1)).keep("?", answer, (long, cited), 1.0)
    (turn,) = kept(tmp_path)
    assert ([one["record_id"] for one in turn["evidence"]], turn["evidence_cut"]) == (["zrk:INF.03"], True)


def test_a_sentence_its_evidence_does_not_bear_out_is_told(
    client: httpx.Client, folder: Path, zeterka: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIVEN a turn as it was, the same with a planted sentence, and one from before evidence was kept."""
    ask(client, "Co to jest INF.03?", "a")
    (turn,) = kept(folder)
    false = {"text": "Tę kwalifikację nadaje Izba Zmyślona w Testowie.", "citations": [1]}
    planted = {**turn, "thread_id": "b", "answer": {**turn["answer"], "sentences": [false]}}
    old = {name: value for name, value in turn.items() if not name.startswith("evidence")}
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(folder))

    def told(*turns: dict[str, Any]) -> dict[str, Any]:
        (folder / FILE).write_text("".join(f"{json.dumps(one)}\n" for one in turns), "utf-8")
        return dict(json.loads(zeterka("eval", "monitor", "--json").out))

    assert told(turn)["supported_sentences"] == 1
    assert told(planted)["supported_sentences"] == 0
    assert told(planted)["invented_entity_rate"] > 0
    assert not {"supported_sentences", "invented_entity_rate", "citation_recall_by_rail"} & told(old).keys()


def test_a_judge_reads_each_sampled_turn_once_and_deleted_ones_are_forgotten(
    client: httpx.Client, folder: Path, tmp_path: Path, zeterka: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(client, "Co to jest INF.03?", "pierwsza")
    ask(client, "Co to jest INF.03?", "druga")
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(folder))
    with StandIn(load(TRANSCRIPTS / "judge" / "content.yaml")) as server:
        (tmp_path / "judge.yaml").write_text(f"models: [{{name: sedzia, model: standin, url: '{server.url}'}}]")
        monkeypatch.setenv("ZETERKA_JUDGE_FILE", str(tmp_path / "judge.yaml"))
        first = json.loads(zeterka("eval", "monitor", "--json").out)["judge"]
        asked = len(server.chats)
        again = json.loads(zeterka("eval", "monitor", "--json").out)["judge"]
        assert len(server.chats) == asked > 0
        assert client.delete("/api/v1/threads/druga").status_code == 204
        after = json.loads(zeterka("eval", "monitor", "--json").out)["judge"]
    assert (first["cases"], first["agent_goal_accuracy"], first["topic_adherence"]) == (2, 1, 1)
    assert first["answer_relevancy"] > 0.9
    assert again == first
    assert after["cases"] == 1


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
    assert (told["supported_sentences"], told["citation_recall_by_rail"], told["invented_entity_rate"]) == (1, 1, 0)
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
