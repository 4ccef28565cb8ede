"""What no record holds, asked in words no list has: said so, with where to ask; look-alikes are answered still."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.learnt.linear import load
from assistant.models.embedded.learnt.unheld import unheld_by
from assistant.models.embedded.reading.beyond import LIKELY
from assistant.training.examples import read_examples, read_rule_questions, read_unheld_questions
from assistant.training.fit import fit_unheld
from register.vocabulary import AnswerStatus

NOTHING, PARTLY, ELSEWHERE = AnswerStatus.NO_INFORMATION, AnswerStatus.ANSWERED_PARTIALLY, AnswerStatus.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("jaki mają numer do sekretariatu w tej zawodówce", "contact"),
        ("w którym tygodniu wiosną rusza kurs florystyki w Gnieźnie?", "dates"),
        ("dla ilu chętnych starczy jeszcze krzeseł w grupie barmanów", "places"),
        ("jaki procent uczniów z Ełku zdał praktykę z logistyki", "passes"),
        ("z iloma punktami przyjęli ostatnią osobę do liceum w Pucku", "points"),
        ("Czy ta akademia urody ma dobre opinie, warto u nich?", "best"),
        ("draft a letter to the school for me", "doing"),
        ("jak rozliczyć podatek z dorywczej pracy", "outside"),
        ("czy na pewno dostanę po tym pracę", "future"),
        ("чи вже готовий мій диплом, коли його можна забрати", "person"),
        ("mam trzy dwóje na świadectwie, wezmą mnie do technikum?", "points"),
        ("czy w technikum w Zamościu jest bursa", "schools"),
        ("słabo mówię po polsku, dam radę na kursie?", "language"),
        ("do której pracuje fryzjerka, w soboty też?", "hours"),
        ("chciałabym potem otworzyć własny salon", "firm"),
        ("how long will I wait for the diploma to arrive", "waiting"),
        ("uczeń ma dysgrafię, jakie dostosowania na egzaminie", "adjust"),
    ],
)
def test_the_kind_is_heard_without_a_known_phrase(text: str, kind: str) -> None:
    heard, chance = unheld_by(text)
    assert heard == kind
    assert chance > LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "ile procent trzeba mieć z praktycznej, żeby zdać egzamin zawodowy?",
        "kto wydaje certyfikat barmana",
        "od jakiego wieku można zacząć branżową szkołę",
        "What tasks does a florist have?",
        "скільки років вчитися на техніка-ветеринара",
        "na jak długo ważny jest ten certyfikat",
        "jak zostać kominiarzem",
    ],
)
def test_what_records_can_hold_is_not_taken_for_it(text: str) -> None:
    assert unheld_by(text)[1] < LIKELY


async def test_the_threshold_of_a_school_is_said_not_to_be_held(chat: Chat) -> None:
    said = await chat.user("z iloma punktami przyjęli ostatnią osobę do technikum logistycznego w Pucku?")
    said.expect("nie podają progów punktowych", "zapytaj").expect_status(NOTHING, PARTLY)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ile punktów trzeba mieć do technikum?", "progów punktowych"),
        ("jak się liczy punkty do szkoły średniej", "progów punktowych"),
        ("kiedy zaczyna się rekrutacja do technikum", "nabór"),
        ("czy egzamin można zdać po ukraińsku?", "w jakim języku"),
    ],
)
async def test_what_schools_decide_is_not_answered_by_a_rule_that_shares_a_word(
    chat: Chat, question: str, told: str
) -> None:
    (await chat.user(question)).expect(told).expect_not("5 lat", "30%", "70%").expect_status(NOTHING, PARTLY)


async def test_when_the_exam_is_comes_with_until_when_one_declares(chat: Chat) -> None:
    said = await chat.user("kiedy są egzaminy zawodowe?")
    said.expect("nie podają, kiedy", "15 września", "7 lutego")


async def test_a_letter_is_not_written_for_anybody(chat: Chat) -> None:
    said = await chat.user("naskrob mi proszę podanie o przyjęcie na naukę zawodu")
    said.expect("za nikogo nie zrobię", "doradca zawodowy").expect_status(ELSEWHERE)


async def test_a_lost_identity_card_is_another_matter(chat: Chat) -> None:
    said = await chat.user("gdzie wyrobić nowy dowód, bo stary zgubiłem")
    said.expect("nie pomogę").expect_status(ELSEWHERE)


async def test_nobody_is_promised_a_job_and_the_record_follows(chat: Chat) -> None:
    said = await chat.user("czy po techniku logistyku na pewno znajdę robotę?")
    said.expect_not("na pewno znajdziesz").expect_status(NOTHING, PARTLY)


async def test_the_case_of_a_person_is_asked_where_it_is_decided(chat: Chat) -> None:
    said = await chat.user("na jakim etapie jest moja sprawa w kuratorium?")
    said.expect("nie zawierają informacji o osobach").expect_status(NOTHING, PARTLY)


async def test_a_short_question_back_asks_for_a_phone(chat: Chat) -> None:
    (await chat.user("Jaka okręgowa komisja egzaminacyjna jest dla Łodzi?")).expect("Łodzi")
    (await chat.user("a telefon do nich?")).expect("nie podają numerów telefonu").expect_status(NOTHING, PARTLY)


async def test_free_places_asked_after_a_record(chat: Chat) -> None:
    (await chat.user("kto uczy zawodu technik logistyk?")).expect("technik logistyk")
    (await chat.user("a ilu uczniów tam jeszcze przyjmą?")).expect("nie podają liczby miejsc").expect_status(
        NOTHING, PARTLY
    )


async def test_what_a_rule_answers_is_answered(chat: Chat) -> None:
    said = await chat.user("ile procent trzeba mieć z praktycznej, żeby zdać egzamin zawodowy?")
    said.expect("75%").expect_status(AnswerStatus.ANSWERED)


async def test_when_to_renew_is_in_the_record(chat: Chat) -> None:
    (await chat.user("mam certyfikat montowania stolarki budowlanej, jak go odnowić")).expect("3 mies")
    (await chat.user("a do kiedy te papiery złożyć?")).expect("3 mies").expect_status(AnswerStatus.ANSWERED)


async def test_the_way_to_an_occupation_is_told(chat: Chat) -> None:
    said = await chat.user("hejka, jak się wkręcić na mechanika samochodowego")
    said.expect("mechanik").expect_status(AnswerStatus.ANSWERED, PARTLY)


async def test_a_doubt_is_no_question_about_the_future(chat: Chat) -> None:
    await chat.user("jaki poziom ma matura?")
    (await chat.user("na pewno?")).expect_not("obiecać")


def test_there_are_questions_of_every_kind_in_three_languages() -> None:
    written = read_unheld_questions()
    kinds = {label for label in load("unheld").labels if label != "any"}
    assert {question.kind for question in written} == {*kinds, ""}
    for kind in kinds:
        assert {question.language for question in written if question.kind == kind} == {"pl", "en", "uk"}


def test_the_same_questions_give_the_same_weights() -> None:
    some = read_unheld_questions()[::20]
    assert (fit_unheld(some).weights == fit_unheld(some).weights).all()


def test_questions_that_are_answered_are_seldom_taken_for_it() -> None:
    figures = load("unheld").card["on_blocks_not_learnt_from"]["0.5"]
    assert figures["wants_held"] < 0.03
    assert figures["rules_held"] < 0.05
    assert figures["first_unheld"] > 0.35
    answered = [question.text for question in (*read_rule_questions()[::60], *read_examples()[::600])]
    assert len(answered) > 100


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("wzór deklaracji na egzamin zawodowy gdzie pobrać", "nie zawierają wzorów"),
        ("harmonogram egzaminu zawodowego czerwiec 2027", "nie zawierają harmonogramów"),
    ],
)
async def test_a_deadline_is_no_form_and_no_timetable(chat: Chat, question: str, said: str) -> None:
    (await chat.user(question)).expect(said).expect_status(AnswerStatus.ANSWERED_PARTIALLY)


async def test_an_old_code_no_rule_speaks_of_is_not_held(chat: Chat) -> None:
    (await chat.user("A.22 to teraz jaki kod?")).expect("A.22 nie ma").expect_status(AnswerStatus.NO_INFORMATION)
    (await chat.user("mam stare A.19, jaki to teraz kod?")).expect_cites("fact:R016")


@pytest.mark.parametrize("question", ["czy jest praca dla fryzjera", "jest jakaś praca dla kucharza?"])
async def test_whether_there_is_work_asks_for_no_hours(chat: Chat, question: str) -> None:
    said = await chat.user(question)
    said.expect("zapotrzebowaniu na pracę").expect_not("godzin pracy")


async def test_shifts_of_an_occupation_are_said_not_to_be_held(chat: Chat) -> None:
    await chat.user("co robi fryzjer?")
    (await chat.user("czy to praca na zmiany")).expect("nie podają godzin pracy")
