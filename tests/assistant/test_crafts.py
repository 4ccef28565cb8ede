"""A journeyman's certificate or a master craftsman's diploma is told of from its own record."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.asked.crafts import craft_asked, paper_of
from assistant.models.embedded.dialogue.memo import Memo
from register.vocabulary import AnswerStatus

JOURNEYMAN, MASTER = "świadectwo czeladnicze", "dyplom mistrzowski"
BAKER = Memo(focus=("zrk:13859",), names=("zrk:13859|Piekarz - dyplom mistrzowski",))
HAIRDRESSER = Memo(focus=("kzis:514101",), names=("kzis:514101|fryzjer",))


@pytest.mark.parametrize(
    ("question", "memo", "paper", "trade"),
    [
        ("stolarz meblowy czeladnik jaki poziom?", Memo(), JOURNEYMAN, ""),
        ("master craftsman diploma baker: what level?", Memo(), MASTER, ""),
        ("який рівень має диплом майстра пекаря?", Memo(), MASTER, ""),
        ("a cukiernika?", BAKER, MASTER, ""),
        ("a egzamin czeladniczy?", HAIRDRESSER, JOURNEYMAN, "fryzjer"),
    ],
)
def test_the_paper_is_read_or_carried_from_the_turn_before(question: str, memo: Memo, paper: str, trade: str) -> None:
    asked = craft_asked(question, memo)
    assert asked is not None
    assert (asked.paper, asked.trade) == (paper, trade)


@pytest.mark.parametrize(
    ("question", "memo"), [("a cukiernika?", HAIRDRESSER), ("ile ważny?", BAKER), ("jaki poziom ma kucharz?", BAKER)]
)
def test_no_paper_is_heard_where_none_is_meant(question: str, memo: Memo) -> None:
    assert craft_asked(question, memo) is None


def test_the_paper_stands_behind_the_name_of_the_trade() -> None:
    assert paper_of("Krawiec - dyplom mistrzowski") == MASTER
    assert paper_of("dyplom mistrzowski") == paper_of("technik elektryk") == ""


async def test_another_trade_is_asked_of_the_same_paper(chat: Chat) -> None:
    (await chat.user("jaki poziom ma dyplom mistrzowski piekarza?")).expect_cites("zrk:13859").expect("poziom 5")
    (await chat.user("a cukiernika?")).expect_cites("zrk:12624").expect("poziom 5").expect_not("poziom 3")


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("a stolarz meblowy czeladnik jaki poziom?", "zrk:MP-2018-1078"),
        ("jaki poziom ma dyplom mistrzowski fotografa?", "zrk:MP-2018-1274"),
        ("master craftsman diploma baker: what level?", "zrk:13859"),
        ("який рівень має диплом майстра пекаря?", "zrk:13859"),
    ],
)
async def test_the_level_is_that_of_the_paper(chat: Chat, question: str, record: str) -> None:
    (await chat.user(question)).expect_cites(record)


async def test_who_awards_it_is_the_chamber_of_crafts(chat: Chat) -> None:
    await chat.user("krawiec dyplom mistrzowski")
    (await chat.user("a kto go wydaje?")).expect("wydaje izba rzemieślnicza").expect_not("ministra", "okręgowa")
    (await chat.user("a fotografa?")).expect("izba rzemieślnicza").expect_not("okręgowa komisja")


async def test_a_rule_about_the_exam_leaves_the_record_for_the_next_questions(chat: Chat) -> None:
    said = await chat.user("Czy mogę zdać egzamin czeladniczy na kosmetyczkę bez polskiej szkoły?")
    said.expect_cites("fact:C-egzamin-czeladniczy-kto", "zrk:12621")
    (await chat.user("jaki ma poziom to świadectwo?")).expect_cites("zrk:12621").expect("poziom 4")
    (await chat.user("czy traci ważność?")).expect_cites("zrk:12621").expect("bezterminowo")


async def test_a_trade_without_such_a_record_is_said_to_have_none(chat: Chat) -> None:
    said = await chat.user("dyplom mistrzowski murarza jaki poziom?")
    said.expect("nie ma rekordu „dyplom mistrzowski” dla: „murarza”", "izba rzemieślnicza")
    said.expect_not("poziom 3").expect_status(AnswerStatus.ANSWERED_PARTIALLY)


@pytest.mark.parametrize(
    "question", ["jaki poziom ma świadectwo czeladnicze?", "Słyszałem, że od 2026 czeladnik daje poziom 6 PRK, prawda?"]
)
async def test_papers_of_a_kind_that_differ_are_told_one_by_one(chat: Chat, question: str) -> None:
    (await chat.user(question)).expect_cites("zrk:12621", "zrk:MP-2018-1078").expect("poziom 4", "poziom 3")


async def test_a_rule_about_the_paper_alone_tells_of_all_of_them(chat: Chat) -> None:
    (await chat.user("jaki poziom PRK ma dyplom mistrzowski?")).expect_cites("fact:R067")


async def test_two_papers_named_with_their_trades_are_compared(chat: Chat) -> None:
    said = await chat.user("Porównaj cukiernik - dyplom mistrzowski i piekarz - dyplom mistrzowski")
    said.expect_cites("zrk:12624", "zrk:13859").expect_not("poziom 3")
    (await chat.user("ile ważna jest ta druga?")).expect_cites("zrk:13859").expect("bezterminowo")


async def test_who_may_take_it_and_its_price_are_the_chambers(chat: Chat) -> None:
    (await chat.user("ile kosztuje egzamin czeladniczy")).expect("nie podają", "izbę rzemieślniczą")
    await chat.user("jaki poziom ma dyplom mistrzowski piekarza")
    (await chat.user("kto może do niego podejść")).expect("nie podają", "izbę rzemieślniczą")
    (await chat.user("a ile to kosztuje")).expect("egzamin czeladniczy albo mistrzowski")


async def test_the_chamber_of_a_place_is_named_after_a_craft(chat: Chat) -> None:
    await chat.user("mam czeladnika fryzjera, 8 lat salon, chcę mistrza, co potrzebne")
    (await chat.user("kto wydaje w Poznaniu")).expect_cites("inst:wielkopolska-izba-rzemieslnicza")
