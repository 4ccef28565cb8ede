"""Who does a job already and wants a paper is shown what asks for no school."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.person.practised import practised, years_worked
from assistant.models.embedded.person.told import constraints_in
from register.vocabulary import AnswerStatus

BY_WORK, EXTERNAL = "fact:C-nauka-w-pracy", "fact:R025"


@pytest.mark.parametrize(
    ("message", "years"),
    [
        ("kelnerka od 6 lat. co mogę potwierdzić", 6),
        ("stolarz, 20 lat w zawodzie, jak zdobyć papier", 20),
        ("I have been cutting hair for 8 years, no diploma, what can I do", 8),
        ("я самоучка електрик, як отримати посвідчення", None),
        ("krawcowa samouk, szyję sama, czy jest na to papier", None),
        ("ogrodniczka, robię ogrody od 2010 roku, chciałabym mieć na to dokument", None),
        ("cleaner for 7 years, can I get my experience recognised", 7),
    ],
)
def test_work_without_a_paper_is_heard(message: str, years: int | None) -> None:
    assert practised(message)
    assert years_worked(message) == years


@pytest.mark.parametrize(
    "message",
    [
        "opiekun medyczny jak zostać, mam 50 lat",
        "jaki egzamin jest po 5 latach technikum",
        "mam stary dyplom technika mechanika, czy coś jest wart",
        "jakie kwalifikacje ma technik informatyk",
        "magazynier 29 lat",
    ],
)
def test_an_age_or_a_school_is_no_practice(message: str) -> None:
    assert not practised(message)


@pytest.mark.parametrize(
    ("message", "records"),
    [
        ("kelnerka od 6 lat. co mogę potwierdzić", ("kzis:513101", "zrk:HGT.01")),
        ("fryzjerka 10 lat pracy u koleżanki, bez papierów, co zrobić żeby mieć dyplom", ("zrk:FRK.01",)),
        ("sprzedawca - co mogę potwierdzić po 15 latach w sklepie", ("zrk:HAN.01", "zrk:MP-2018-1245")),
        ("Mam 62 lata, całe życie krawcowa w zakładzie. Czy mogę jeszcze dostać dyplom?", ("zrk:MP-2018-1278",)),
        ("klient 50 lat, 25 lat pracy jako tokarz bez świadectw, jaka droga do dyplomu", ("kzis:722307",)),
        ("tokarz 12 lat bez papierów, co mogę dostać", ("kzis:722307",)),
        ("glazurnik, 12 lat, co mogę mieć", ("zrk:BUD.11",)),
        ("how can a line cook get a Polish certificate for what I already do", ("kzis:512001", "zrk:HGT.02")),
        ("доглядаю літніх людей 5 років без документів. чи можу отримати сертифікат", ("kzis:341202",)),
    ],
)
async def test_a_paper_without_school_is_shown(chat: Chat, message: str, records: tuple[str, ...]) -> None:
    said = await chat.user(message)
    said.expect_status(AnswerStatus.ANSWERED).expect_cites(BY_WORK, EXTERNAL, *records)


async def test_a_permission_of_other_laws_comes_first(chat: Chat) -> None:
    said = await chat.user("20 lat na spawarce, zero papierów. jak dostać dokument, że umiem spawać")
    said.expect_cites("fact:REG-spawacz", BY_WORK)


async def test_the_paper_of_a_craft_is_of_a_chamber(chat: Chat) -> None:
    said = await chat.user("jak dostać dyplom mistrza krok po kroku, stolarz 20 lat")
    said.expect("izbę rzemieślniczą", "nie podają").expect_cites("fact:R064", BY_WORK)
    said = await Chat(chat.assistant).user("mam czeladnika fryzjera, 8 lat salon, chcę mistrza, co potrzebne")
    said.expect("dyplom mistrzowski", "nie podają", "izbę rzemieślniczą").expect_cites("fact:C-czeladnik-a-mistrz")


async def test_another_goal_is_no_paper_for_the_work_one_does(chat: Chat) -> None:
    said = await chat.user("pracuję 10 lat jako kucharz i chcę zostać kelnerem")
    said.expect_tools("career_pathway").expect("kelner")


async def test_what_follows_is_of_the_exam_without_school(chat: Chat) -> None:
    await chat.user("florystka - jestem samoukiem, chcę dyplom")
    (await chat.user("2 lata pracy w kwiaciarni mam")).expect("wystarcza").expect_cites(EXTERNAL, "kzis:343203")
    (await chat.user("a ile to kosztuje")).expect("eksternistyczny zawodowy jest płatny").expect_cites("fact:R029")


@pytest.mark.parametrize(
    ("goal", "told", "expected"),
    [
        ("asystent osoby niepełnosprawnej jak zostać", "mam tylko zawodówkę", "Liceum, także dla dorosłych"),
        (
            "jak zostać technikiem logistykiem",
            "mam 50 lat i wykształcenie średnie",
            "wykształcenie średnie (spełniasz)",
        ),
        ("jak zostać kelnerem", "mam podstawówkę i 30 lat", "pełnoletność (spełniasz)"),
        ("technik fryzjer jak zostać", "nie mam matury", "a nie o maturze"),
        ("як стати електриком", "маю середню освіту", "741103"),
    ],
)
async def test_facts_told_alone_are_used_for_what_was_asked(chat: Chat, goal: str, told: str, expected: str) -> None:
    first = await chat.user(goal)
    said = await chat.user(told)
    said.expect_tools("career_pathway").expect_status(AnswerStatus.ANSWERED)
    if not expected.isdecimal():
        said.expect(expected)
    assert first.answer.citations[0].record_id in {citation.record_id for citation in said.answer.citations}


async def test_an_occupation_without_known_parts_has_ways_for_adults(chat: Chat) -> None:
    said = await chat.user("stolarz krok po kroku, 44 lata, średnie")
    said.expect("na 3 sposoby", "KKZ", "eksternistyczne", "zapytaj okręgową komisję egzaminacyjną")


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("mam 44 lata i pracuję w biurze", None),
        ("za 3 lata emerytura, pracuję na budowie", None),
        ("nie pracowałem od 10 lat", None),
        ("mam 52 lata i staż 20 lat", 20),
        ("I have worked as a cook for 6 years", 6),
        ("працюю кухарем 5 років", 5),
    ],
)
def test_years_of_work_are_no_age_and_no_time_ahead(told: str, years: int | None) -> None:
    assert constraints_in(told).get("years_in_occupation") == years


@pytest.mark.parametrize("told", ["sprzedawca od 15 lat, chcę zmienić pracę", "fryzjerka od 12 lat"])
def test_so_long_at_work_is_no_age(told: str) -> None:
    assert "adult" not in constraints_in(told)


@pytest.mark.parametrize("told", ["nie pracowałem od 10 lat", "za 3 lata emerytura, a nie mam papierów kucharza"])
def test_years_without_work_and_years_to_come_are_no_years_of_work(told: str) -> None:
    assert years_worked(told) is None
