"""What somebody tells of their lot is no word to search with, and the job they leave is not the answer."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.person.plight import plight_in
from register.vocabulary import AnswerStatus


@pytest.mark.parametrize(
    ("message", "kinds", "wish"),
    [
        ("nie mogę nosić ciężkich rzeczy po operacji, do tej pory murarz", ("health", "worn"), ""),
        ("księgowa z zawodu, wypalona, chcę pomagać ludziom", ("worn",), "chcę pomagać ludziom"),
        ("boli mnie kręgosłup i szukam pracy przy komputerze", ("health",), "szukam pracy przy komputerze"),
        ("straciłam pracę w banku, jak zostać księgową", ("back",), "jak zostać księgową"),
        ("chcę wrócić do pracy w przedszkolu", ("back",), "chcę wrócić do pracy w przedszkolu"),
        ("tester, burnt out. want to work with wood maybe", ("worn",), "want to work with wood maybe"),
        ("мені 48, болить спина, працюю на складі. що інше можу", ("health",), ""),
    ],
)
def test_a_lot_is_told_from_a_wish(message: str, kinds: tuple[str, ...], wish: str) -> None:
    plight = plight_in(message)
    assert plight is not None
    assert (plight.kinds, plight.wish) == (kinds, wish)


@pytest.mark.parametrize(
    "message",
    ["jak opiekować się osobą po operacji", "czy z chorym kręgosłupem mogę być kucharzem?", "jak zostać murarzem"],
)
def test_what_is_asked_is_nobodys_lot(message: str) -> None:
    assert plight_in(message) is None


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("zabija mnie ta praca na nocki, magazyn amazon. chcę coś w dzień", "magazyn"),
        ("umieram z nudów na tej ochronie", "ochrony"),
        ("nie mogę nosić ciężkich rzeczy po operacji, do tej pory murarz", "murarz"),
        ("boli mnie kręgosłup, pracuję jako pielęgniarka, co innego", "Unii"),
    ],
)
async def test_the_job_left_is_not_the_answer(chat: Chat, message: str, left: str) -> None:
    (await chat.user(message)).expect_status(AnswerStatus.CLARIFICATION_ASKED).expect("Co wolisz robić").expect_not(
        left
    )


async def test_an_ailment_keeps_the_wish_spoken_of(chat: Chat) -> None:
    await chat.user("pracuję jako listonosz, chciałbym pracę w ogrodach")
    (await chat.user("mam 52 lata i chore kolano")).expect("lekarza", "to, co było wyżej").expect_not(
        "opiekun", "tancerz"
    )
    (await chat.user("a ogrodnik ile się uczyć")).expect_cites("kzis:611303")


async def test_who_loses_a_job_is_told_where_to_begin(chat: Chat) -> None:
    said = await chat.user("do emerytury 4 lata, zamykają mi zakład szwalniczy w Łodzi")
    said.expect("bilans kompetencji").expect_cites("fact:C-powrot-na-rynek").expect_not("kuśnierz")


@pytest.mark.parametrize(
    ("message", "record"),
    [
        ("opiekunka w żłobku co trzeba", "kzis:325905"),
        ("jak zrobić papiery na wizaż", "zrk:MP-2018-621"),
        ("kurs barbera", "kzis:514101"),
    ],
)
async def test_everyday_names_find_what_is_held(chat: Chat, message: str, record: str) -> None:
    (await chat.user(message)).expect_cites(record)
