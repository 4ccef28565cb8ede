"""The self-assessment as a program uses it: questions out, answers in, every number recomputable."""

import math
from pathlib import Path
from typing import Any

import httpx
import pytest


def answered(questions: dict[str, Any], *liked: str) -> dict[str, Any]:
    """5 for every question whose id begins with a letter of ``liked``, 1 for the others."""
    ratings = {one["id"]: 5 if one["id"][0].upper() in liked else 1 for one in questions["questions"]}
    return {"bank": questions["bank"], "answers": ratings}


@pytest.fixture
def questions(api: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = api.get("/api/v1/assessment").json()
    return found


def test_the_questionnaire_is_asked_in_the_language_wanted(api: httpx.Client, questions: dict[str, Any]) -> None:
    assert len(questions["questions"]) == 18
    assert list(questions["scale"]) == ["1", "2", "3", "4", "5"]
    assert any("od 14 roku" in line for line in questions["introduction"])
    english = api.get("/api/v1/assessment", params={"language": "en", "form": "full"}).json()
    assert len(english["questions"]) == 48
    assert english["questions"][0]["text"] != questions["questions"][0]["text"]


def test_answers_become_scores_occupations_and_qualifications(api: httpx.Client, questions: dict[str, Any]) -> None:
    found = api.post("/api/v1/assessment", json={**answered(questions, "R", "I"), "limit": 3}).json()
    scores = {one["type"]: one["percent"] for one in found["result"]["scores"]}
    assert scores == {"R": 100, "I": 100, "A": 0, "S": 0, "E": 0, "C": 0}
    assert all(level["matches"] for level in found["matches"]["levels"])
    assert len(found["recommendations"]) == 3
    for one in found["recommendations"]:
        known = [reason for reason in one["because"] if reason["value"] is not None]
        assert sum(reason["weight"] * reason["value"] for reason in known) == pytest.approx(one["score"], abs=1e-9)
        total = sum(found["weights"][reason["factor"]] for reason in known)
        for reason in known:
            assert reason["weight"] == pytest.approx(found["weights"][reason["factor"]] / total, abs=1e-9)


TYPES = "RIASEC"
DOCUMENTED = Path(__file__).parents[2] / "docs" / "advice.md"


def letters(values: list[float]) -> list[int]:
    """The three highest types by their place; equal values in hexagon order."""
    return sorted(range(6), key=lambda place: (-values[place], place))[:3]


def test_every_number_of_a_match_is_recomputed_from_the_json_and_stands_in_the_documentation(api: httpx.Client) -> None:
    """GIVEN the answers of the documented example, WHEN the JSON alone is reckoned with, THEN all agrees."""
    ratings = dict(zip(TYPES, (5, 4, 1, 2, 1, 3), strict=True))
    full = api.get("/api/v1/assessment", params={"form": "full"}).json()
    answers = {one["id"]: ratings[one["id"][0].upper()] for one in full["questions"]}
    found = api.post(
        "/api/v1/assessment", json={"bank": full["bank"], "form": "full", "answers": answers, "limit": 10}
    ).json()
    result = found["result"]
    shown = {one["type"]: one["percent"] for one in result["scores"]}
    u = [shown[kind] for kind in TYPES]
    assert u == [100 * 8 * (ratings[kind] - 1) / 32 for kind in TYPES]
    high = sorted(u, reverse=True)
    spread = result["differentiation"]
    assert spread["di3"] == pytest.approx(high[0] - (high[1] + high[3]) / 2, abs=1e-9)
    assert spread["di6"] == pytest.approx((high[0] - high[5]) / sum(u), abs=1e-9)
    assert spread["di7"] == pytest.approx(math.sqrt(sum((one - sum(u) / 6) ** 2 for one in u) / 6), abs=1e-9)
    vet = next(one for level in found["matches"]["levels"] for one in level["matches"] if one["code"] == "324002")
    o = [vet["interests"][kind.lower()] for kind in TYPES]
    mean_u, mean_o = sum(u) / 6, sum(o) / 6
    both = sum((a - mean_u) * (b - mean_o) for a, b in zip(u, o, strict=True))
    r = both / math.sqrt(sum((a - mean_u) ** 2 for a in u) * sum((b - mean_o) ** 2 for b in o))
    assert vet["correlation"] == pytest.approx(r, abs=1e-9)
    apart = math.sqrt(sum((a / 100 - (b - 1) / 6) ** 2 for a, b in zip(u, o, strict=True)))
    assert vet["distance"] == pytest.approx(apart, abs=1e-9)
    pairs = list(zip((3, 2, 1), letters(u), letters(o), strict=True))
    assert vet["c_index"] == sum(w * (3 - min(abs(p - e), 6 - abs(p - e))) for w, p, e in pairs)
    documented = DOCUMENTED.read_text("utf-8")
    for number in (f"{r:.5f}", f"{apart:.5f}", f"{spread['di7']:.3f}", f'"c_index": {vet["c_index"]}'):
        assert number in documented


def test_a_flat_profile_gets_no_list(api: httpx.Client, questions: dict[str, Any]) -> None:
    found = api.post("/api/v1/assessment", json=answered(questions)).json()
    assert found["matches"]["withheld"] == "flat"
    assert found["recommendations"] == []


@pytest.mark.parametrize(
    "change",
    [
        {"answers": {"R1": 6}},
        {"answers": {"no-such-question": 3}},
        {"bank": "another"},
        {"level": 9},
        {"gender": "f"},
        {"weights": {"pay": -1}},
    ],
)
def test_impossible_answers_are_refused(api: httpx.Client, questions: dict[str, Any], change: dict[str, Any]) -> None:
    refused = api.post("/api/v1/assessment", json={**answered(questions, "R"), **change})
    assert refused.status_code == 422
    assert refused.headers["content-type"].startswith("application/problem+json")
