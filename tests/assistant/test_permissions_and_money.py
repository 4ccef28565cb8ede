"""Permissions of other laws by their everyday names; money for learning; whose fees are told."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.asked.entitlements import entitlement_in
from assistant.models.embedded.asked.funding import funding_in
from register.vocabulary import AnswerStatus

UDT, SEP, WELDER = "fact:REG-udt", "fact:REG-sep", "fact:REG-spawacz"


@pytest.mark.parametrize(
    ("message", "rule", "asks"),
    [
        ("sep do 1kv ile ważny", SEP, ("validity",)),
        ("egzamin na prawko na wózki ile kosztuje", UDT, ("price",)),
        ("umiem obsługiwać suwnice", UDT, ()),
        ("how long is a welder certificate valid and who issues it", WELDER, ("validity",)),
        ("скільки коштує посвідчення на навантажувач", UDT, ("price",)),
    ],
)
def test_permissions_are_known_by_everyday_names(message: str, rule: str, asks: tuple[str, ...]) -> None:
    asked = entitlement_in(message)
    assert asked is not None
    assert (asked.rule, asked.asks) == (rule, asks)


@pytest.mark.parametrize(
    "message", ["technik urządzeń dźwigowych jaki poziom", "na czym polega praca spawacza", "nie mogę dźwigać"]
)
def test_occupations_with_such_words_are_no_permissions(message: str) -> None:
    assert entitlement_in(message) is None


async def test_what_is_not_held_of_a_permission_is_said(chat: Chat) -> None:
    said = await chat.user("sep do 1kv ile ważny")
    said.expect("Jak długo są ważne te uprawnienia, moje dane nie podają").expect_cites(SEP)
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY)
    (await chat.user("a ile kosztuje")).expect("moje dane nie podają").expect_cites(SEP)
    (await chat.user("gdzie w gdańsku")).expect_not("Okręgowa Komisja").expect("moje dane nie podają")


async def test_who_issues_a_permission_is_the_place(chat: Chat) -> None:
    (await chat.user("ile ma lat ważności udt")).expect("5 albo 10 lat").expect_cites("fact:R107", UDT)
    (await chat.user("gdzie w gdańsku")).expect("Urząd Dozoru Technicznego: organ").expect_not("Okręgowa")
    (await chat.user("jak przedłużyć")).expect("bezpłatne").expect_cites("fact:R109")


@pytest.mark.parametrize(
    "message", ["ile procent dofinansowania z BUR", "co to jest KFS", "ile kosztuje kurs fryzjera"]
)
def test_funds_and_prices_are_no_question_for_money(message: str) -> None:
    assert funding_in(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "jest jakieś dofinansowanie",
        "skąd wziąć pieniądze na kurs fryzjerski",
        "хто оплатить курс",
        "is there any funding",
    ],
)
async def test_money_for_learning_is_told_instead_of_prices(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect_cites("fact:C-pieniadze-na-walidacje", "fact:S-kfs")


async def test_what_the_labour_office_pays_is_not_held(chat: Chat) -> None:
    said = await chat.user("a urząd pracy zapłaci za kurs?")
    said.expect("powiatowy urząd pracy", "nie mówią").expect_cites("fact:S-kfs")


async def test_fees_of_institutions_are_for_institutions(chat: Chat) -> None:
    await chat.user("mój dyplom z Kijowa, czy uznają go w Polsce")
    (await chat.user("są jakieś opłaty?")).expect_not("10 000", "2 218")
    own = await Chat(chat.assistant).user("ile kosztuje wniosek o uprawnienie do certyfikowania dla instytucji")
    own.expect("10 000").expect_cites("fact:R098")


async def test_where_to_validate_is_the_search_for_institutions(chat: Chat) -> None:
    (await chat.user("gdzie zrobić walidację kwalifikacji w trójmieście")).expect_cites(
        "fact:S-wyszukiwarka-instytucji"
    )
