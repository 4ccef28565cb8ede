"""What young people write in few words: likings added, a matura or a year failed, another school, doubts of oneself."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language


@pytest.fixture
def young(chat_as: Callable[..., Chat]) -> Chat:
    return chat_as(audience=Audience.YOUTH)


@pytest.mark.parametrize(
    ("added", "name"),
    [
        ("no i jeszcze fryzury", "fryzjer"),
        ("no dobra i auta", "samochody"),
        ("a jeszcze taniec", "tancerz"),
        ("no oraz zwierzęta", "zwierzęta"),
    ],
)
async def test_a_liking_is_added_to_the_one_told_before(young: Chat, added: str, name: str) -> None:
    await young.user("lubie gotowac")
    (await young.user(added)).expect("kucharz", name).expect_not("Pomijam")


async def test_an_english_no_keeps_away(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(audience=Audience.YOUTH, language=Language.EN)
    await chat.user("I like cooking")
    (await chat.user("no cars")).expect("I leave out")


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("no to moze montaz filmow", "filmowej"),
        ("no moze muzyka", "muzyk"),
        ("no ze chce pracowac na budowie", "murarz"),
        ("budowlanka", "murarz"),
    ],
)
async def test_words_that_lead_in_leave_the_liking(young: Chat, message: str, name: str) -> None:
    (await young.user(message)).expect(name).expect_tools("recommend_qualifications")


async def test_a_failed_matura_is_no_vocational_exam(young: Chat) -> None:
    said = await young.user("nie zdalem matury z matmy co teraz")
    said.expect("30%", "nie ma w moich danych").expect_cites("fact:R069")
    (await young.user("a ile razy mozna")).expect("ile razy", "OKE").expect_not("75%")


@pytest.mark.parametrize(
    "message",
    ["oblalem rok w technikum co robic", "nie zdalem poprawki we wrzesniu i co", "nie zdałam do trzeciej klasy"],
)
async def test_a_failed_year_is_said_not_to_be_held(young: Chat, message: str) -> None:
    (await young.user(message)).expect("zapytaj w sekretariacie").expect_status(AnswerStatus.NO_INFORMATION)


@pytest.mark.parametrize(
    "message", ["czy matura jest potrzebna zeby byc technikiem", "a jak zdam zawodowy a matury nie"]
)
async def test_a_technician_needs_no_matura(young: Chat, message: str) -> None:
    (await young.user(message)).expect_cites("fact:C-technik-wymagania").expect_not("75%")


@pytest.mark.parametrize(
    "message",
    [
        "chce zmienic szkole z liceum na technikum w polowie roku da sie",
        "z branzowki na liceum da sie",
        "chce sie przeniesc do innej szkoly",
    ],
)
async def test_another_school_is_decided_by_that_school(young: Chat, message: str) -> None:
    (await young.user(message)).expect("decyduje szkoła").expect_not("HGT.02")


@pytest.mark.parametrize("message", ["boje sie ze nic nie umiem", "nic nie umiem", "nic mnie nie interesuje"])
async def test_doubts_of_oneself_get_a_warm_word_and_no_help_lines(young: Chat, message: str) -> None:
    (await young.user(message)).expect("Co wolisz robić").expect_not("116 111", "HGT.02")


async def test_a_job_that_may_be_lost_deletes_no_profile(young: Chat) -> None:
    (await young.user("a jak mnie szef wyrzuci")).expect("umowa").expect_not("116 111", "profil")


async def test_despair_beside_such_a_doubt_is_heard(young: Chat) -> None:
    (await young.user("nic nie umiem i nie chce mi sie zyc")).expect("116 111")
