"""Questions whose likeliest reading is not the one that answers: rules behind advice, names of no record, figures."""

from conversation_script import Chat

from assistant.models.embedded.reading.settled import settled
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from register.vocabulary import AnswerStatus

PARTLY, NOTHING = AnswerStatus.ANSWERED_PARTIALLY, AnswerStatus.NO_INFORMATION


def test_a_question_about_rules_is_none_about_interests() -> None:
    asked = Wish(Intent.INTERESTS, 0.9, question="teoria na egzaminie zawodowym, ile jest pytań?")
    assert settled(asked).intent is Intent.SYSTEM


def test_a_wish_for_a_school_stays_one() -> None:
    asked = Wish(Intent.SCHOOL_CHOICE, 0.9, subject="srebro", question="chcę robić biżuterię, jaka szkoła?")
    assert settled(asked) is asked


def test_what_was_pointed_at_is_not_settled_again() -> None:
    asked = Wish(Intent.INTERESTS, 0.9, targets=("zrk:INF.03",), question="ile jest pytań na egzaminie zawodowym?")
    assert settled(asked) is asked


async def test_who_has_a_part_is_told_all_parts(chat: Chat) -> None:
    (await chat.user("mam INF.03, czego mi brakuje do technika programisty")).expect("INF.03", "INF.04")


async def test_a_quoted_name_of_no_record_is_said_to_be_none(chat: Chat) -> None:
    said = await chat.user("Jaki poziom ma kwalifikacja „Zaklinanie smoków bojowych”?")
    said.expect("nie ma rekordu", "Zaklinanie smoków bojowych").expect_status(NOTHING)


async def test_a_technician_of_no_record_is_said_to_be_none(chat: Chat) -> None:
    (await chat.user("technik influencer, jakie egzaminy trzeba zdać")).expect("nie ma rekordu").expect_status(NOTHING)


async def test_a_price_asked_of_a_record_is_said_not_to_be_held(chat: Chat) -> None:
    said = await chat.user("How much is the exam for the personal training qualification?")
    said.expect_status(NOTHING, PARTLY)
