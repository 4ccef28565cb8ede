"""Papers from abroad are answered by which paper it is, from where, and which way it goes."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.asked.abroad import abroad_in
from register.vocabulary import AnswerStatus

UNION, NOT_ABROAD = "fact:C-uznanie-ue", "fact:A-uznanie-za-granica"


@pytest.mark.parametrize(
    ("message", "kinds", "where", "out"),
    [
        ("jestem lekarzem z Niemiec, jak uznać dyplom w Polsce", ("degree", "medical"), "eu", False),
        ("mam norweski fagbrev, uznają?", ("craft",), "near", False),
        ("чи визнають свідоцтво зварника з України", ("welding",), "outside", False),
        ("czy z polskim dyplomem technika mogę pracować w Niemczech", ("degree",), "eu", True),
        ("is it valid abroad", (), "", True),
        ("czy polska matura jest uznawana w UE", ("school",), "eu", True),
        ("ile kosztuje nostryfikacja dyplomu", ("degree",), "", False),
    ],
)
def test_paper_origin_and_direction_are_read(message: str, kinds: tuple[str, ...], where: str, out: bool) -> None:
    asked = abroad_in(message)
    assert asked is not None
    assert (asked.kinds, asked.where, asked.out) == (kinds, where, out)


@pytest.mark.parametrize("message", ["jestem z Ukrainy, chcę zostać kucharzem", "praca w Niemczech jako opiekunka"])
def test_a_country_alone_asks_for_no_recognition(message: str) -> None:
    assert abroad_in(message) is None


async def test_a_law_of_the_union_is_said_to_be_of_the_union_only(chat: Chat) -> None:
    said = await chat.user("jestem z Ukrainy mam dyplom pielęgniarki, jak mogę pracować w Polsce")
    said.expect("tylko papierów z państw Unii Europejskiej").expect_cites("fact:C-zagraniczny-dyplom", "fact:R113")
    said.expect_not("obowiązuje ustawa")
    german = await Chat(chat.assistant).user("jestem pielęgniarką z Niemiec, czy uznają mój dyplom w Polsce")
    german.expect("obowiązuje ustawa").expect_cites(UNION)


async def test_price_and_time_of_recognition_are_said_not_to_be_held(chat: Chat) -> None:
    (await chat.user("мій диплом бакалавра економіки з Києва чи визнають в Польщі")).expect("NAWA").expect_not("?")
    price = await chat.user("скільки це коштує")
    price.expect("Скільки коштує визнання, мої дані не подають").expect_not("10 000", "zł")
    (await chat.user("де це робиться")).expect("NAWA").expect_status(AnswerStatus.ANSWERED)
    (await chat.user("скільки чекати")).expect("Скільки триває визнання, мої дані не подають")


@pytest.mark.parametrize(
    ("message", "expected", "cited"),
    [
        ("mam prawo jazdy z Ukrainy kat CE, czy mogę jeździć tirem w PL", "zagraniczne prawo jazdy", ()),
        ("чи визнають свідоцтво зварника з України", "не кажуть", ("fact:REG-spawacz",)),
        ("how do I get my foreign electrician certificate recognised in Poland", "does not say", ("fact:REG-sep",)),
        ("mam norweski fagbrev, uznają?", "izbę rzemieślniczą", ("fact:C-nauka-w-pracy",)),
        ("mam ukraińskie świadectwo szkolne, chcę na KKZ", "kuratorium", ("fact:R117", "fact:R031")),
    ],
)
async def test_the_document_decides(chat: Chat, message: str, expected: str, cited: tuple[str, ...]) -> None:
    (await chat.user(message)).expect(expected).expect_cites(*cited).expect_not("Jakie to dokumenty")


async def test_a_polish_paper_abroad_is_another_question(chat: Chat) -> None:
    await chat.user("how do I become a cook")
    (await chat.user("is it valid abroad")).expect_cites(NOT_ABROAD)


async def test_the_country_told_after_it_counts(chat: Chat) -> None:
    await chat.user("how do I get my foreign electrician certificate recognised in Poland")
    (await chat.user("I'm from the UK")).expect("only for papers from European Union countries").expect_cites(UNION)


async def test_a_country_told_of_oneself_after_it_is_where_the_paper_is_from(chat: Chat) -> None:
    await chat.user("mam dyplom pielęgniarki, gdzie go uznać?")
    (await chat.user("jestem z Ukrainy")).expect("spoza Unii").expect_not("Dziękuję, że o tym piszesz")


async def test_years_abroad_without_a_paper_are_work(chat: Chat) -> None:
    said = await chat.user("wróciłem z Norwegii po 15 latach na budowie, układałem płytki. jakie papiery w Polsce")
    said.expect_cites("fact:C-nauka-w-pracy", "fact:R025")


async def test_a_goal_beside_a_foreign_diploma_stays_the_goal(chat: Chat) -> None:
    (await chat.user("mam ukraiński dyplom ukończenia studiów, jak zostać elektrykiem")).expect_cites("kzis:741103")
