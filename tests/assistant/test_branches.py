"""The occupations of a branch of schooling, as counsellors ask for them; checked against the records."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.branches import branch_listed, school_named
from assistant.tools.occupations import OCCUPATIONS, of_branch
from register.occupation import Occupation
from register.vocabulary import AnswerStatus
from retrieval import RecordIndex


@pytest.fixture(scope="session")
def occupations(snapshot_index: RecordIndex) -> list[Occupation]:
    return [record for record in snapshot_index.records(OCCUPATIONS) if isinstance(record, Occupation)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("fryzjersko-kosmetycznej", "FRK"),
        ("gastronomicznej", "HGT"),
        ("informatycznej", "INF"),
        ("mechanicznej", "MEC"),
        ("elektronicznej", "ELM"),
        ("budowlanej", "BUD"),
        ("przemysłu mody", "MOD"),
        ("opieki zdrowotnej", "MED"),
        ("bud", "BUD"),
    ],
)
def test_a_branch_is_found_by_words_of_its_name_or_its_code(
    occupations: list[Occupation], said: str, code: str
) -> None:
    found = of_branch(occupations, said)
    taught = [one for one in occupations if one.branch_code == code and one.school_types and not one.withdrawn]
    assert found == sorted(taught, key=lambda one: one.name)
    assert len(found) > 2


def test_an_unknown_branch_has_no_occupations(occupations: list[Occupation]) -> None:
    assert of_branch(occupations, "kosmicznej") == of_branch(occupations, "") == []


async def test_all_of_a_branch_are_listed_with_their_schools(chat: Chat) -> None:
    said = await chat.user("Potrzebuję listy zawodów z branży fryzjersko-kosmetycznej na lekcję z klasą siódmą.")
    said.expect("fryzjer: branżowa szkoła I stopnia", "technik usług kosmetycznych: szkoła policealna", "kwiecień 2020")
    said.expect_cites("kzis:514101", "kzis:514105", "kzis:514207").expect_not("mistrzowski")
    (await chat.user("a co robi ten ostatni?")).expect_cites("kzis:514207")


async def test_a_type_of_school_keeps_what_it_teaches(chat: Chat) -> None:
    said = await chat.user("Wypisz zawody z branży gastronomicznej nauczane w branżowej I stopnia.")
    said.expect_cites("kzis:512001", "kzis:513101").expect_not("technikum")


async def test_what_is_in_a_branch_is_a_list_too(chat: Chat) -> None:
    (await chat.user("co jest w branży spedycyjno-logistycznej?")).expect_cites("kzis:333107", "kzis:432106")


async def test_a_branch_that_is_none_is_said_to_be_none(chat: Chat) -> None:
    said = await chat.user("lista zawodów z branży kosmicznej")
    said.expect("nie ma branży szkolnictwa o nazwie „kosmicznej”").expect_status(AnswerStatus.NO_INFORMATION)


@pytest.mark.parametrize(
    "question", ["w jakiej branży jest technik logistyk", "chcę zmienić branżę na IT", "pracuję w branży meblarskiej"]
)
def test_a_branch_in_passing_is_not_listed(question: str) -> None:
    assert branch_listed(question) == ""


@pytest.mark.parametrize(
    ("question", "school"),
    [("w branżowej I stopnia", "BS I"), ("szkoła II stopnia", "BS II"), ("w technikum", "technikum"), ("tak", "")],
)
def test_the_school_is_read_from_the_question(question: str, school: str) -> None:
    assert school_named(question) == school
