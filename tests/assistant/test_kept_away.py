"""What one keeps away from is no wish, in a transcript and by itself."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.person.dislikes import without_dislikes
from register.vocabulary import AnswerStatus


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("nie lubię gotować, co dla mnie?", ", co dla mnie?"),
        ("nie znoszę krwi ale chcę pomagać chorym", "ale chcę pomagać chorym"),
        ("mam dość pracy na kasie, lubię kwiaty", ", lubię kwiaty"),
        ("I hate computers, what else?", "I , what else?"),
        ("I don’t like cooking but I love plants", "I but I love plants"),
        ("не люблю готувати, але люблю квіти", ", але люблю квіти"),
        ("lubię gotować i piec", "lubię gotować i piec"),
    ],
)
def test_the_words_kept_away_from_are_blanked_out(text: str, left: str) -> None:
    blanked = without_dislikes(text)
    assert " ".join(blanked.split()) == left
    assert len(blanked) == len(text)


@pytest.mark.parametrize(
    "message",
    ["nie lubię gotować, co dla mnie?", "I hate computers, what could suit me?", "I don't like cooking, what else?"],
)
async def test_a_dislike_alone_is_asked_back(chat: Chat, message: str) -> None:
    said = await chat.user(message)
    said.expect_status(AnswerStatus.CLARIFICATION_ASKED).expect_not("kucharz", "informatyk")


async def test_the_liking_beside_it_is_looked_for_alone(chat: Chat) -> None:
    said = await chat.user("mam dość pracy jako kasjerka, lubię kwiaty, co dla mnie?")
    said.expect("florysta").expect_not("sprzedawca")


@pytest.mark.parametrize("message", ["interesuje mnie kosmos i czarne dziury", "interesuje mnie filozofia starożytna"])
async def test_a_liking_no_record_speaks_of_is_asked_back_about(chat: Chat, message: str) -> None:
    said = await chat.user(message)
    said.expect("Żaden opis w moich danych").expect_status(AnswerStatus.CLARIFICATION_ASKED)
    said.expect_not("nie ma rekordu o nazwie", "To normalne")


async def test_recommendations_stand_in_the_order_of_their_scores(chat: Chat) -> None:
    said = await chat.user("lubię majsterkować w drewnie")
    scores = [one.score for one in said.answer.recommendations]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2


async def test_nothing_is_recommended_by_a_code_without_a_name(chat: Chat) -> None:
    said = await chat.user("lubię majsterkować w drewnie")
    assert not any(one.title == one.record_id.removeprefix("zrk:") for one in said.answer.recommendations)
