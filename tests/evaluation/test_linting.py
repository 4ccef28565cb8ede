"""``zeterka eval lint`` on small sets with one fault each."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.linting import lint

CARD = "What How Split Licence Limits\n| `dev.jsonl` | {} |\n| `test.jsonl` | {} |\n"
LEVEL = {"id": "a", "question": "Jaki poziom ma kwalifikacja testowa?", "expect": {"status": "answered"}}
OTHER = {"id": "b", "question": "Kto nadaje zmyśloną kwalifikację?", "expect": {"contains": ["izba"]}}


def faults(folder: Path, dev: list[dict[str, Any]], test: list[dict[str, Any]], card: str = CARD) -> list[str]:
    for name, lines in (("dev", dev), ("test", test)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (folder / "README.md").write_text(card.format(len(dev), len(test)))
    return [
        str(one)
        for one in lint((folder / "dev.jsonl",), (folder / "test.jsonl",), folder / "README.md", "answers", None)
    ]


def test_sound_sets_have_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, [LEVEL], [OTHER]) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ({**OTHER, "id": "a"}, "the id occurs 2 times"),
        ({**LEVEL, "id": "c", "question": "Jaki poziom ma kwalifikacja testowa ?"}, "asks what a asks"),
        ({**OTHER, "expect": {}}, "nothing can fail"),
        ({**OTHER, "expect": {"contains": [" "]}}, "so short"),
        ({**OTHER, "expect": {"absent": [""]}}, "an empty text"),
        ({**OTHER, "expect": {"contains": ["izba"], "absent": ["izba"]}}, "both expected and forbidden"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, line: dict[str, Any], fault: str) -> None:
    found = faults(tmp_path, [LEVEL, line], [{**OTHER, "id": "t", "question": "Gdzie zdać egzamin testowy w maju?"}])
    assert any(fault in one for one in found)


def test_a_leak_names_ids_and_no_text(tmp_path: Path) -> None:
    found = faults(tmp_path, [LEVEL], [{**LEVEL, "id": "t"}])
    assert len(found) == 1
    assert "leaks" in found[0]
    assert "poziom" not in found[0]


def test_a_card_that_counts_wrong(tmp_path: Path) -> None:
    found = faults(tmp_path, [LEVEL], [OTHER], "What How Split Licence\n| `dev.jsonl` | 7 |\n| `test.jsonl` | 1 |\n")
    assert len(found) == 2
    assert "'imit" in found[0]
    assert "count its 1 lines" in found[1]


def test_an_id_in_two_files_and_a_file_of_no_split(tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_text(json.dumps({**LEVEL, "question": "Ile godzin trwa kurs testowy?"}) + "\n")
    found = faults(tmp_path, [LEVEL], [OTHER], CARD + "| `more.jsonl` | 1 |\n")
    assert found == ["more.jsonl  -  the file belongs to no split"]
    files = (tmp_path / "dev.jsonl", tmp_path / "more.jsonl")
    joined = lint(files, (tmp_path / "test.jsonl",), tmp_path / "README.md", "answers", None)
    assert [str(one) for one in joined] == ["more.jsonl  a  the id is also in dev.jsonl"]


def test_follow_ups_recur_and_openings_do_not(tmp_path: Path) -> None:
    """A short later line asks another thing in each conversation; the same opening twice is one conversation."""

    def found(first: str) -> list[str]:
        later = {"user": "a jaki ma poziom, powiedz", "expect": {"status": "answered"}}
        lines = [
            {"id": name, "turns": [{"user": said, "expect": {"status": "answered"}}, later]}
            for name, said in (("a", "Pokaż kwalifikacje z garncarstwa"), ("b", first))
        ]
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (tmp_path / "dev.jsonl").write_text(text, "utf-8")
        dev = lint((tmp_path / "dev.jsonl",), (tmp_path / "none.jsonl",), tmp_path / "README.md", "conversations", None)
        return [one.what for one in dev if "asks what" in one.what]

    assert found("Kto uczy w Gdyni spawania pod wodą?") == []
    assert len(found("Pokaż kwalifikacje z garncarstwa!")) == 1
