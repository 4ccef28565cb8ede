"""What is asked in the middle of a talk in a few words of its own: who helps, what now, why, sources, a summary."""

import json
from pathlib import Path

import pytest
from conversation_script import Chat

import ingest
from prompts import Prompts
from register.vocabulary import AnswerStatus, Audience, Language

SNAPSHOT = Path(ingest.__file__).parent / "snapshot" / "records"
RECORDS = ("occupations", "qualifications", "system_facts", "institutions")

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


@pytest.mark.parametrize(
    "question",
    ["skąd pochodzą dane w tym narzędziu", "Where do your data come from?", "коли оновлено дані"],
)
async def test_the_assistant_says_where_its_data_are_from_and_how_old_they_are(chat: Chat, question: str) -> None:
    await chat.user("fryzjer")
    (await chat.user(question)).expect("kwalifikacje.gov.pl", "2026", "2019-2023")


def _lines(kind: str) -> list[str]:
    return (SNAPSHOT / f"{kind}.jsonl").read_text("utf-8").splitlines()


def test_the_dates_told_of_the_data_are_those_of_the_records() -> None:
    """The text has to be written anew where the records are."""
    told = [Prompts().phrase("aside.data", language) for language in Language]
    lines = [json.loads(line) for kind in RECORDS for line in _lines(kind)]
    sources = [source for line in lines for source in line["provenance"]]
    assert {source["retrieved"][:7] for source in sources} == {"2026-11"}
    of_schools = {source.get("as_of") for source in sources if "school_types" in source["fields"]}
    assert "2020-04" in of_schools
    assert all("2026" in text and "2020" in text for text in told)


@pytest.mark.parametrize(
    ("question", "name"),
    [("z jakiego dnia jest opis fryzjera", "fryzjer"), ("how old is the description of an electrician", "elektryk")],
)
async def test_when_a_record_is_from(chat: Chat, question: str, name: str) -> None:
    (await chat.user(question)).expect_status(AnswerStatus.ANSWERED).expect(name, "2023", "2020")


@pytest.mark.parametrize(
    "question",
    ["a różnica między poziomem 3 a 4 jaka jest", "what's the difference between level 3 and level 4?"],
)
async def test_two_levels_are_told_apart_by_their_rules(chat: Chat, question: str) -> None:
    await chat.user("technik mechatronik")
    (await chat.user(question)).expect_cites("fact:R077", "fact:R078")


@pytest.mark.parametrize("question", ["kiedy poprawka", "when can I resit?"])
async def test_the_date_of_a_retake_is_not_held(chat: Chat, question: str) -> None:
    await chat.user("technik masażysta")
    said = await chat.user(question)
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY).expect_cites("fact:C-niezdany-egzamin")
