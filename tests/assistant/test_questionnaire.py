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
