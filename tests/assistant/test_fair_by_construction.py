"""Variants of one request that differ in a protected attribute get the same records, in the same order."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Request
from assistant.models.embedded.person.selfless import selfless
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


@pytest.mark.parametrize(
    "message", ["Jestem elektrykiem, czego mi brakuje do technika elektryka?", "I am a nurse, can I work here?"]
)
def test_what_is_told_of_oneself_and_names_an_occupation_is_kept(message: str) -> None:
    assert selfless(message) == message


def test_whom_a_wish_is_for_is_not_read() -> None:
    assert selfless("coś dla kuzynki: praca z drewnem") == "praca z drewnem"


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        ("Kumpel, wdowiec, szuka szkolenia ze spawania", "szuka szkolenia ze spawania"),
        ("I just turned 33 and want to work with horses. What can I do?", "I want to work with horses. What can I do?"),
        ("Szukam kursu florystycznego. Z poważaniem, mieszkanka Kujaw", "Szukam kursu florystycznego."),
        ("I'm 60 and love cooking and want a new career", "I love cooking and want a new career"),
        ("Klient wyznania prawosławnego pyta o technika logistyka", "Klient pyta o technika logistyka"),
        ("Jak wejść w eventy, światło, scena? Pozdro z Helu!", "Jak wejść w eventy, światło, scena?"),
        ("What level is the personal training (13481)?", "What level is the personal training (13481)?"),
    ],
)
def test_words_told_of_the_person_are_found_though_no_list_has_them(told: str, wish: str) -> None:
    assert selfless(told) == wish


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        (
            "Wreszcie biorę się za siebie, zawsze lubiłem układać płytki. Jaka ścieżka?",
            "zawsze lubiłem układać płytki. Jaka ścieżka?",
        ),
        ("Od roku się zastanawiam, fryzjerstwo albo kosmetyka?", "fryzjerstwo albo kosmetyka?"),
        ("Mam maturę, chcę być fryzjerem.", "Mam maturę, chcę być fryzjerem."),
        ("Nie lubię ludzi, wolę maszyny. Co polecacie?", "Nie lubię ludzi, wolę maszyny. Co polecacie?"),
        ("Technikum skończone, chcę być fryzjerem.", "Technikum skończone, chcę być fryzjerem."),
    ],
)
def test_a_story_before_the_wish_has_no_part_in_it_unless_it_bounds_it(told: str, wish: str) -> None:
    assert selfless(told) == wish


def test_a_bracket_that_tells_of_the_person_is_left_out_of_a_question_that_leans() -> None:
    assert selfless("Praca w aptece (wdowa): jakie kwalifikacje?") == "Praca w aptece: jakie kwalifikacje?"


@pytest.mark.parametrize(
    "message",
    [
        "czy osoba niesłysząca może zostać kierowcą?",
        "Mam INF.02, czego brakuje do technika informatyka?",
        "8 lat w harcerstwie, prowadziłam obozy. Da się z tego zrobić kwalifikację?",
        "a ta z javą?",
    ],
)
def test_what_a_question_is_about_stays(message: str) -> None:
    assert selfless(message).split() == message.replace("prowadziłam", "prowadziłem").split()


WISHES = ("szukam kursu florystycznego", "chcę nauczyć się spawać", "interesuje mnie programowanie")
PEOPLE = (
    "Jestem z Mołdawii",
    "Mam 52 lata",
    "Mieszkam na wsi",
    "Jestem wdową",
    "Jestem muzułmaninem",
    "Mam troje dzieci",
)


@given(st.sampled_from(WISHES), st.sampled_from(PEOPLE))
def test_invented_people_with_one_wish_are_read_alike(wish: str, person: str) -> None:
    assert selfless(f"{person}, {wish}. Co polecacie?") == f"{wish}. Co polecacie?"
