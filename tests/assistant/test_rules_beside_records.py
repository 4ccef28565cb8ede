"""With a record on the table a rule is told only where it is clearly asked for, and a clear rule is not held back."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus

NOTHING, PARTLY = AnswerStatus.NO_INFORMATION, AnswerStatus.ANSWERED_PARTIALLY


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("cukiernik", "czy to się liczy do emerytury?"),
        ("electrician", "what do they check in the exam"),
        ("технік фармацевт", "кому це подобається?"),
    ],
)
async def test_a_word_shared_with_a_rule_does_not_make_it_the_answer(chat: Chat, before: str, again: str) -> None:
    await chat.user(before)
    said = await chat.user(again)
    said.expect_status(NOTHING, PARTLY)
    assert not [source for source in said.answer.citations if source.record_id.startswith("fact:")]


async def test_what_is_hardly_read_as_a_rule_is_asked_of_the_record(chat: Chat) -> None:
    await chat.user("opiekun medyczny")
    (await chat.user("jak nazywa się kwalifikacja w tym zawodzie")).expect("MED.14")


@pytest.mark.parametrize(
    ("again", "rule"),
    [
        ("czy po KKZ z tego dostanę dyplom technika?", "fact:R014"),
        ("ile procent trzeba na praktycznym?", "fact:R002"),
        ("co to jest PRK?", "fact:C-prk"),
    ],
)
async def test_a_clear_rule_is_not_held_back_by_the_record(chat: Chat, again: str, rule: str) -> None:
    await chat.user("technik urządzeń i systemów energetyki odnawialnej")
    (await chat.user(again)).expect_status(AnswerStatus.ANSWERED).expect_cites(rule)


async def test_the_kind_of_qualification_names_none(chat: Chat) -> None:
    await chat.user("technik mechatronik")
    (await chat.user("jakie tam są kwalifikacje cząstkowe i kody")).expect("ELM.03", "ELM.06")


async def test_a_rule_on_a_kind_of_qualification_does_not_tell_whether_there_is_one(chat: Chat) -> None:
    said = await chat.user("czy jest kwalifikacja rynkowa ze spawania")
    said.expect_cites("fact:REG-spawacz").expect_not("minister włącza")


@pytest.mark.parametrize("question", ["czy mogę iść do branżowej?", "moge isc do branzowej 1 stopnia?"])
async def test_the_first_stage_is_not_answered_by_the_way_into_the_second(chat: Chat, question: str) -> None:
    (await chat.user(question)).expect_cites("fact:C-branzowa-1").expect_not("w ostatnich 5 latach")


async def test_the_way_into_the_second_stage_is_told_where_that_is_asked(chat: Chat) -> None:
    (await chat.user("kto może iść do branżowej drugiego stopnia?")).expect_cites("fact:R048")


@pytest.mark.parametrize("again", ["jakie są kategorie tych uprawnień", "a rodzaje?", "які є категорії?"])
async def test_more_is_asked_of_the_permission_spoken_of(chat: Chat, again: str) -> None:
    await chat.user("uprawnienia na wózki widłowe")
    said = await chat.user(again)
    said.expect_status(PARTLY).expect_cites("fact:REG-udt")
    (await chat.user("na jak długo są ważne")).expect_cites("fact:R107")


async def test_the_pass_mark_is_no_share_of_those_who_pass(chat: Chat) -> None:
    (await chat.user("zasady zdawania egzaminu zawodowego, próg zdawalności")).expect("50%", "75%")
    (await chat.user("a jaka jest zdawalność?")).expect_status(NOTHING, PARTLY)
