"""What may be the name of a record, and what becomes of a name that none bears."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.models.embedded.compose.words import as_name
from register.vocabulary import AnswerStatus, Audience, Language


@pytest.mark.parametrize(
    ("language", "occupation", "question", "name"),
    [
        (Language.PL, "co to jest logistyk", "fajne to? duzo sie siedzi przy kompie?", "logistyk"),
        (Language.PL, "stolarz", "dużo się stoi przy maszynach?", "stolarz"),
        (Language.UK, "кухар", "чи треба багато стояти на ногах?", "kucharz"),
    ],
)
async def test_where_work_is_done_is_asked_of_the_occupation_spoken_of(
    chat_as: Callable[..., Chat], language: Language, occupation: str, question: str, name: str
) -> None:
    chat = chat_as(audience=Audience.YOUTH, language=language)
    await chat.user(occupation)
    (await chat.user(question)).expect(name).expect_not("nie ma rekordu", "najbliżej jest")


@pytest.mark.parametrize(
    "question", ["kiedy ta kwalifikacja została wpisana", "jak zgubiłam świadectwo to skąd duplikat"]
)
async def test_common_words_are_no_names(chat: Chat, question: str) -> None:
    await chat.user("Montowanie stolarki budowlanej")
    (await chat.user(question)).expect_not("nie ma rekordu o nazwie", "pasują do hasła")


async def test_a_rank_goes_on_with_what_it_is_of(chat: Chat) -> None:
    (await chat.user("Mam technika żywienia z 1998 roku, co to za zawód?")).expect_not("FRK.03", "BUD.23")


async def test_a_far_neighbour_is_named_and_not_kept_as_the_subject(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(audience=Audience.YOUTH)
    said = await chat.user("chcialbym byc pilotem drona")
    said.expect("o nazwie „pilot drona”").expect_status(AnswerStatus.NO_INFORMATION)
    (await chat.user("jakie sa kursy")).expect("pilot drona").expect_status(AnswerStatus.NO_INFORMATION)
    (await chat.user("a ten zawod co to")).expect("„Pilotowanie imprez turystycznych” to kwalifikacja")


async def test_a_technician_is_no_qualification_called_alike(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.EN)
    (await chat.user("what does a graphic design technician do")).expect("technik grafiki i poligrafii cyfrowej")
    (await chat.user("how long does it take")).expect("technik grafiki i poligrafii cyfrowej", "5 years")


async def test_a_rule_on_another_guide_is_no_answer(chat_as: Callable[..., Chat]) -> None:
    said = await chat_as(language=Language.EN).user("I want to be a tourist guide in Krakow, do I need a licence?")
    said.expect_not("mountain guide")
    (await chat_as(language=Language.EN).user("do I need a licence to be a mountain guide?")).expect("mountain guide")


async def test_after_an_occupation_a_field_is_another_occupation(chat: Chat) -> None:
    await chat.user("ekonomista")
    (await chat.user("a rachunkowość?")).expect("„technik rachunkowości” to zawód")


async def test_a_follow_up_names_the_thing_it_speaks_of(chat: Chat) -> None:
    await chat.user("kucharz")
    (await chat.user("ile trwa nauka")).expect("Zawodu „kucharz” uczy").expect_not("Tego zawodu uczy")


async def test_of_a_list_one_was_chosen_from_its_pronoun_is_the_one(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(audience=Audience.YOUTH)
    await chat.user("lubie malowac i robic rzeczy z gliny")
    await chat.user("a to drugie co to")
    (await chat.user("w jakiej szkole sie tego uczy")).expect_not("plastyk")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("tatuatorem", "tatuator"),
        ("pilotem drona", "pilot drona"),
        ("przewodnikiem miejskim", "przewodnik miejski"),
        ("медсестрою", "медсестра"),
        ("fryzjer zwierząt", "fryzjer zwierząt"),
        ("nail designer", "nail designer"),
    ],
)
def test_what_was_asked_for_is_put_as_a_name(said: str, name: str) -> None:
    assert as_name(said) == name
