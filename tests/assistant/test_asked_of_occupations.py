"""What is asked of an occupation: a course to it, how long its schools last, validity, prices, another beside it."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("technik masażysta", "a da się na KKZ?"),
        ("", "czy technika masażystę da się na KKZ?"),
    ],
)
async def test_an_occupation_without_courses_is_said_to_have_none(chat: Chat, first: str, then: str) -> None:
    if first:
        await chat.user(first)
    said = await chat.user(then)
    said.expect("nie prowadzi się kwalifikacyjnych kursów").expect_cites("kzis:325402")
    said.expect_not("Wykształcenie nie ma znaczenia")


@pytest.mark.parametrize(
    ("first", "then", "record"),
    [
        ("fryzjer", "jest na to kurs KKZ?", "kzis:514101"),
        ("opiekunka dziecięca", "a jak mam maturę, to mogę KKZ?", "kzis:325905"),
        ("Czy technika masażystę da się na KKZ?", "a opiekun medyczny?", "kzis:532102"),
    ],
)
async def test_a_course_is_told_by_the_record_and_by_who_may_join(
    chat: Chat, first: str, then: str, record: str
) -> None:
    await chat.user(first)
    said = await chat.user(then)
    said.expect("można się uczyć na kwalifikacyjnym kursie").expect_cites(record, "fact:R031")


async def test_what_a_record_asks_of_those_who_join_a_course_is_said_last(chat: Chat) -> None:
    said = await chat.user("czy na technika weterynarii da się pójść na KKZ?")
    said.expect("wymaga się więcej: na kursach wymagane wykształcenie średnie")


async def test_a_course_to_each_of_those_spoken_of(chat: Chat) -> None:
    await chat.user("opiekun medyczny")
    await chat.user("technik masażysta")
    (await chat.user("a który ma KKZ?")).expect_cites("kzis:325402", "kzis:532102")


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("stolarz ile lat nauki", "Branżowa szkoła I stopnia trwa 3 lata", "Technikum trwa"),
        ("ile trwa nauka zawodu technik informatyk?", "Technikum trwa 5 lat", "II stopnia"),
        ("opiekunka dziecięca ile nauki", "2 lata", "Technikum trwa"),
        ("kosmetyczka ile trwa", "szkole policealnej trwa 2 lata", "objętości"),
    ],
)
async def test_only_the_schools_of_the_occupation_have_their_years_told(
    chat: Chat, question: str, told: str, not_told: str
) -> None:
    (await chat.user(question)).expect(told).expect_not(not_told)


async def test_a_school_for_those_who_finished_another_first_is_told_so(chat: Chat) -> None:
    (await chat.user("ile trwa nauka technika mechanika?")).expect_cites("fact:R046", "fact:R048", "fact:R038")


async def test_an_occupation_has_no_validity(chat: Chat) -> None:
    await chat.user("kucharz")
    said = await chat.user("ile ważne?")
    said.expect("nie ma terminu ważności", "dyplom zawodowy").expect_not("Gotowanie to sedno")


@pytest.mark.parametrize(
    ("question", "rule"),
    [("a bez szkoły, z doświadczenia?", "fact:R025"), ("a wniosek do kiedy?", "fact:R026")],
)
async def test_deadlines_and_conditions_are_those_of_the_exams(chat: Chat, question: str, rule: str) -> None:
    await chat.user("opiekunka dziecięca")
    (await chat.user(question)).expect_cites(rule)


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Opłata za egzamin zawodowy?", "fact:R021"),
        ("ile kosztuje egzamin na elektryka?", "fact:R021"),
        ("ile kosztuje KKZ na elektryka?", "fact:R037"),
    ],
)
async def test_a_price_that_a_rule_speaks_of_is_told(chat: Chat, question: str, rule: str) -> None:
    (await chat.user(question)).expect_cites(rule)


async def test_the_price_of_what_a_rule_was_about(chat: Chat) -> None:
    await chat.user("co to jest egzamin eksternistyczny?")
    (await chat.user("a ile to kosztuje?")).expect_cites("fact:R029")


async def test_the_price_of_another_course_is_not_held(chat: Chat) -> None:
    said = await chat.user("Ile kosztuje kurs na barmana?")
    said.expect("nie podają cen kursów").expect_status(AnswerStatus.NO_INFORMATION)


async def test_the_price_of_a_permission_is_not_held_but_what_it_is(chat: Chat) -> None:
    said = await chat.user("Ile kosztuje kurs na wózki?")
    said.expect("moje dane nie podają").expect_cites("fact:REG-udt")
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY)


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("technik masażysta czy podolog?", ("kzis:325402", "kzis:323014")),
        ("elektryk czy hydraulik?", ("kzis:741103", "kzis:712618")),
        ("technik logistyk a spedytor", ("kzis:333107", "kzis:333108")),
        ("Porównaj podologa i technika masażystę", ("kzis:323014", "kzis:325402")),
        ("porównaj technika robotyka z technikiem mechatronikiem", ("kzis:311413", "kzis:311410")),
    ],
)
async def test_both_sides_of_a_choice_are_told(chat: Chat, question: str, records: tuple[str, str]) -> None:
    (await chat.user(question)).expect("Różnice").expect_cites(*records)


@pytest.mark.parametrize("question", ["porównaj te dwa zawody", "czym się różnią", "różnica w latach nauki?"])
async def test_a_comparison_that_names_nothing_is_of_the_two_spoken_of(chat: Chat, question: str) -> None:
    await chat.user("technik logistyk")
    await chat.user("technik spedytor")
    (await chat.user(question)).expect("Różnice", "5 lat").expect_cites("kzis:333107", "kzis:333108")


async def test_a_comparison_that_names_one_is_with_what_was_spoken_of(chat: Chat) -> None:
    await chat.user("kucharz")
    (await chat.user("a czym się różni od kelnera?")).expect_cites("kzis:512001", "kzis:513101")


async def test_what_one_is_and_wants_to_become_is_no_choice(chat: Chat) -> None:
    (await chat.user("jestem kucharzem a chcę zostać kelnerem")).expect_not("Różnice")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("który lepszy kucharz czy cukiernik", "nie mówią, co jest lepsze"),
        ("co jest trudniejsze, kucharz czy cukiernik?", "nie mówią, co jest trudne"),
    ],
)
async def test_a_rating_is_said_not_to_be_held_before_what_is(chat: Chat, question: str, told: str) -> None:
    said = await chat.user(question)
    said.expect(told, "Różnice").expect_cites("kzis:512001", "kzis:751201")
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY)


async def test_a_rating_of_the_last_two_and_of_one(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.EN)
    await chat.user("cook or baker?")
    (await chat.user("which is harder?")).expect("does not say what is hard", "Differences")
    one = chat_as()
    await one.user("technik programista")
    (await one.user("a jest tam dużo matmy?")).expect("ile jest tam matematyki", "INF.04", "Technikum trwa 5 lat")


async def test_a_place_in_the_list_may_stand_in_another_clause(chat: Chat) -> None:
    await chat.user("Porównaj INF.03 i INF.04")
    (await chat.user("a ta druga, jaki ma poziom?")).expect_cites("zrk:INF.04")


async def test_the_pair_stays_when_one_of_it_was_told_of(chat: Chat) -> None:
    await chat.user("technik logistyk czy technik spedytor?")
    (await chat.user("ta druga: jakie kwalifikacje?")).expect_cites("kzis:333108")
    (await chat.user("a ta pierwsza?")).expect_cites("kzis:333107")


async def test_the_first_of_two_spoken_of_one_by_one(chat: Chat) -> None:
    await chat.user("Java")
    await chat.user("a Python?")
    (await chat.user("a ile ważna pierwsza?")).expect("bezterminowo").expect_cites("zrk:MP-2023-587")


@pytest.mark.parametrize(
    ("question", "rules"),
    [
        ("Ile trwa KKZ i czy jest płatny?", ("fact:R038", "fact:R037")),
        ("Chcę zdawać eksternistycznie. Ile kosztuje i do kiedy wniosek?", ("fact:R029", "fact:R026")),
        ("jak długo ważne są uprawnienia UDT i jak je przedłużyć?", ("fact:R107", "fact:R109")),
    ],
)
async def test_each_of_two_questions_about_one_notion_is_answered(
    chat: Chat, question: str, rules: tuple[str, str]
) -> None:
    (await chat.user(question)).expect_cites(*rules)


async def test_which_of_two_questions_no_rule_answers_is_said(chat: Chat) -> None:
    (await chat.user("Ile kosztuje walidacja i ile trwa?")).expect("nie mam w źródłach odpowiedzi: „ile trwa”")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("jaki poziom ma HGT.02 i w jakich zawodach jest?", ("poziom 3", "technik żywienia")),
        ("technik programista - poziom i kwalifikacje", ("poziom 5", "INF.03", "INF.04")),
    ],
)
async def test_parts_and_occupations_are_told_beside_a_level(chat: Chat, question: str, told: tuple[str, ...]) -> None:
    (await chat.user(question)).expect(*told)


async def test_where_a_qualification_is_needed_is_no_card_of_it(chat: Chat) -> None:
    said = await chat.user("W jakich zawodach występuje HGT.02?")
    said.expect_cites("kzis:512001", "kzis:343404").expect_not("to kod kwalifikacji")


async def test_three_occupations_are_told_apart_by_schools_and_qualifications(chat: Chat) -> None:
    said = await chat.user("porównaj technika elektronika, technika mechatronika i technika automatyka")
    said.expect("Różnice", "ELM.02 i ELM.05", "ELM.03 i ELM.06", "ELM.01 i ELM.04")


async def test_a_counsellor_is_not_sent_to_a_counsellor(assistant) -> None:
    said = await Chat(assistant, Audience.COUNSELLOR).user("uczeń lubi gotować, co zaproponować?")
    said.expect("Decyzja należy do osoby").expect_not("doradca zawodowy")
