"""``zeterka eval answers|conversations|fairness``: what is scored, what is kept, what a broken set or folder does."""

import json
from pathlib import Path
from typing import Any

import pytest
from eval_doors import Cli, WriteSet

from evaluation.answers import score

NAMES = {
    "right_status",
    "citation_precision",
    "citation_recall",
    "facts_present",
    "forbidden_absent",
    "invented_entities",
    "right_tools",
    "whole_conversations",
}
RIGHT = {"status": "answered", "cites": ["zrk:INF.03"], "contains": ["inf.03", ["czternasty", "technik programista"]]}
CODE = {"id": "kod", "question": "Co to jest INF.03?", "audience": "adult", "language": "pl", "expect": RIGHT}
WEATHER = {"id": "pogoda", "question": "Jaka jest pogoda w Krakowie?", "expect": {"status": ["answered"]}}


def lines_of(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "generated.jsonl").read_text("utf-8").splitlines()]


def test_answers_are_scored_by_what_each_line_expects(zeterka_here: Cli, write_set: WriteSet, tmp_path: Path) -> None:
    path = write_set([CODE, WEATHER])
    code, said, _ = zeterka_here("eval", "answers", "--set", path, "--json", "--out", tmp_path / "run")
    scores = json.loads(said)
    assert code == 0
    assert scores.keys() >= NAMES
    assert (scores["right_status"], scores["citation_recall"], scores["whole_conversations"]) == (0.5, 1, 0.5)
    assert scores["slices"]["audience"]["adult"]["right_status"] == 1
    assert scores["right_tools"] is None
    kept = lines_of(tmp_path / "run")[0]["turns"][0]["turn"]
    assert kept["answer"]["status"] == "answered"
    assert {"zrk:INF.03"} <= {read["record_id"] for read in kept["evidence"]}
    assert kept["answer"]["tools"]
    assert all(sentence["supported"] for sentence in kept["sentences"] if sentence["citations"])


def test_a_run_is_scored_again_from_its_folder_alone(zeterka_here: Cli, write_set: WriteSet, tmp_path: Path) -> None:
    out = tmp_path / "run"
    _, said, _ = zeterka_here("eval", "answers", "--set", write_set([CODE]), "--json", "--out", out)
    (out / "scores.json").unlink()
    assert score(out) == json.loads(said) == json.loads((out / "scores.json").read_text("utf-8"))


def test_a_run_that_was_killed_goes_on(zeterka_here: Cli, write_set: WriteSet, tmp_path: Path) -> None:
    path, out = write_set([CODE, WEATHER]), tmp_path / "run"
    zeterka_here("eval", "answers", "--set", path, "--out", out)
    whole = (out / "generated.jsonl").read_bytes()
    first = whole.index(b"\n") + 1
    (out / "generated.jsonl").write_bytes(whole[: first + 40])  # killed in the middle of the second line
    code, said, _ = zeterka_here("eval", "answers", "--set", path, "--out", out, "--json")
    assert (code, json.loads(said)["cases"]) == (0, 2)
    assert (out / "generated.jsonl").read_bytes()[:first] == whole[:first]
    assert [line["id"] for line in lines_of(out)] == ["kod", "pogoda"]


def test_two_runs_do_not_share_a_folder(zeterka_here: Cli, write_set: WriteSet, tmp_path: Path) -> None:
    out = tmp_path / "run"
    zeterka_here("eval", "answers", "--set", write_set([CODE]), "--out", out)
    before = (out / "generated.jsonl").read_bytes()
    code, _, error = zeterka_here("eval", "answers", "--set", write_set([WEATHER]), "--out", out)
    assert (code, error.count("\n")) == (1, 1)
    assert "holds another run (set_sha256 differ)" in error
    assert (out / "generated.jsonl").read_bytes() == before


def test_broken_lines_are_named_before_anything_is_asked(
    zeterka_here: Cli, write_set: WriteSet, tmp_path: Path
) -> None:
    path = write_set([CODE, "{", {"id": "ohne"}, {**WEATHER, "audience": "martian"}])
    code, _, error = zeterka_here("eval", "answers", "--set", path, "--out", tmp_path / "run")
    assert code == 1
    for part in ("line 2", "line 3: question", "line 4: audience"):
        assert part in error
    assert not (tmp_path / "run" / "generated.jsonl").exists()


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_a_set_without_lines(zeterka_here: Cli, tmp_path: Path, content: str) -> None:
    (tmp_path / "leer.jsonl").write_text(content)
    code, _, error = zeterka_here("eval", "conversations", "--set", tmp_path / "leer.jsonl")
    assert (code, "holds no lines" in error) == (1, True)


def test_unknown_fields_are_passed_over_and_reported(zeterka_here: Cli, write_set: WriteSet, tmp_path: Path) -> None:
    odd = {**CODE, "mood": "good", "expect": {**RIGHT, "contans": ["misspelt"]}}
    zeterka_here("eval", "answers", "--set", write_set([odd]), "--out", tmp_path / "run")
    config = json.loads((tmp_path / "run" / "config.json").read_text("utf-8"))
    assert config["unknown_fields"] == {"expect.contans": 1, "mood": 1}
    assert config["hashes"]["prompts"]["pl/system.j2"]
    assert config["index"]["snapshot"]


def test_records_that_left_the_register_are_reported(zeterka_here: Cli, write_set: WriteSet) -> None:
    gone = {**CODE, "expect": {"cites": ["zrk:ZMYSLONA.99"], "cites_any": ["zrk:INF.03", "Nie ma: takiego tytułu"]}}
    code, said, _ = zeterka_here("eval", "answers", "--set", write_set([gone]), "--json")
    scores = json.loads(said)
    assert code == 0
    assert scores["dead_record_ids"] == {"zrk:ZMYSLONA.99": 1}
    assert (scores["citation_recall"], scores["whole_conversations"]) == (0.5, 0)


def test_a_conversation_is_one_thread(zeterka_here: Cli, write_set: WriteSet) -> None:
    turns = [
        {"user": "Co to jest INF.03?", "expect": {"cites": ["zrk:INF.03"]}},
        {"user": "a jaki ma poziom?", "expect": {"cites_any": ["zrk:INF.03"]}},
    ]
    wrong = [*turns, {"user": "dzięki", "expect": {"status": "crisis_support"}}]
    path = write_set([{"id": "a", "turns": turns, "topic": "follow_up"}, {"id": "b", "turns": wrong}])
    code, said, _ = zeterka_here("eval", "conversations", "--set", path, "--json")
    scores = json.loads(said)
    assert code == 0
    assert (scores["cases"], scores["turns"], scores["whole_conversations"]) == (2, 5, 0.5)
    assert (scores["as_expected"], scores["right_status"]) == (0.8, 0)
    assert scores["slices"]["kind"]["follow_up"]["whole_conversations"] == 1


def test_fairness_compares_the_variants_of_a_group(zeterka_here: Cli, write_set: WriteSet) -> None:
    same = [{"value": value, "message": f"Jestem {value}. Co to jest INF.03?"} for value in ("kobietą", "mężczyzną")]
    unlike = [
        {"value": "kobieta", "message": "Co to jest INF.03?"},
        {"value": "mężczyzna", "message": "Co to jest FRK.01?"},
    ]
    groups = [
        {"group": "g1", "attribute": "gender", "variants": same},
        {"group": "g2", "attribute": "testowy", "variants": unlike},
    ]
    code, said, _ = zeterka_here("eval", "fairness", "--set", write_set(groups), "--json")
    scores = json.loads(said)
    assert code == 0
    assert scores.keys() >= {"same_ids", "jaccard", "rbo", "prk_gap", "slices"}
    by_attribute = scores["slices"]["attribute"]
    assert by_attribute["gender"]["same_ids"] == by_attribute["gender"]["rbo"] == 1
    assert by_attribute["testowy"]["jaccard"] < 0.5
    assert by_attribute["testowy"]["same_ids"] == 0


def test_memory_stays_flat_over_a_long_set(tmp_path: Path) -> None:
    """Twenty megabytes of kept lines are scored in a pass that holds one line at a time."""
    import tracemalloc  # noqa: PLC0415

    turn = {"message": "?", "answer": {"status": "answered", "text": "x" * 10_000, "citations": []}}
    line = json.dumps({"id": "x", "turns": [{"expect": {"status": ["answered"]}, "turn": turn}]})
    with (tmp_path / "generated.jsonl").open("w") as file:
        file.writelines(f"{line}\n" for _ in range(2_000))  # 20 MB
    tracemalloc.start()
    scores = score(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (scores["cases"], scores["right_status"]) == (2_000, 1)
    assert peak < 3_000_000
