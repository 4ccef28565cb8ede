"""``evaluation.grounding``: what a run keeps, scores and reports."""

import json
from pathlib import Path

import pytest

from evaluation.grounding import generate, score
from evaluation.lines import SetError

LINE = {
    "id": "a1",
    "language": "pl",
    "evidence": [{"handle": "q1", "title": "Barista", "text": "Ważność: 5 lat", "facts": {"prk_level": 3}}],
    "sentences": [
        {"text": "Certyfikat baristy jest ważny pięć lat [q1].", "supported": True},
        {"text": "Certyfikat baristy jest ważny 7 lat [q1].", "supported": False, "error": "wrong_number"},
        {"text": "Zajrzyj na kawa-kursy.pl [q1].", "supported": False, "error": "invented_link_or_contact"},
        {"text": "Chcesz porównać?", "supported": True},
    ],
}


def test_a_run_keeps_what_was_said_and_can_be_scored_again(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(LINE) + "\n\n", "utf-8")
    generate(path, tmp_path / "run")
    scores = score(tmp_path / "run")
    assert (scores["recall"], scores["precision"], scores["false_alarm_rate"], scores["sentences"]) == (
        1.0,
        1.0,
        0.0,
        4,
    )
    assert scores["by_error"] == {"invented_link_or_contact": 1.0, "wrong_number": 1.0}
    assert scores["ms_per_sentence"] > 0
    assert json.loads((tmp_path / "run" / "scores.json").read_text("utf-8")) == scores
    assert json.loads((tmp_path / "run" / "config.json").read_text("utf-8"))["set"] == "set.jsonl"
    assert "<h1>Grounding: set.jsonl</h1>" in (tmp_path / "run" / "report.html").read_text("utf-8")


def test_without_rails_everything_is_missed_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(LINE), "utf-8")
    generate(path, tmp_path, rails=())
    assert score(tmp_path)["recall"] == 0.0
    assert "missed" in (tmp_path / "report.html").read_text("utf-8")


def test_an_empty_run_scores_nothing(tmp_path: Path) -> None:
    (tmp_path / "generated.jsonl").write_text("", "utf-8")
    assert score(tmp_path)["ms_per_sentence"] == 0.0


@pytest.mark.parametrize("line", ['{"id": "x"}', "not json"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(SetError, match=r"bad\.jsonl, line 1"):
        generate(path, tmp_path / "run")
