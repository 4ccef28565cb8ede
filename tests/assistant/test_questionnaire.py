"""The questionnaire of interests in the middle of a conversation."""

import pytest
from conversation_script import Chat

from assistant.advice.interests import HollandType, load_bank
from register.vocabulary import AnswerStatus


def _liking(question: str) -> str:
    """Somebody who likes practical things best, then finding out and order."""
    kind = next(item.type for item in load_bank().items if item.text.pl in question)
    return {HollandType.R: "5", HollandType.I: "raczej tak", HollandType.C: "3"}.get(kind, "wcale nie")


async def test_someone_of_fourteen_goes_through_it_with_a_break_and_a_question(chat: Chat) -> None:
    (await chat.user("mam 14 lat i zero pomysłu na siebie")).expect("3 minuty").expect_status(
        AnswerStatus.CLARIFICATION_ASKED
    )
    (await chat.user("tak")).expect("od 14 roku życia", "Pytanie 1 z około 15").expect_tools("assess_interests")
    (await chat.user("raczej tak")).expect("Pytanie 2 z około 15")
    (await chat.user("wróć")).expect("Pytanie 1 z około 15")
    (await chat.user("5")).expect("Pytanie 2 z około 15")
    (await chat.user("pomiń")).expect("Pytanie 3 z około 15")
    (await chat.user("ile trwa technikum?")).expect("5 lat", "Pytanie 3 z około 15").expect_cites("fact:R046")
    (await chat.user("przerwij")).expect("odpowiedzi są zachowane")
    (await chat.user("dziękuję, na dziś wystarczy"))
    said = await chat.user("dokończmy kwestionariusz")
    said.expect("Pytanie 3 z około 15")
    while said.answer.status is not AnswerStatus.ANSWERED:
        said = await chat.user(_liking(said.answer.text))
    said.expect_status(AnswerStatus.ANSWERED).expect("wersja wstępna", "podobieństwo zainteresowań")
    said.expect_not("korelacja")
    assert any(citation.record_id.startswith("kzis:") for citation in said.answer.citations)
    said = await chat.user("poleć mi kwalifikacje")
    said.expect_tools("recommend_qualifications").expect_status(AnswerStatus.ANSWERED)
    assert all(one.because for one in said.answer.recommendations)
    assert {one.record_id for one in said.answer.recommendations} == {c.record_id for c in said.answer.citations}
    (await chat.user("dlaczego to?")).expect_tools("explain_recommendation").expect("Miejsce 1")


@pytest.mark.parametrize("answer", ["3", "trudno powiedzieć"])
async def test_a_flat_profile_has_no_list_of_occupations(chat: Chat, answer: str) -> None:
    said = await chat.user("chcę zrobić kwestionariusz zainteresowań")
    while said.answer.status is not AnswerStatus.ANSWERED:
        said = await chat.user(answer)
    said.expect("Wynik jest płaski").expect_not("podobieństwo zainteresowań")
    assert not said.answer.citations


@pytest.mark.parametrize("answer", ["tak lubię", "średnio lubię", "kocham", "spoko", "nwm", "nie przepadam", "nudne"])
async def test_a_natural_answer_counts(chat: Chat, answer: str) -> None:
    await chat.user("zrób test zainteresowań")
    (await chat.user(answer)).expect("Pytanie 2 z około 15")


async def test_the_result_comes_after_the_last_question_and_one_number_more_begins_nothing(chat: Chat) -> None:
    said = await chat.user("zrób test zainteresowań")
    (await chat.user("chcę wyniki")).expect("Wynik będzie po ostatnim pytaniu", "Pytanie 1 z około 15")
    while said.answer.status is not AnswerStatus.ANSWERED:
        said = await chat.user("5" if _liking(said.answer.text) == "5" else "1")
    said.expect_not("pracownik pomocniczy")
    (await chat.user("4")).expect("Wszystkie pytania są już zadane").expect_not("Pytanie 1")


@pytest.mark.parametrize("message", ["nie chcę już tego testu", "zostaw te testy, gadaj normalnie"])
async def test_declining_it_does_not_start_it(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect_not("Pytanie 1")


async def test_it_is_for_people_of_fourteen_and_over(chat: Chat) -> None:
    (await chat.user("mam 12 lat, zrób mi test")).expect("od 14 roku życia").expect_not("Pytanie 1")
    (await chat.user("zrób mi test zainteresowań")).expect_not("Pytanie 1")


@pytest.mark.parametrize("number", ["1", "2", "3", "4", "5"])
async def test_each_number_of_the_scale_is_an_answer(chat: Chat, number: str) -> None:
    await chat.user("mam 14 lat i nie wiem co wybrać")
    await chat.user("tak")
    (await chat.user(number)).expect("Pytanie 2 z około 15")
