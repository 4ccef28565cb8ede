"""``zeterka eval`` and ``zeterka train``: exit codes, names of scores, what is written where."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.cli.app import run

Cli = Callable[..., tuple[int, str, str]]
NAMES = ("mrr", "ndcg@10", "recall@10", "success@1", "success@10", "latency_ms")
TITLES = ("kowal testowy", "rybak testowy", "tkaczka testowa")


@pytest.fixture
def zeterka(capsys: pytest.CaptureFixture[str]) -> Cli:
    def command(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """GIVEN a foreign collection, its questions, and no data folder that could be used."""
    monkeypatch.setenv("ZETERKA_DATA_DIR", "/proc/nie-ma")
    folder = tmp_path / "foreign"
    folder.mkdir()
    documents = [{"id": f"d{i}", "text": title} for i, title in enumerate(TITLES)]
    questions = [
        {"id": f"q{i}", "query": title.split()[0], "relevant": {f"d{i}": 1}, "slice": "s"}
        for i, title in enumerate(TITLES)
    ]
    for name, lines in (("corpus", documents), ("set", questions)):
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return folder


def test_a_foreign_collection_is_measured(zeterka: Cli, foreign: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    before = sorted(foreign.iterdir())
    asked = ("--set", foreign / "set.jsonl", "--corpus", foreign / "corpus.jsonl", "--out", out)
    code, said, _ = zeterka("eval", "retrieval", *asked, "--json")
    scores = json.loads(said)
    assert code == 0
    assert scores["mrr"] == 1
    for values in (scores, scores["slices"]["s"]):
        assert set(NAMES) <= values.keys()
        assert {"p50", "p95"} <= values["latency_ms"].keys()
    assert sorted(file.name for file in out.iterdir()) == [
        "config.json",
        "generated.jsonl",
        "report.html",
        "scores.json",
    ]
    assert sorted(foreign.iterdir()) == before


def test_scores_are_printed_without_a_folder(zeterka: Cli, foreign: Path) -> None:
    code, said, _ = zeterka("eval", "retrieval", "--set", foreign / "set.jsonl", "--corpus", foreign / "corpus.jsonl")
    assert code == 0
    assert "ndcg@10" in said
    assert "slices/s/latency_ms.p95" in said


def test_a_corpus_needs_its_questions(zeterka: Cli, foreign: Path) -> None:
    code, said, error = zeterka("eval", "retrieval", "--corpus", foreign / "corpus.jsonl")
    assert (code, said, error.count("\n")) == (2, "", 1)
    assert "--set" in error


def test_a_set_that_is_not_there(zeterka: Cli, foreign: Path) -> None:
    for arguments in (("--set", "/nie/ma"), ("--set", "/nie/ma", "--corpus", foreign / "corpus.jsonl")):
        code, _, error = zeterka("eval", "retrieval", *arguments)
        assert (code, error.count("\n")) == (1, 1)


def test_an_unknown_task_is_wrong_use(zeterka: Cli) -> None:
    assert zeterka("eval", "pogoda")[0] == 2


@pytest.mark.parametrize(
    ("task", "names"),
    [
        ("guardrails", {"allow.false_positive_rate", "injection.recall", "ms.p95"}),
        ("grounding", {"recall", "precision", "false_alarm_rate", "ms_per_sentence", "by_error"}),
    ],
)
def test_the_rails_are_measured(zeterka: Cli, task: str, names: set[str]) -> None:
    code, said, _ = zeterka("eval", task, "--json")
    assert code == 0
    assert names <= json.loads(said).keys()


def test_two_runs_are_compared(zeterka: Cli, tmp_path: Path) -> None:
    for name, mrr in (("a", 0.5), ("b", 0.75)):
        (tmp_path / name).mkdir()
        scores = {"mrr": mrr, "slices": {"s": {"mrr": 1, "latency_ms": {"p50": mrr}}}, "new" + name: 1}
        (tmp_path / name / "scores.json").write_text(json.dumps(scores))
    assert zeterka("eval", "diff", tmp_path / "a", tmp_path / "b")[1].splitlines() == [
        "mrr  0.5 → 0.75  (+0.25)",
        "slices/s/latency_ms.p50  0.5 → 0.75  (+0.25)",
    ]
    assert json.loads(zeterka("eval", "diff", tmp_path / "a", tmp_path / "b", "--json")[1])["mrr"] == [0.5, 0.75]
    assert zeterka("eval", "diff", tmp_path / "a", tmp_path / "a")[1] == "no score differs\n"


@pytest.mark.parametrize("content", [None, "[]", "{"])
def test_a_run_that_is_none(zeterka: Cli, tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "scores.json").write_text(content)
    code, _, error = zeterka("eval", "diff", tmp_path, tmp_path)
    assert (code, error.count("\n")) == (1, 1)


def test_training_without_data_is_one_line(zeterka: Cli, tmp_path: Path) -> None:
    code, _, error = zeterka("train", "embedding", "--data", tmp_path, "--out", tmp_path / "out")
    assert code == 1
    assert "unexpected" not in error
    assert not (tmp_path / "out").exists()
    assert zeterka("train", "embedding")[0] == 2


@pytest.mark.parametrize(
    ("gate", "code"), [("mrr>=0.9", 0), ("latency_ms.p50 <= 0", 3), ("slices/s/mrr>=1.5", 3), ("mrr", 1), ("x>=1", 1)]
)
def test_a_gate_decides_the_exit_code(zeterka: Cli, foreign: Path, gate: str, code: int) -> None:
    asked = ("--set", foreign / "set.jsonl", "--corpus", foreign / "corpus.jsonl", "--gate", gate, "--json")
    ended, said, error = zeterka("eval", "retrieval", *asked)
    assert ended == code
    assert json.loads(said)["mrr"] == 1
    assert (error == "") is (code == 0)
