"""The self-assessment as a program uses it: questions out, answers in, every number recomputable."""

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
