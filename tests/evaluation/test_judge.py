"""``zeterka eval judge`` over a hand-made run, with a judge on a real server whose verdicts stand in transcripts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openai_standin import TRANSCRIPTS, StandIn, load

from evaluation.judge.frozen import PROMPTS
from evaluation.judge.score import score
from ui.cli.app import run

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
LEVEL = "Montowanie stolarki testowej ma poziom 4."
FREE = "Kurs jest darmowy."
ANSWERED = {
    "message": "Jaki poziom ma montowanie stolarki testowej?",
    "answer": {"status": "answered", "text": f"{LEVEL} [1] {FREE} [1]", "tools": []},
    "evidence": [
        {"handle": "q1", "record_id": "zrk:A", "title": "Montowanie stolarki testowej", "text": "Poziom PRK: 4"},
        {"handle": "q2", "record_id": "zrk:B", "title": "Przepis na pierogi", "text": "Mąka i woda"},
    ],
    "sentences": [{"text": LEVEL}, {"text": FREE}],
}
ASKED_BACK = {"message": "a jutro będzie padać?", "answer": {"status": "out_of_scope", "text": "Tym się nie zajmuję."}}
REFERENCE = {"reference": "Montowanie stolarki testowej ma czwarty poziom PRK."}
CASES = [
    {"id": "poziom", "turns": [{"expect": REFERENCE, "turn": ANSWERED}]},
    {"id": "pogoda", "turns": [{"expect": {}, "turn": ASKED_BACK}]},
]
RIGHT = {
    "faithfulness": 0.5,  # one of two statements is in the records
    "answer_relevancy": 1,  # the judge asked back what was asked
    "context_precision": 1,  # the useful record stands first
    "context_precision_by_answer": 1,
    "context_recall": 1,
    "factual_correctness": 0.67,  # F1 of precision 1/2 and recall 1
    "noise_sensitivity": 0,  # the wrong statement comes from no record
    "topic_adherence": 0.5,  # one conversation of two is about weather
    "agent_goal_accuracy": 0.5,
}
Judge = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """GIVEN a kept run of two questions."""
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / "config.json").write_text('{"task": "answers"}')
    lines = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in CASES)
    (folder / "generated.jsonl").write_text(lines, "utf-8")
    return folder


@pytest.fixture
def judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kept: Path) -> Judge:
    def asked(server: StandIn | None, *options: object) -> tuple[int, str, str]:
        monkeypatch.setenv("ZETERKA_DATA_DIR", str(tmp_path / "data"))
        if server:
            price = "{prompt: 1.0, completion: 2.0, currency: EUR, source: made up}"
            told = f"{{name: sedzia, model: standin, url: '{server.url}', price: {price}, patience: {{retries: 0}}}}"
            (tmp_path / "judge.yaml").write_text(f"models: [{told}]")
            monkeypatch.setenv("ZETERKA_JUDGE_FILE", str(tmp_path / "judge.yaml"))
        code = run(["eval", "judge", str(kept), *map(str, options)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return asked


def standin(*names: str) -> StandIn:
    """Serve transcripts; a later one goes before an earlier one."""
    return StandIn(*(load(TRANSCRIPTS / "judge" / f"{name}.yaml") for name in names))


def scores(said: tuple[int, str, str]) -> dict[str, Any]:
    code, out, error = said
    assert code == 0, error
    return dict(json.loads(out))


def test_verdicts_of_a_known_value(judge: Judge, kept: Path) -> None:
    with standin("honest") as server:
        found = scores(judge(server, "--repetitions", 1, "--json"))
    assert {name: found[name] for name in RIGHT} == RIGHT
    assert (found["cases"], found["failed"]) == (2, 0)
    requests = len(server.chats)
    assert found["used"]["requests"] == requests
    assert found["used"]["prompt_tokens"] > found["used"]["completion_tokens"] > 0
    tokens = found["used"]["prompt_tokens"] + 2 * found["used"]["completion_tokens"]
    assert found["used"]["cost"] == pytest.approx(tokens / 1_000_000, abs=1e-6)
    config = json.loads((kept / "judge" / "config.json").read_text("utf-8"))
    assert config["prompts"].keys() == {path.name for path in PROMPTS.glob("*.yaml")}
    assert config["judge"] == {"name": "sedzia", "model": "standin", "temperature": 0.2}
    assert config["versions"]["ragas"].startswith("0.4")
    assert "faithfulness#1: 0.5" in (kept / "judge" / "report.html").read_text("utf-8")
    assert score(kept / "judge") == found


def test_a_judge_is_asked_in_polish_each_time_with_another_seed(judge: Judge) -> None:
    with standin("honest") as server:
        judge(server, "--repetitions", 2, "--every", 2)
        asked = [(chat.body["seed"], chat.body["messages"][0]["content"]) for chat in server.chats]
    assert {seed for seed, _ in asked} == {1, 2}
    assert all("Odpowiedz wyłącznie jednym obiektem JSON" in text for _, text in asked)
    assert not any("pogod" in text.rpartition("TERAZ")[2] for _, text in asked)  # every second case is left out


def test_repetitions_that_disagree_are_told(judge: Judge) -> None:
    with standin("honest", "wavering") as server:
        found = scores(judge(server, "--repetitions", 2, "--json"))
    goal = found["agreement"]["agent_goal_accuracy"]
    assert found["agent_goal_accuracy"] == 0.25
    # Two cases judged twice: 0, 1 and 0, 0.
    assert goal == {"units": 2, "alpha": 0, "pairwise_difference": 0.5, "deviation_of_means": 0.25}
    assert found["agreement"]["topic_adherence"]["alpha"] == 1


def test_nonsense_is_counted_and_not_scored(judge: Judge, kept: Path) -> None:
    with standin("honest", "nonsense") as server:
        found = scores(judge(server, "--repetitions", 1, "--json"))
    silent = {"answer_relevancy", "context_recall", "faithfulness", "factual_correctness", "noise_sensitivity"}
    assert found["failed_by_metric"] == {"agent_goal_accuracy": 2, **dict.fromkeys(sorted(silent), 1)}
    assert not (silent | {"agent_goal_accuracy"}) & found.keys()
    assert (found["context_precision"], found["topic_adherence"]) == (1, 0.5)
    first = json.loads((kept / "judge" / "generated.jsonl").read_text("utf-8").splitlines()[0])
    assert first["failed"]["answer_relevancy#1"] == "no JSON in the reply"
    assert first["failed"]["context_recall#1"] == "attributed is 7, neither 0 nor 1"
    assert first["failed"]["faithfulness#1"] == "0 verdicts on 2 statements"


def test_a_judge_that_dies_midway_is_taken_up_again(judge: Judge, kept: Path) -> None:
    with standin("honest", "dies") as server:
        code, _, error = judge(server, "--repetitions", 1)
    assert (code, error.count("zeterka: ")) == (1, 1)
    assert "judge sedzia is gone" in error
    before = (kept / "judge" / "generated.jsonl").read_bytes()
    assert before.count(b"\n") == 1
    with standin("honest") as server:
        found = scores(judge(server, "--repetitions", 1, "--json"))
        assert not any("Kurs jest darmowy" in chat.body["messages"][0]["content"] for chat in server.chats)
    assert (kept / "judge" / "generated.jsonl").read_bytes().startswith(before)
    assert {name: found[name] for name in RIGHT} == RIGHT


def test_another_prompt_is_another_run(judge: Judge, kept: Path) -> None:
    with standin("honest") as server:
        judge(server, "--repetitions", 1)
        config = json.loads((kept / "judge" / "config.json").read_text("utf-8"))
        config["prompts"]["goal.yaml"] = "0" * 16
        (kept / "judge" / "config.json").write_text(json.dumps(config))
        code, _, error = judge(server, "--repetitions", 1)
    assert (code, "holds another run (prompts differ)" in error) == (1, True)


def test_without_a_judge_there_are_no_figures(judge: Judge, kept: Path) -> None:
    code, said, error = judge(None)
    assert (code, said) == (1, "")
    assert "ZETERKA_JUDGE_FILE" in error
    assert not (kept / "judge").exists()


def test_only_asked_tasks_can_be_judged(judge: Judge, kept: Path) -> None:
    (kept / "config.json").write_text('{"task": "retrieval"}')
    with standin("honest") as server:
        code, _, error = judge(server)
    assert (code, "a run of retrieval" in error, len(server.chats)) == (1, True, 0)
