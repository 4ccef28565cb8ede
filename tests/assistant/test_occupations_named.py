"""An occupation that is named as one is told of; another wish with the word stays a wish."""

import pytest
from conversation_script import Chat


@pytest.mark.parametrize(
    ("message", "record_id"),
    [
        ("Interesuje mnie zawód kucharza", "kzis:512001"),
        ("myślę o zawodzie elektryka", "kzis:741103"),
        ("rozważam zawód technika weterynarii", "kzis:324002"),
        ("zawód: fryzjer", "kzis:514101"),
    ],
)
async def test_an_occupation_that_is_named_is_told_of(chat: Chat, message: str, record_id: str) -> None:
    said = await chat.user(message)
    said.expect("to zawód")
    said.expect_cites(record_id)
    assert not said.answer.recommendations


async def test_a_liking_with_the_word_is_still_a_liking(chat: Chat) -> None:
    said = await chat.user("chciałabym mieć zawód przy zwierzętach")
    assert said.answer.recommendations
