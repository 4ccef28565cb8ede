"""What somebody tells is used: the work they leave, each thing they like, a pupil described, a goal beyond."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (Language.PL, "chcę zmienić zawód, mam 45 lat, byłam księgową. co poradzicie"),
        (Language.UK, "хочу змінити професію, мені 45, була бухгалтером. що порадите"),
        (Language.EN, "I'm a cook and I want to do something else"),
    ],
)
async def test_the_work_that_is_left_is_not_offered(
    chat_as: Callable[..., Chat], language: Language, message: str
) -> None:
    said = await chat_as(Audience.ADULT, language).user(message)
    said.expect_status(AnswerStatus.CLARIFICATION_ASKED).expect_not("rachunkowości", "HGT.02")


async def test_who_names_where_to_go_is_told_of_that(chat: Chat) -> None:
    (await chat.user("pracuję jako kucharz, chcę zmienić zawód na ogrodnika")).expect_cites("kzis:611303")


async def test_both_likings_count(chat: Chat) -> None:
    said = await chat.user("lubię ludzi i cyferki, raczej nie fizycznie")
    said.expect("praca z ludźmi", "liczby i finanse", "technik ekonomista")


@pytest.mark.parametrize(
    "message",
    [
        "autyzm, uczeń bardzo dobry z informatyki, nie lubi pracy z ludźmi, klasa 8",
        "uczeń klasy 8 dobrze radzi sobie z komputerami, nie lubi ludzi",
    ],
)
async def test_a_pupil_described_is_advised(chat_as: Callable[..., Chat], message: str) -> None:
    said = await chat_as(Audience.COUNSELLOR).user(message)
    said.expect("technik informatyk").expect_not("To normalne")


async def test_a_fear_of_something_keeps_it_away(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(Audience.YOUTH, Language.EN)
    (await chat.user("I'm afraid of blood")).expect("blood")
    (await chat.user("I like helping people")).expect("medicine and health").expect_not("MED.14")


@pytest.mark.parametrize(
    ("language", "first", "then", "goal"),
    [
        (Language.PL, "technik weterynarii", "a po tym moge byc weterynarzem?", "„weterynarzem”"),
        (Language.PL, "kucharz", "a moge po tym byc szefem kuchni", "„szefem kuchni”"),
        (Language.UK, "технік-ветеринар", "а потім можу стати ветеринаром?", "«ветеринаром»"),
    ],
)
async def test_whether_it_is_enough_for_something_else_is_not_held(
    chat_as: Callable[..., Chat], language: Language, first: str, then: str, goal: str
) -> None:
    chat = chat_as(Audience.YOUTH, language)
    await chat.user(first)
    (await chat.user(then)).expect(goal)


async def test_a_technician_after_it_is_looked_for_by_name(chat: Chat) -> None:
    await chat.user("stolarz")
    (await chat.user("po tym technik technologii drewna?")).expect_cites("kzis:311922").expect_not("wystarcza")


async def test_without_studies_is_told_of_each(chat: Chat) -> None:
    await chat.user("fryzjer i technik usług kosmetycznych")
    (await chat.user("które bez studiów")).expect("branżowa szkoła I stopnia", "szkoła policealna", "nie wymieniają")


async def test_what_is_not_held_shows_another_way_to_look(chat: Chat) -> None:
    (await chat.user("chciałbym być tatuatorem")).expect("co chcesz robić w pracy")


async def test_that_no_qualification_is_held_is_said_again(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(Audience.YOUTH, Language.EN)
    (await chat.user("I want to do nail styling")).expect("no qualification in nail styling")
    (await chat.user("is there a qualification for it")).expect("no qualification in nail styling")
