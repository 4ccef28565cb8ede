"""Short questions on, as adults and counsellors ask them after an occupation or a qualification."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus


@pytest.mark.parametrize(
    ("before", "asked", "told"),
    [
        ("kelner", "a kod?", "513101"),
        ("kelner", "kod zawodu?", "513101"),
        ("kelner", "branża?", "hotelarsko-gastronomiczno-turystyczna"),
        ("kelner", "kod i branża?", "513101"),
        ("кухар", "який код?", "512001"),
    ],
)
async def test_the_code_and_the_branch_are_those_of_the_occupation_spoken_of(
    chat: Chat, before: str, asked: str, told: str
) -> None:
    await chat.user(before)
    (await chat.user(asked)).expect(told).expect_not("351203", "32 branże")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Kod zawodu kelner?", "513101"),
        ("Jaką branżę ma zawód kelner?", "hotelarsko-gastronomiczno-turystyczna"),
        ("What is the code of the occupation cook?", "512001"),
    ],
)
async def test_a_field_of_a_named_occupation_is_told_without_its_whole_card(chat: Chat, asked: str, told: str) -> None:
    (await chat.user(asked)).expect(told).expect_not("forma żeńska", "feminine form")


async def test_what_a_code_is_stays_a_question_for_the_rule(chat: Chat) -> None:
    await chat.user("kelner")
    (await chat.user("co to jest kod zawodu?")).expect("6 cyfr")


async def test_in_short_a_card_is_shorter_and_a_line_is_not_told_again(chat: Chat) -> None:
    whole = await chat.user("kelner")
    short = await chat.user("krócej")
    assert len(short.answer.text) < len(whole.answer.text)
    await chat.user("a poziom?")
    (await chat.user("krócej")).expect("Krócej się nie da").expect_status(AnswerStatus.CLARIFICATION_ASKED)


@pytest.mark.parametrize("asked", ["a krócej?", "a nie da się szybciej?", "а коротше?", "is there a shorter way?"])
async def test_after_the_time_of_learning_shorter_asks_for_a_shorter_way(chat: Chat, asked: str) -> None:
    await chat.user("Ile trwa nauka zawodu kucharz?")
    (await chat.user(asked)).expect("KKZ", "2-4")


@pytest.mark.parametrize("asked", ["pokaż inne", "a inne?", "show others", "покажи інші"])
async def test_others_after_one_occupation_are_those_like_it(chat: Chat, asked: str) -> None:
    await chat.user("kucharz")
    (await chat.user(asked)).expect("kelner").expect_not("to nie to")


@pytest.mark.parametrize("said", ["nie o to pytałem", "to nie jest odpowiedź", "that's not what I asked"])
async def test_an_answer_to_something_else_is_met_with_a_word_of_regret(chat: Chat, said: str) -> None:
    await chat.user("ile trwa technikum")
    answer = await chat.user(said)
    answer.expect_status(AnswerStatus.CLARIFICATION_ASKED).expect_not("ile procent")
    assert "Przepraszam" in answer.answer.text or "Sorry" in answer.answer.text


@pytest.mark.parametrize("asked", ["co dalej", "i co potem?", "co po tym", "what next?"])
async def test_what_comes_next_is_where_else_its_part_counts_and_the_next_school(chat: Chat, asked: str) -> None:
    await chat.user("kelner")
    (await chat.user(asked)).expect("technik usług kelnerskich").expect_cites("fact:C-branzowa-a-studia")


async def test_what_comes_after_a_part_is_the_occupation_it_leads_to(chat: Chat) -> None:
    await chat.user("HGT.01")
    (await chat.user("a co po niej?")).expect("technik usług kelnerskich")


async def test_codes_and_who_may_learn_are_told_of_all_that_was_listed(chat: Chat) -> None:
    await chat.user("zawody związane z drewnem")
    (await chat.user("a kody?")).expect("752205").expect_not("o którą z nich")
    (await chat.user("a dziewczyny też mogą?")).expect("Płeć nie ma tu znaczenia")


@pytest.mark.parametrize("asked", ["a złotnik?", "a zdun?", "a kelner?"])
async def test_a_name_alone_after_a_length_asks_for_the_length(chat: Chat, asked: str) -> None:
    await chat.user("Ile trwa nauka zawodu zegarmistrz?")
    (await chat.user(asked)).expect("3 lata").expect_not("Praca polega na")


async def test_studies_after_a_list_are_answered_by_the_rules(chat: Chat) -> None:
    await chat.user("zawody związane z drewnem")
    (await chat.user("a po tym na studia?")).expect_cites("fact:C-branzowa-a-studia").expect_not("O którą z nich")
