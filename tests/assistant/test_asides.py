"""What is asked in the middle of a talk in a few words of its own: who helps, what now, why, sources, a summary."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience

COURSE = "Zrobiłam kurs i mam zaświadczenie. To już kwalifikacja z ZSK, prawda?"


@pytest.mark.parametrize("again", ["To co mam teraz zrobić?", "no i co teraz", "so what should I do now"])
async def test_what_now_after_a_course_is_no_qualification(chat: Chat, again: str) -> None:
    await chat.user(COURSE)
    (await chat.user(again)).expect_cites("fact:C-certyfikat-krok-po-kroku")


@pytest.mark.parametrize("again", ["czemu nie???", "ale dlaczego?", "чому ні?"])
async def test_why_asks_the_reason_of_the_rule_just_quoted(chat: Chat, again: str) -> None:
    await chat.user(COURSE)
    (await chat.user(again)).expect_status(AnswerStatus.ANSWERED).expect_cites("fact:C-walidacja")


@pytest.mark.parametrize("again", ["A kto mi pomoże się zastanowić, na żywo?", "can I talk to a person about it?"])
async def test_who_helps_by_word_of_mouth(chat: Chat, again: str) -> None:
    await chat.user("Mam 47 lat i nie wiem, w co iść.")
    (await chat.user(again)).expect_status(AnswerStatus.ANSWERED).expect_cites("fact:S-bilans-kompetencji")


async def test_the_questionnaire_says_what_it_is_for_and_goes_on(chat: Chat) -> None:
    chat.audience = Audience.YOUTH
    await chat.user("nie wiem co po szkole")
    await chat.user("tak")
    said = await chat.user("a po co to w ogóle?")
    said.expect("wskazówka, a nie decyzja", "Pytanie 1")
    (await chat.user("4")).expect("Pytanie 2")


async def test_dates_seen_elsewhere_are_met_with_what_the_source_says(chat: Chat) -> None:
    await chat.user("Terminy wniosków na egzamin eksternistyczny?")
    said = await chat.user("W sieci widuję 30 września i 31 stycznia.")
    said.expect("nieaktualne").expect_cites("fact:R027")


async def test_sources_are_given_whatever_they_are_for(chat: Chat) -> None:
    await chat.user("Jaki poziom ma fryzjer?")
    said = await chat.user("Skąd te informacje? Potrzebuję źródeł do scenariusza.")
    said.expect("na tych źródłach", "- fryzjer")


@pytest.mark.parametrize("again", ["Proszę o krótkie podsumowanie całości dla rodziców.", "can you sum it up"])
async def test_a_summary_tells_what_was_spoken_of(chat: Chat, again: str) -> None:
    await chat.user("co robi kucharz?")
    await chat.user("Na ile jest ważny certyfikat Montowanie stolarki budowlanej?")
    said = await chat.user(again)
    said.expect("kucharz", "HGT.02", "10").expect_cites("kzis:512001", "zrk:12464")


async def test_a_question_on_goes_on_about_the_rule_spoken_of(chat: Chat) -> None:
    await chat.user("What is a KKZ?")
    await chat.user("Is it free?")
    (await chat.user("Who runs them?")).expect_cites("fact:R036")


@pytest.mark.parametrize("again", ["ile to kosztuje?", "a czy to jest płatne?"])
async def test_the_price_of_a_validation_is_not_that_of_a_course(chat: Chat, again: str) -> None:
    await chat.user("co to jest walidacja")
    (await chat.user(again)).expect_status(AnswerStatus.NO_INFORMATION).expect_cites("fact:A-ceny-egzaminow")


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Which institution recognises school certificates from abroad?", "And university diplomas?"),
        ("mam świadectwo z Ukrainy, kto je uzna?", "a studia?"),
    ],
)
async def test_another_paper_from_abroad_is_asked_after_the_first(chat: Chat, first: str, again: str) -> None:
    (await chat.user(first)).expect_cites("fact:R117")
    (await chat.user(again)).expect("NAWA")


async def test_schools_are_not_rated_but_told_apart(chat: Chat) -> None:
    said = await chat.user("co lepsze, liceum czy technikum")
    said.expect("nie mówią, co jest lepsze").expect_cites("fact:C-typy-szkol")
