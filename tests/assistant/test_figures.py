"""Figures of the labour market asked for by name: the one asked for comes first, and follow-ups stay with it."""

from datetime import date

import pytest
from conversation_script import Chat

from assistant.labour import Question, Shelf
from prompts import Prompts
from register.vocabulary import Audience, LabourTopic, Language
from retrieval import RecordIndex

HOURLY = "labour:pay-minimum-hour-2026"


def cited(said) -> list[str]:
    return [citation.record_id for citation in said.answer.citations]


@pytest.mark.parametrize(
    ("asked", "language", "figure"),
    [
        ("ile wynosi minimalna stawka godzinowa?", Language.PL, HOURLY),
        ("minimum hourly wage?", Language.EN, HOURLY),
        ("яка мінімальна погодинна ставка?", Language.UK, HOURLY),
        ("ile wynosi płaca minimalna?", Language.PL, "labour:pay-minimum-2026"),
        ("Jaka jest średnia krajowa?", Language.PL, "labour:pay-gus-2024-10-mean"),
        ("what is the median salary in Poland?", Language.EN, "labour:pay-gus-2024-10-median"),
        ("ile zarabia 10% najlepiej zarabiających?", Language.PL, "labour:pay-gus-2024-10-d9"),
        ("скільки заробляють випускники бакалаврату?", Language.UK, "labour:ela-2023-1-pay"),
        ("zarobki absolwentów studiów drugiego stopnia z 2021 r.?", Language.PL, "labour:ela-2021-2-pay"),
    ],
)
async def test_the_figure_named_is_the_only_one_told(chat: Chat, asked: str, language: Language, figure: str) -> None:
    chat.language = language
    assert cited(await chat.user(asked)) == [figure]


async def test_a_short_question_asks_for_another_figure_of_the_same_kind(chat: Chat) -> None:
    await chat.user("ile wynosi płaca minimalna w 2026?")
    assert cited(await chat.user("a godzinowa?")) == [HOURLY]
    assert cited(await chat.user("a mediana w Polsce?")) == ["labour:pay-gus-2024-10-median"]
    (await chat.user("to netto?")).expect("kwoty brutto").expect_cites("labour:pay-gus-2024-10-median")
    means = await chat.user("a kierownik?")
    assert set(cited(means)) == {"labour:pay-ses-2024-1-mean", "labour:pay-ses-2024-1-median"}


async def test_graduates_keep_their_degree_and_their_year(chat: Chat) -> None:
    await chat.user("zarobki absolwentów studiów drugiego stopnia z 2022 r.?")
    assert cited(await chat.user("a pierwszego stopnia?")) == ["labour:ela-2022-1-pay"]
    assert cited(await chat.user("a bezrobocie?")) == ["labour:ela-2022-1-unemployed"]
    assert cited(await chat.user("ile czasu szukają pracy?")) == ["labour:ela-2022-1-first-job"]


@pytest.mark.parametrize(
    "asked", ["ile zarabiają absolwenci technikum?", "jakie zawody są najlepiej płatne?", "ile zarabia kucharz?"]
)
async def test_no_figure_of_others_is_told_for_what_none_is_held_of(chat: Chat, asked: str) -> None:
    said = await chat.user(asked)
    assert not {"labour:ela-2023-1-pay", "labour:pay-gus-2024-10-d9"} & set(cited(said))
    said.expect_cites("fact:A-zarobki")


async def test_a_year_without_a_figure_is_said(chat: Chat) -> None:
    (await chat.user("ile wynosiła płaca minimalna w 2019?")).expect("Nie mam tej liczby za 2019 rok", "4 806")


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("wymień zawody z listy krajowej prognozy 2026", Language.PL),
        ("список усіх професій у національному прогнозі", Language.UK),
        ("list all the occupations in demand", Language.EN),
    ],
)
async def test_the_whole_list_of_demand_is_named_where_it_is_asked_for(
    chat: Chat, asked: str, language: Language
) -> None:
    chat.language = language
    said = (await chat.user(asked)).expect("technik mechatronik", "34")
    assert len([one for one in cited(said) if one.startswith("labour:men-2026-")]) == 34


async def test_a_long_list_is_cut_the_rest_shown_when_asked_for(chat: Chat) -> None:
    said = await chat.user("Jakie zawody są deficytowe?")
    said.expect("12 z 34").expect_not("technik robotyk")
    (await chat.user("pokaż wszystkie")).expect("technik robotyk").expect_not("12 z 34")
    (await chat.user("a z 2025?")).expect_cites("labour:men-2025").expect("35")
    (await chat.user("które są nowe w 2026?")).expect("gospodarki nieruchomościami").expect_not("dekarz")
    (await chat.user("ile ich jest?")).expect("34").expect_cites("labour:men-2026")


async def test_a_place_after_demand_is_no_question_for_an_office_there(chat: Chat) -> None:
    await chat.user("Kogo szukają pracodawcy w Łodzi?")
    said = await chat.user("a w Małopolsce?")
    said.expect("Nie mam osobnych danych dla tego województwa (małopolskie)").expect_cites("labour:men-2026")
    said.expect_not("Komisja Egzaminacyjna")


async def test_a_place_after_the_pay_of_an_occupation_asks_for_its_pay_there(chat: Chat) -> None:
    chat.language = Language.UK
    await chat.user("скільки заробляє фотограф?")
    (await chat.user("а в Кракові?")).expect("małopolskie").expect_cites("kzis:343101", "fact:A-zarobki")


@pytest.mark.parametrize(
    "asked", ["jest dekarz na liście krajowej?", "czy dekarz jest na liście deficytowych zawodów?"]
)
async def test_an_occupation_is_looked_up_on_the_list_however_that_is_put(chat: Chat, asked: str) -> None:
    said = await chat.user(asked)
    assert said.answer.text.startswith("Zawód „dekarz” jest na krajowej liście prognozy na 2026 rok.")


async def test_after_the_list_it_is_the_list_that_is_meant(chat: Chat) -> None:
    await chat.user("jakie są prognozy zapotrzebowania na zawody?")
    said = await chat.user("czy technik informatyk jest na tej liście?")
    said.expect("Zawodu „technik informatyk” nie ma na krajowej liście").expect_cites("kzis:351203")
    (await chat.user("a cieśla?")).expect_cites("labour:men-2026-711501")
    assert cited(await chat.user("Ile zawodów jest na tej liście?")) == ["labour:men-2026"]


@pytest.mark.parametrize(
    ("asked", "record"), [("a operator CNC?", "kzis:722307"), ("czy zawód zegarmistrz jeszcze jest?", "kzis:731106")]
)
async def test_a_bare_name_or_whether_it_exists_is_no_question_for_pay_or_work(
    chat: Chat, asked: str, record: str
) -> None:
    said = (await chat.user(asked)).expect_cites(record)
    assert not [one for one in cited(said) if one.startswith("labour:")]


async def test_an_occupation_that_is_not_held_is_not_answered_with_demand(chat: Chat) -> None:
    (await chat.user("Czy jest zawód tramwajarz?")).expect("nie ma rekordu o nazwie „tramwajarz”")


async def test_a_question_with_a_code_is_about_that(chat: Chat) -> None:
    said = await chat.user("do jakich zawodów jest potrzebna INF.03?")
    said.expect("technik informatyk").expect_cites("zrk:INF.03")


async def test_how_many_there_are_is_told_without_the_list(chat: Chat) -> None:
    chat.language = Language.EN
    said = await chat.user("How many occupations does the national demand forecast for 2026 list?")
    assert cited(said) == ["labour:men-2026"]


async def test_which_of_those_spoken_of_is_needed_is_not_answered_with_the_list(chat: Chat) -> None:
    await chat.user("cieśla czy kucharz?")
    said = await chat.user("a który z nich jest w tej prognozie zapotrzebowania na 2026?")
    said.expect_not("automatyk")


async def test_an_occupation_no_longer_on_the_list_is_told_so_before_the_list_it_was_on(chat: Chat) -> None:
    said = await chat.user("Czy opiekun osoby starszej jest na krajowej liście zapotrzebowania?")
    assert said.answer.text.startswith("Zawodu „opiekun osoby starszej” nie ma na krajowej liście prognozy na 2026")


async def test_vacancies_are_said_not_to_be_held_before_demand_is_told(chat: Chat) -> None:
    chat.language = Language.UK
    said = await chat.user("чи є зараз вакансії кухаря?")
    assert said.answer.text.startswith("Інтегрований реєстр кваліфікацій (ZRK) не показує вакансій")


async def test_a_young_person_is_told_fewer_at_first(assistant) -> None:
    (await Chat(assistant, Audience.YOUTH).user("Jakie zawody będą potrzebne w przyszłości?")).expect("8 z 34")


def test_the_list_of_a_year_holds_the_occupations_of_that_year_only(snapshot_index: RecordIndex) -> None:
    shelf = Shelf(snapshot_index, Prompts(), day=lambda: date(2026, 11, 28))
    for year, length in (("", 34), ("2025", 35)):
        told = shelf.ask(Question(topics=frozenset({LabourTopic.DEMAND}), listed=True, period=year))
        listed = [fact for fact in told.figures if fact.occupation]
        assert (len(listed), {fact.period for fact in listed}) == (length, {year or "2026"})


async def test_what_is_new_and_what_is_gone_is_told_at_once(chat: Chat) -> None:
    said = await chat.user("jakie nowe zawody doszły do prognozy 2026 w porównaniu z 2025, a które wypadły?")
    said.expect("technik gospodarki nieruchomościami", "opiekun osoby starszej").expect_not("automatyk")
    (await chat.user("a w 2025 było ich więcej?")).expect("liczba zawodów: 35").expect_not("betoniarz")


async def test_the_other_cycle_of_study_is_asked_in_a_word(chat: Chat) -> None:
    await chat.user("jakie zarobki mają absolwenci studiów pierwszego stopnia 2023")
    assert cited(await chat.user("a drugiego")) == ["labour:ela-2023-2-pay"]
    assert cited(await chat.user("a po jakim czasie znajdują pierwszą pracę"))[0].endswith("first-job")
