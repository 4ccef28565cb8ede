"""Off and on, at once, and every time on record."""

import json
from pathlib import Path

import pytest

from guardrails import input_rails, screen
from guardrails.switch import AUDIT, MARKER, State, state, turn_off, turn_on


def test_while_off_every_turn_ends_with_a_notice(tmp_path: Path) -> None:
    rails = input_rails(max_chars=100, data_dir=tmp_path)
    assert screen(rails, "jak zostać kucharzem").ended_by is None
    turn_off(tmp_path, "przegląd danych", "operator")
    ended = screen(rails, "jak zostać kucharzem").ended_by
    assert ended is not None
    assert ended.phrase == "rails.switch.off"
    turn_on(tmp_path, "po przeglądzie", "operator")
    assert screen(rails, "jak zostać kucharzem").ended_by is None


def test_who_when_and_why_are_only_ever_added(tmp_path: Path) -> None:
    turn_off(tmp_path / "data", "a\nb", "ola")
    before = (tmp_path / "data" / AUDIT).read_bytes()
    turn_on(tmp_path / "data", "gotowe", "jan")
    after = (tmp_path / "data" / AUDIT).read_bytes()
    assert after.startswith(before)
    rows = [json.loads(line) for line in after.splitlines()]
    assert [(row["action"], row["who"], row["reason"]) for row in rows] == [
        ("off", "ola", "a b"),
        ("on", "jan", "gotowe"),
    ]
    assert all(row["at"].endswith("+00:00") for row in rows)


def test_the_state_tells_the_reason(tmp_path: Path) -> None:
    assert state(tmp_path) == State(False)
    off = turn_off(tmp_path, "przerwa", "ola")
    assert state(tmp_path) == off
    (tmp_path / MARKER).write_text("broken", "utf-8")
    assert state(tmp_path).off


@pytest.mark.parametrize(("reason", "who"), [("", "ola"), ("przerwa", "  ")])
def test_nobody_turns_it_without_a_name_and_a_reason(tmp_path: Path, reason: str, who: str) -> None:
    with pytest.raises(ValueError, match="must not be empty"):
        turn_off(tmp_path, reason, who)
    with pytest.raises(ValueError, match="must not be empty"):
        turn_on(tmp_path, reason, who)
    assert not (tmp_path / AUDIT).exists()
