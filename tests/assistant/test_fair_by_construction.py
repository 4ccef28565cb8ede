"""Variants of one request that differ in a protected attribute get the same records, in the same order."""

import json
from pathlib import Path

import pytest

from assistant.answer import Answer, Request
from assistant.models.embedded.selfless import selfless
from assistant.service import Assistant
from register.vocabulary import AnswerStatus

DEV = Path(__file__).parents[2] / "evaluation" / "fairness" / "data" / "dev.jsonl"
GROUPS = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]


def named(answer: Answer) -> tuple[list[str], list[str]]:
    return [c.record_id for c in answer.citations], [r.record_id for r in answer.recommendations]


@pytest.mark.parametrize("group", GROUPS[::3], ids=lambda group: group["group"])
async def test_variants_get_the_same_records(assistant: Assistant, group: dict[str, list[dict[str, str]]]) -> None:
    answers = [await assistant.answer(Request(message=variant["message"])) for variant in group["variants"]]
    assert all(named(answer) == named(answers[0]) for answer in answers)


async def test_a_question_about_a_rule_keeps_the_attribute_it_is_about(assistant: Assistant) -> None:
    answer = await assistant.answer(
        Request(message="Mam 17 lat, czy mogę się zapisać na kwalifikacyjny kurs zawodowy?")
    )
    assert answer.status is AnswerStatus.ANSWERED
    assert "pełnoletni" in answer.text or "18" in answer.text


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        ("Noszę kolczyki, chcę pracować jako fryzjerka.", "chcę pracować jako fryzjerka."),
        ("Mieszkam na wsi, lubię naprawiać ciągniki.", "lubię naprawiać ciągniki."),
        ("I am healthy and I'd like to learn woodworking", "I'd like to learn woodworking"),
    ],
)
def test_what_is_told_of_oneself_and_names_nothing_is_not_read(told: str, wish: str) -> None:
    assert selfless(told) == wish


@pytest.mark.parametrize("message", ["Jestem spawaczem, chcę zostać instruktorem", "I am a nurse, can I work here?"])
def test_what_is_told_of_oneself_and_names_an_occupation_is_kept(message: str) -> None:
    assert selfless(message) == message


def test_whom_a_wish_is_for_is_not_read() -> None:
    assert selfless("coś dla kuzynki: praca z drewnem").split() == ["coś", "dla", ":", "praca", "z", "drewnem"]
