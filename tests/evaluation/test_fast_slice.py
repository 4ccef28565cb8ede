"""What a build measures: every sixteenth line of the development sets through the command line, with gates."""

import json
from pathlib import Path

from eval_doors import Cli

import evaluation
from evaluation.defaults import TASKS

GATES = Path(evaluation.__file__).parent / "gates_slice.yaml"


def test_the_fast_slice_holds_its_gates_and_missed_ones_end_with_three(zeterka_here: Cli, tmp_path: Path) -> None:
    asked = ("eval", "all", "--every", 16, "--json", "--out", tmp_path / "run")
    code, said, error = zeterka_here(*asked, "--gates", GATES)
    assert (code, "gate missed" in error) == (0, False)
    assert json.loads(said).keys() == set(TASKS)
    strict = tmp_path / "strict.yaml"
    strict.write_text("answers: [cases>=1000]\n", "utf-8")
    code, _, error = zeterka_here(*asked, "--gates", strict)
    assert code == 3
    assert "answers/cases>=1000" in error
