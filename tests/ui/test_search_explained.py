"""``zeterka search --explain``: what was read out of the words, and how to undo it."""

import json
from collections.abc import Callable
from typing import Any

Cli = Callable[..., Any]  # the fixture of this folder: arguments → code, out, err


def test_what_was_read_is_told_and_how_to_undo_it(zeterka: Cli) -> None:
    done = zeterka("search", "fryzjrka bez matury", "--explain", "--limit", "3")
    assert done.code == 0
    for part in ("not_categories = degree,postgraduate", "Poprawiono pisownię: fryzjrka", "--no-interpret"):
        assert part in done.out
    assert "1. " in done.out


def test_undone_nothing_is_read(zeterka: Cli) -> None:
    done = zeterka("search", "praca ze zwierzętami bez matury", "--explain", "--no-interpret", "--json")
    found = json.loads(done.out)
    assert found["filters"] == {}
    assert not [line for line in found["explanation"] if "--no-interpret" in line]


def test_a_named_occupation_is_told(zeterka: Cli) -> None:
    done = zeterka("search", "technik programista", "--explain")
    assert "Nazwane w pytaniu: technik programista (kzis:351406)" in done.out


def test_a_plain_search_explains_nothing(zeterka: Cli) -> None:
    assert "explanation" not in json.loads(zeterka("search", "fryzjer", "--json").out)
