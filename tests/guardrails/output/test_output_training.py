import json
from importlib.resources import files
from pathlib import Path

import pytest
from output_desk import DESK, WINDOWS, given_record

from guardrails.output.features import NAMES
from guardrails.output.model import load, shipped
from guardrails.output.source import Shelf, source_of
from guardrails.output.training import train
from ui.cli.app import run

DATA = Path(str(files("guardrails.output").joinpath("data")))


def test_training_twice_gives_one_model(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
        card = train([DATA / "training.jsonl"], folder)
    assert (first / "model.json").read_bytes() == (second / "model.json").read_bytes()
    assert card["sentences"]["unsupported"] > 50
    assert 0 <= card["held_out"]["false_alarm_rate"] <= 0.1
    assert load(first / "model.json").threshold == card["threshold"]


def test_a_model_of_other_features_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps({"constant": 0, "threshold": 0.5, "weights": {"magic": 1}}))
    with pytest.raises(ValueError, match="other features"):
        load(path)


def test_the_shipped_model_says_why() -> None:
    model = shipped()
    calm = dict.fromkeys(NAMES, 0.0)
    loud = {**calm, "universal_new": 1.0, "must_for_may": 1.0}
    assert model.probability(calm) < model.threshold < model.probability(loud)
    assert set(model.reasons(loud)) == {"universal_new", "must_for_may"}
    assert model.reasons(calm) == ()


def test_facts_are_read_as_words() -> None:
    record = given_record(
        "o1", "fryzjer", "Kod: 514101", kkz_allowed=False, school_types=["BS I"],
        post_secondary_years=2.5,
        summary={"pl": "Strzyże włosy.", "en": "Cuts hair."},
        url="https://example.org", derived=["code"], withdrawn=False,
        deep={"a": {"b": {"c": {"d": {"e": {"f": {"g": "zbyt głęboko"}}}}}}},
    )  # fmt: skip
    words = source_of(record).words
    assert {"stopnia", "strzyze", "hair", "nie"} <= words
    assert not {"gleboko", "derived"} & words


def test_a_shelf_reads_each_record_once_and_forgets_the_oldest() -> None:
    shelf = Shelf(size=1)
    first = shelf.source(WINDOWS)
    assert shelf.source(WINDOWS) is first
    shelf.source(DESK["q2"])
    assert shelf.source(WINDOWS) is not first


def test_the_command_trains_the_grounding_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text((DATA / "training.jsonl").read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    arguments = ["train", "rails", "--only", "grounding", "--out", str(tmp_path / "m"), "--grounding", str(more)]
    assert run(arguments) == 0
    assert "sentences learnt" in capsys.readouterr().out
    card = json.loads((tmp_path / "m" / "grounding" / "model-card.json").read_text("utf-8"))
    assert card["trained_on"] == ["training.jsonl", "training4.jsonl", "more.jsonl"]


def test_a_set_that_cannot_be_learnt_from_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x"}\n', "utf-8")
    arguments = ["train", "rails", "--only", "grounding", "--out", str(tmp_path / "m"), "--grounding", str(bad)]
    assert run(arguments) == 1
    assert "bad.jsonl, line 1" in capsys.readouterr().err
