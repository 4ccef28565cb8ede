"""The occupations of a branch of schooling, as counsellors ask for them; checked against the records."""

import pytest
import yaml
from conversation_script import Chat

from assistant.models.embedded.asked.branches import FILE as BRANCHES
from assistant.models.embedded.asked.branches import branches_listed, school_named
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
    taught = [one for one in occupations if one.branch_code == code and not one.withdrawn]
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
    "question",
    [
        "w jakiej branży jest technik logistyk",
        "chcę zmienić branżę na IT",
        "pracuję w branży meblarskiej",
        "jakie zawody dobrze płacą w budownictwie",
        "jak dostać zawody medyczne",
        "is it good for jobs?",
        "jobs for people over 50",
    ],
)
def test_a_branch_in_passing_is_not_listed(question: str) -> None:
    assert branches_listed(question) == ()


@pytest.mark.parametrize(
    ("question", "branches"),
    [
        ("jakie są zawody medyczne?", ("MED",)),
        ("jakie zawody są w budownictwie?", ("BUD",)),
        ("zawody w IT", ("INF",)),
        ("jakie zawody są w transporcie?", ("TDR", "TKO", "TLO", "TWO")),
        ("what occupations are there in the food industry?", ("SPC",)),
        ("which professions exist in railway transport?", ("TKO",)),
        ("jobs in the fashion branch", ("MOD",)),
        ("які професії у залізничній галузі?", ("TKO",)),
        ("кваліфікації у галузі моди", ("MOD",)),
        ("список професій лісової галузі", ("LES",)),
    ],
)
def test_a_branch_is_read_in_everyday_words_of_three_languages(question: str, branches: tuple[str, ...]) -> None:
    assert branches_listed(question) == branches


def test_every_branch_told_by_words_is_one_of_the_records(occupations: list[Occupation]) -> None:
    told = yaml.safe_load(BRANCHES.read_text("utf-8"))
    assert all(of_branch(occupations, code) for code in told)
    taught = {one.branch_code or one.branch for one in occupations if one.branch and one.school_types}
    assert taught - told.keys() == {"zawody artystyczne (bez branży)"}


async def test_another_branch_and_a_school_are_asked_for_after_a_list(chat: Chat) -> None:
    said = await chat.user("what occupations are there in construction")
    said.expect("construction (budowlana)", "dekarz (roofer)").expect_cites("kzis:711501").expect_not("okręt")
    (await chat.user("and in health care?")).expect("health care (opieki zdrowotnej)").expect_cites("kzis:532102")
    (await chat.user("а в IT?")).expect("teleinformatyczna").expect_cites("kzis:351203")
    said = await chat.user("a w spożywczej?")
    said.expect_cites("kzis:751204")
    said = await chat.user("które z nich są w technikum?")
    said.expect("technik technologii żywności").expect_not("piekarz")


@pytest.mark.parametrize(
    ("question", "school"),
    [("w branżowej I stopnia", "BS I"), ("szkoła II stopnia", "BS II"), ("w technikum", "technikum"), ("tak", "")],
)
def test_the_school_is_read_from_the_question(question: str, school: str) -> None:
    assert school_named(question) == school


async def test_the_qualifications_of_a_branch_are_listed_with_their_names_where_they_are_asked_for(chat: Chat) -> None:
    said = await chat.user("Proszę o listę kwalifikacji w branży spożywczej (SPC)")
    said.expect("SPC.01 Produkcja wyrobów cukierniczych", "liczba: 7").expect_cites("zrk:SPC.03", "zrk:SPC.07")
    (await chat.user("poziomy PRK do tego")).expect_cites("zrk:SPC.01", "zrk:SPC.02", "zrk:SPC.07")


async def test_several_branches_are_listed_and_counted(chat: Chat) -> None:
    said = await chat.user("zawody w branży leśnej i rybackiej")
    said.expect_cites("kzis:314301", "kzis:314208").expect("branża: leśna; liczba: 2")
    said = await chat.user("ile zawodów jest w branży budowlanej, a ile w leśnej?")
    said.expect("branża: budowlana; liczba: 23", "branża: leśna; liczba: 2")


async def test_an_occupation_without_a_known_type_of_school_is_not_left_out_of_all(chat: Chat) -> None:
    said = await chat.user("wymień wszystkie zawody z branży motoryzacyjnej")
    said.expect_cites("kzis:311519").expect("technik elektromobilności: typu szkoły nie mam w danych")
    said = await chat.user("a które z nich są w branżowej szkole 1 stopnia?")
    said.expect_cites("kzis:723103").expect_not("technik")
    (await chat.user("a ile ich jest?")).expect("liczba: 5").expect_not("technik")


async def test_a_branch_is_narrowed_by_level_and_to_technicians(chat: Chat) -> None:
    (await chat.user("zawody z branży HGT na poziomie technika")).expect("technik hotelarstwa").expect_not("kucharz:")
    (await chat.user("zawody z branży leśnej na poziomie 4")).expect("technik leśnik").expect_not("operator")


@pytest.mark.parametrize(
    ("question", "there", "not_there"),
    [
        ("prognoza na 2026 branża kolejowa jakie zawody", "kzis:711603", "mechanik pojazdów kolejowych"),
        ("Which occupations in the forecast for 2026 are in the construction branch?", "kzis:711402", "kominiarz"),
    ],
)
async def test_a_branch_is_narrowed_to_the_forecast(chat: Chat, question: str, there: str, not_there: str) -> None:
    (await chat.user(question)).expect_cites(there).expect_not(not_there)


async def test_what_is_taught_in_one_type_of_school_only_is_listed(chat: Chat) -> None:
    said = await chat.user("zawody tylko w szkole policealnej, jakie to?")
    said.expect("liczba: 25", "technik farmaceutyczny")
