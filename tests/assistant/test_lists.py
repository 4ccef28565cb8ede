"""Lists of qualifications by level, category, kind and validity, and their number; checked against the records."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.asked.lists import OCCUPATION, Listed, list_asked, list_narrowed
from register.qualification import Qualification
from register.vocabulary import AnswerStatus, RecordType
from retrieval import RecordIndex
from retrieval.protocol import Filters


@pytest.fixture(scope="session")
def qualifications(snapshot_index: RecordIndex) -> list[Qualification]:
    every = snapshot_index.records(Filters(types=frozenset({RecordType.QUALIFICATION})))
    return [record for record in every if isinstance(record, Qualification)]


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("Kwalifikacje na poziomie 6", Listed(levels=(6,))),
        ("kwalifikacje na poziomie VI", Listed(levels=(6,))),
        ("zawody na poziomie 5 PRK", Listed(OCCUPATION, levels=(5,))),
        ("Pokaż kwalifikacje rynkowe na poziomie 5", Listed(levels=(5,), category="market")),
        ("Podaj wszystkie kwalifikacje cząstkowe na poziomie 6 PRK", Listed(levels=(6,), kind="partial")),
        ("jakie są kwalifikacje bezterminowe", Listed(indefinite=True)),
        ("jakie kwalifikacje są ważne 3 lata?", Listed(years=3)),
        ("wymień kwalifikacje rzemieślnicze", Listed(category="craft")),
        ("ile masz kwalifikacji?", Listed(count=True)),
        ("list qualifications at level 2", Listed(levels=(2,))),
        ("which qualifications are valid 3 years?", Listed(years=3)),
        ("how many qualifications do you have?", Listed(count=True)),
        ("кваліфікації 6 рівня", Listed(levels=(6,))),
        ("які кваліфікації мають 7 рівень?", Listed(levels=(7,))),
        ("безстрокові кваліфікації", Listed(indefinite=True)),
        ("Скільки кваліфікацій у реєстрі?", Listed(count=True)),
    ],
)
def test_what_is_to_be_listed_is_read_in_three_languages(question: str, listed: Listed) -> None:
    assert list_asked(question) == listed
    assert list_asked(listed.in_words) == listed


@pytest.mark.parametrize(
    "question",
    [
        "co to jest poziom 4 PRK",
        "czym są kwalifikacje pełne i cząstkowe?",
        "what are market qualifications?",
        "jakie są kwalifikacje sektorowe?",
        "czy kwalifikacje są bezterminowe?",
        "ile kwalifikacji ma technik?",
        "ile jest kwalifikacji rzemieślniczych w rejestrze",
        "pełna lista kwalifikacji",
        "How many levels does the Polish Qualifications Framework have?",
        "jaki poziom ma licencjat",
    ],
)
def test_a_notion_a_rule_or_a_name_is_no_list(question: str) -> None:
    assert list_asked(question) is None


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("które z nich są rynkowe?", Listed(levels=(6,), category="market")),
        ("a na poziomie 7?", Listed(levels=(7,))),
        ("only partial ones", Listed(levels=(6,), kind="partial")),
        ("а які з них мають 3 рівень", Listed(levels=(3,))),
        ("a ile ich jest?", Listed(levels=(6,), count=True)),
        ("a kucharz?", None),
    ],
)
def test_a_list_is_narrowed_by_what_follows(said: str, listed: Listed | None) -> None:
    assert list_narrowed(said, "kwalifikacje na poziomie 6") == listed


async def test_all_of_a_level_and_then_of_a_category_are_listed(
    chat: Chat, qualifications: list[Qualification]
) -> None:
    of_level = [one for one in qualifications if one.prk_level == 6]
    market = [one.id for one in of_level if one.category == "market"]
    said = (await chat.user("Kwalifikacje na poziomie 6")).expect(f"(poziom 6 PRK): {len(of_level)}.")
    said.expect_cites(*(one.id for one in of_level))
    said = await chat.user("które z nich są rynkowe?")
    said.expect("wolnorynkowa", f": {len(market)}.").expect_cites(*market).expect_not("studia")


async def test_those_valid_alike_are_listed_with_the_words_of_each(
    chat: Chat, qualifications: list[Qualification]
) -> None:
    valid = [one.id for one in qualifications if one.validity and one.validity.years == 3]
    (await chat.user("which qualifications are valid 3 years?")).expect("(validity: 3 years)").expect_cites(*valid)


async def test_a_long_list_says_how_long_it_is_and_how_to_narrow_it(
    chat: Chat, qualifications: list[Qualification]
) -> None:
    number = sum(one.prk_level == 4 for one in qualifications)
    said = await chat.user("list qualifications at level 4")
    said.expect(f"{number}.", "You can narrow the list", "probably PRK level 4")


async def test_an_empty_list_is_said_to_be_empty(chat: Chat) -> None:
    said = await chat.user("kwalifikacje rzemieślnicze na poziomie 8")
    said.expect("nie ma takiej kwalifikacji").expect_status(AnswerStatus.NO_INFORMATION)


async def test_the_number_in_the_register_is_not_that_of_a_category(
    chat: Chat, qualifications: list[Qualification]
) -> None:
    said = await chat.user("ile jest kwalifikacji w rejestrze?")
    said.expect("nie podają, ile kwalifikacji jest łącznie", "17 605", str(len(qualifications))).expect_not("23 takie")
