"""Where an exam is held, and institutions asked about by their names; checked against the records."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.asked.exam_place import ExamPlace, asks_where, exam_place
from assistant.models.embedded.dialogue.memo import Memo

ELECTRICIAN = Memo(focus=("kzis:311303",), names=("kzis:311303|technik elektryk",), question="technik elektryk")
EXTERNAL = Memo(focus=("fact:C-eksternistyczny",), question="na czym polega egzamin eksternistyczny zawodowy?")
SZCZECIN = "inst:izba-rzemieslnicza-w-szczecinie"


@pytest.mark.parametrize(
    ("question", "memo", "place"),
    [
        ("kto egzaminuje elektryków w Kielcach?", Memo(), ExamPlace("świętokrzyskie", subject="elektryków")),
        ("gdzie zdać egzamin w Opolu?", ELECTRICIAN, ExamPlace("opolskie", "kzis:311303")),
        ("where can I take the exam in Opole?", ELECTRICIAN, ExamPlace("opolskie", "kzis:311303")),
        ("де скласти іспит у Кракові?", ELECTRICIAN, ExamPlace("małopolskie", "kzis:311303")),
        ("gdzie w Rzeszowie?", EXTERNAL, ExamPlace("podkarpackie", follows=True)),
        ("gdzie zdać egzamin czeladniczy w Poznaniu?", Memo(), ExamPlace("wielkopolskie", of_craft=True)),
        ("gdzie w Rzeszowie?", ELECTRICIAN, None),
        ("ile zarabia fryzjer w Krakowie?", EXTERNAL, None),
        ("kiedy jest egzamin?", ELECTRICIAN, None),
    ],
)
def test_the_exam_and_its_place_are_read(question: str, memo: Memo, place: ExamPlace | None) -> None:
    assert exam_place(question, memo) == place


def test_a_question_where_without_a_place_names_nothing_itself() -> None:
    assert asks_where("gdzie go zdać?")
    assert not asks_where("gdzie zdać egzamin na fryzjera?")
    assert not asks_where("jak go zdać?")


@pytest.mark.parametrize(
    ("turns", "board"),
    [
        (["kto egzaminuje elektryków w Kielcach?"], "inst:oke-lodz"),
        (["gdzie zdać egzamin na fryzjera w Bydgoszczy?"], "inst:oke-gdansk"),
        (["technik elektryk", "gdzie zdać egzamin w Opolu?"], "inst:oke-wroclaw"),
        (["electrician", "where can I take the exam in Opole?"], "inst:oke-wroclaw"),
        (["кухар", "де скласти іспит у Кракові?", "а у Вроцлаві?"], "inst:oke-wroclaw"),
        (["na czym polega egzamin eksternistyczny zawodowy?", "gdzie w Rzeszowie?"], "inst:oke-krakow"),
        (["gdzie zdać INF.02 w Olsztynie?"], "inst:oke-lomza"),
        (
            ["fryzjer", "a egzamin czeladniczy?", "a egzamin gdzie w Szczecinie?"],
            "inst:izba-rzemieslnicza-w-szczecinie",
        ),
        (
            ["Kosmetyczka - dyplom mistrzowski", "gdzie zdać egzamin w Poznaniu?"],
            "inst:wielkopolska-izba-rzemieslnicza",
        ),
    ],
)
async def test_the_institution_of_the_region_is_named(chat: Chat, turns: list[str], board: str) -> None:
    for turn in turns:
        said = await chat.user(turn)
    said.expect_cites(board).expect_not("NAWA", "Europass")


async def test_what_else_was_asked_is_told_too(chat: Chat) -> None:
    said = await chat.user("jaki poziom ma kucharz i gdzie zdać egzamin w Kielcach?")
    said.expect("poziom 3").expect_cites("inst:oke-lodz")


async def test_a_market_qualification_is_not_sent_to_a_board_of_schools(chat: Chat) -> None:
    await chat.user("jak długo ważny jest certyfikat z cyberbezpieczeństwa specjalista")
    said = await chat.user("gdzie zdać egzamin w Lublinie?")
    said.expect("nie mówią, w jakich miejscowościach").expect_not("Okręgowa Komisja")


async def test_a_chamber_the_data_do_not_hold_is_not_made_up(chat: Chat) -> None:
    said = await chat.user("gdzie zdać egzamin czeladniczy w Krakowie?")
    said.expect("nie ma instytucji rodzaju „izba rzemieślnicza”", "małopolskie").expect_cites("inst:izby-rzemieslnicze")


async def test_an_institution_is_the_one_named_and_not_that_of_the_turn_before(chat: Chat) -> None:
    await chat.user("Jakie kwalifikacje certyfikuje Izba Rzemieślnicza w Szczecinie?")
    (await chat.user("a gdzie ma siedzibę UDT?")).expect_cites("inst:urzad-dozoru-technicznego")
    (await chat.user("a kto jest w Poznaniu?")).expect_cites("inst:oke-poznan", "inst:wielkopolska-izba-rzemieslnicza")
    (await chat.user("a Syntea co certyfikuje?")).expect_cites("inst:syntea", "zrk:12632", "zrk:12643")
    (await chat.user("a Fundacja VCC?")).expect_cites("inst:fundacja-vcc", "zrk:12632")


async def test_who_certifies_a_qualification_named_in_full_is_told_of_its_record(chat: Chat) -> None:
    question = "Kto może certyfikować kwalifikację „Prowadzenie mediacji sądowych i pozasądowych w sprawach cywilnych”?"
    (await chat.user(question)).expect_cites("zrk:12632").expect("Syntea", "Fundacja VCC")
