"""What people say they like, in their words and in three languages: records are found by what is done in them."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Language


@pytest.mark.parametrize(
    ("language", "message", "wanted", "unwanted"),
    [
        (Language.UK, "люблю готувати", "kucharz", "technik prac biurowych"),
        (Language.UK, "люблю дітей", "opiekunka dziecięca", "jeździec"),
        (Language.UK, "мені подобається малювати", "plastyk", "monter"),
        (Language.EN, "I love singing", "muzyk", "turystyki"),
        (Language.PL, "lubię śpiewać", "muzyk", "kucharz"),
        (Language.PL, "lubię gadać z ludźmi", "opiekun", "gospodarka odpadami"),
    ],
)
async def test_a_liking_finds_what_is_done(
    chat_as: Callable[..., Chat], language: Language, message: str, wanted: str, unwanted: str
) -> None:
    said = await chat_as(language=language).user(message)
    said.expect(wanted).expect_not(unwanted).expect_tools("recommend_qualifications")


async def test_a_second_liking_is_of_its_own(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.EN)
    await chat.user("I love travelling")
    (await chat.user("I love singing")).expect("muzyk").expect_not("turystyki")


async def test_why_is_told_of_what_a_liking_brought(chat: Chat) -> None:
    await chat.user("lubię śpiewać")
    (await chat.user("dlaczego to?")).expect("Zgodność z życzeniem: 100 na 100")


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("technik analityk co robi", "no to moze policjant", "policjant"),
        ("technik informatyk", "a policjant", "policjant"),
        ("kto to jest blacharz", "jak zostać czarodziejem?", "czarodziejem"),
    ],
)
async def test_a_name_nothing_bears_is_no_question_about_the_last_record(
    chat: Chat, first: str, then: str, name: str
) -> None:
    await chat.user(first)
    said = await chat.user(then)
    said.expect(f"nie ma rekordu o nazwie „{name}”").expect_status(AnswerStatus.NO_INFORMATION)
    said.expect_not("technik analityk", "technik informatyk", "blacharz")
