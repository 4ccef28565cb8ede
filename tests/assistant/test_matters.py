"""Matters that the records do not hold whole: exams without school, a doctor's word, dangers, adjustments."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Language

EXTERNAL, EXCLUDED = "fact:C-eksternistyczny", "fact:R028"


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (Language.PL, "czy da się zdać egzamin zawodowy bez chodzenia do szkoły"),
        (Language.UK, "чи можна здати іспит без курсів"),
        (Language.EN, "can I take the vocational exam without a course"),
    ],
)
async def test_an_exam_without_school_has_conditions(
    chat_as: Callable[..., Chat], language: Language, message: str
) -> None:
    (await chat_as(None, language).user(message)).expect_cites(EXTERNAL, EXCLUDED)


async def test_such_an_exam_of_an_occupation_names_its_qualification(chat: Chat) -> None:
    said = await chat.user("jak zrobić eksternistyczny egzamin zawodowy kucharz")
    said.expect("HGT.02", "2 lata pracy").expect_cites("kzis:512001")
    await chat.user("elektryk")
    (await chat.user("a muszę chodzić na kurs czy mogę sam podejść")).expect_cites("kzis:741103", "fact:R025")


async def test_what_such_an_exam_costs_is_another_question(chat: Chat) -> None:
    (await chat.user("ile kosztuje egzamin eksternistyczny")).expect_cites("fact:R029").expect_not("8-letni")


async def test_the_chamber_of_crafts_knows_who_may_take_its_exams(chat: Chat) -> None:
    await chat.user("pracowałem 8 lat jako mechanik bez szkoły. chcę egzamin czeladniczy")
    said = await chat.user("a czy mistrzowski od razu mogę?")
    said.expect("zapytaj izbę rzemieślniczą").expect_status(AnswerStatus.ANSWERED_PARTIALLY)
    said = await chat.user("jakie wykształcenie muszę mieć do czeladniczego")
    said.expect("Jakiego wykształcenia").expect_not("„”")
    said = await chat.user("gdzie się zgłosić, jestem z Rzeszowa")
    said.expect("podkarpackie").expect_cites("inst:izby-rzemieslnicze").expect_not("Dozoru")


async def test_a_doctor_s_certificate_for_a_school_is_not_held(chat: Chat) -> None:
    said = await chat.user("czy badania lekarskie są wymagane przy rekrutacji")
    said.expect("zapytaj w tej szkole").expect_cites("fact:R041").expect_status(AnswerStatus.ANSWERED_PARTIALLY)


async def test_of_the_course_the_rule_tells_it(chat: Chat) -> None:
    said = await chat.user("czy potrzebne są badania lekarskie do KKZ")
    said.expect_cites("fact:R041").expect_not("w tej szkole").expect_status(AnswerStatus.ANSWERED)


@pytest.mark.parametrize(
    ("message", "who"),
    [
        ("jakie dostosowania egzaminu zawodowego przysługują", "poradnię psychologiczno-pedagogiczną"),
        ("Uczennica z astmą chce iść do technikum. Jakie są przeciwwskazania?", "lekarz"),
        ("czy praca dekarza jest niebezpieczna", "Zapytaj o to szkołę, pracodawcę"),
    ],
)
async def test_it_is_said_who_knows_what_is_not_held(chat: Chat, message: str, who: str) -> None:
    (await chat.user(message)).expect(who)


async def test_a_danger_asked_of_the_occupation_spoken_of_is_no_second_card(chat: Chat) -> None:
    await chat.user("elektryk")
    said = await chat.user("czy ten zawod jest niebezpieczny")
    said.expect("nie mówią, czy jakaś praca jest niebezpieczna").expect_not("741103")


async def test_who_is_out_of_work_is_sent_to_the_office_not_to_the_fund_of_employers(chat: Chat) -> None:
    said = await chat.user("jestem bezrobotny, urząd pracy może mi dać kurs na wózki widłowe?")
    said.expect("zapytaj swój powiatowy urząd pracy").expect_cites("fact:REG-udt")
    said.expect_not("Wniosek składa pracodawca")
