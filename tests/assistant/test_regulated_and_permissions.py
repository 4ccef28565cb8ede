"""Permissions of other laws, papers for work and occupations beyond schools: what is told, and of what."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus

UDT, SEP, BUILDING, TRAINER = "fact:REG-udt", "fact:REG-sep", "fact:R112", "fact:C-trener"
UNTOLD = "Czy przepisy wymagają do tej pracy licencji albo innych uprawnień, moje dane nie mówią"


@pytest.mark.parametrize("question", ["Czy detektyw musi mieć licencję?", "czy taksówkarz potrzebuje licencji?"])
async def test_no_licence_is_denied_that_no_record_tells_of(chat: Chat, question: str) -> None:
    (await chat.user(question)).expect(UNTOLD)


async def test_whether_a_paper_is_compulsory_is_asked_of_what_was_spoken_of(chat: Chat) -> None:
    await chat.user("technik optyk")
    (await chat.user("czy obowiązkowe?")).expect(UNTOLD).expect("technik optyk").expect_not("Trener").expect_not(
        "farmac"
    )


async def test_trainers_are_told_of_only_where_they_are_spoken_of(chat: Chat) -> None:
    await chat.user("uprawnienia SEP jak zdobyć")
    (await chat.user("czy obowiązkowe?")).expect_cites(SEP).expect_not("Trener")
    (await chat.user("czy trener personalny musi mieć certyfikat?")).expect_cites(TRAINER)


async def test_a_permission_stays_what_is_asked_about(chat: Chat) -> None:
    await chat.user("uprawnienia na wózek widłowy jak zdobyć")
    (await chat.user("ile trwa kurs")).expect("Ile trwa nauka do nich, moje dane nie podają").expect_cites(UDT)
    (await chat.user("ile kosztuje")).expect("moje dane nie podają").expect_not("KKZ")
    (await chat.user("kto wydaje")).expect("Urząd Dozoru Technicznego").expect_not("SEP")
    (await chat.user("ile trwa nauka fryzjera")).expect("Branżowa szkoła I stopnia trwa 3 lata")


async def test_building_permissions_stay_what_is_asked_about(chat: Chat) -> None:
    await chat.user("Kto nadaje uprawnienia budowlane?")
    (await chat.user("ile kosztuje egzamin")).expect("moje dane nie podają").expect_cites(BUILDING)
    (await chat.user("czy są ważne bezterminowo")).expect_not("Dozoru").expect_cites(BUILDING)


async def test_renewal_is_told_beside_a_lost_job(chat: Chat) -> None:
    said = await chat.user("Zwolnili mnie z magazynu, mam uprawnienia na wózki. Czy muszę je odnawiać?")
    said.expect_cites("fact:R109", UDT)


async def test_a_helper_is_asked_for_the_trade_unless_it_is_told(chat: Chat) -> None:
    said = await chat.user("Pracuję jako pomocnik na budowie 10 lat, jak dostać papier?")
    said.expect("Jaki to zawód?").expect_not("ślusarz")
    said = await chat.user("Robię na budowie jako pomocnik od 10 lat, murarz bez papierów")
    said.expect("murarz-tynkarz").expect_not("ślusarz")


@pytest.mark.parametrize(
    ("message", "pointer"),
    [
        ("zolnierz", "zapytaj samą służbę"),
        ("strażnik miejski", "zapytaj samą służbę"),
        ("adwokat czy radca prawny", "zapytaj uczelnię albo samorząd zawodowy"),
        ("instruktor nauki jazdy", "zapytaj urząd, który je nadaje"),
    ],
)
async def test_occupations_of_no_school_have_no_strangers_card(chat: Chat, message: str, pointer: str) -> None:
    (await chat.user(message)).expect(pointer).expect_status(AnswerStatus.NO_INFORMATION)


@pytest.mark.parametrize(
    "message",
    [
        "Uczennica słabosłysząca chce zostać fryzjerką. Czy może?",
        "Zawody dla ucznia z alergią i astmą po klasie 8?",
    ],
)
async def test_who_judges_health_is_told_where_it_is_asked(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect("ocenia lekarz")
