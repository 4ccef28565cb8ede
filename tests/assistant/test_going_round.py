"""More of what was listed, and without what is rejected of it."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.models.embedded.person.dislikes import rejected_in
from register.vocabulary import AnswerStatus, Language


@pytest.mark.parametrize(
    ("message", "rejected"),
    [
        ("ale nie weterynarz bo krew", "weterynarz"),
        ("nie chcę programować", "programować"),
        ("I don't like horses", "horses"),
        ("не хочу програмувати", "програмувати"),
        ("lubię konie", ""),
        ("nie, chodziło mi o kelnera", ""),
    ],
)
def test_what_a_short_message_rejects(message: str, rejected: str) -> None:
    assert rejected_in(message) == rejected


async def test_what_is_rejected_of_a_list_is_left_out_and_stays_out(chat: Chat) -> None:
    (await chat.user("coś z komputerami")).expect("technik programista", "INF.02")
    said = await chat.user("nie chcę programować")
    said.expect("Pomijam to, co głównie na tym polega: programowanie", "INF.02").expect_not(
        "technik programista", "INF.04"
    )
    (await chat.user("pokaż inne")).expect_not("technik programista", "INF.04")


async def test_others_are_those_not_shown_yet_until_there_are_none(chat: Chat) -> None:
    first = await chat.user("poleć mi coś z komputerami")
    second = await chat.user("coś innego")
    shown = [{citation.record_id for citation in said.answer.citations} for said in (first, second)]
    assert shown[1]
    assert not shown[0] & shown[1]
    said = await chat.user("jeszcze coś")
    said.expect("Nic innego w moich danych nie pasuje").expect_status(AnswerStatus.CLARIFICATION_ASKED)


async def test_a_rejected_card_is_not_shown_again(chat: Chat) -> None:
    await chat.user("co robi technik reklamy?")
    said = await chat.user("nie o to mi chodzi")
    said.expect("to nie to").expect_not("technik reklamy").expect_status(AnswerStatus.CLARIFICATION_ASKED)


async def test_why_after_a_list_by_words_names_the_words_that_stand_in_the_description(chat: Chat) -> None:
    await chat.user("zawody z zegarkami")
    (await chat.user("dlaczego to")).expect("W opisie są słowa, których szukamy: zegarkami")


@pytest.mark.parametrize("refusal", ["не хочу", "не хочу цього"])
async def test_a_refusal_brings_the_rejected_card_no_more(chat_as: Callable[..., Chat], refusal: str) -> None:
    chat = chat_as(language=Language.UK)
    first = (await chat.user("люблю машини")).answer.citations[0].title
    (await chat.user(refusal)).expect_not(first)
