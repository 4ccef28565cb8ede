"""Names made more particular than any record are answered as the nearest one, and this is said first."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus


@pytest.mark.parametrize(
    ("message", "name", "nearest"),
    [
        ("jak zostać kucharzem jednorożców?", "kucharz jednorożców", "kucharz"),
        ("technik informatyk kwantowy - ile trwa nauka?", "technik informatyk kwantowy", "technik informatyk"),
        ("kwalifikacja fryzjer smoków - jaki poziom PRK?", "fryzjer smoków", "fryzjer"),
        ("a kucharz kosmiczny?", "kucharz kosmiczny", "kucharz"),
    ],
)
async def test_the_nearest_name_is_told_as_the_nearest(chat: Chat, message: str, name: str, nearest: str) -> None:
    said = await chat.user(message)
    said.expect(f"Nazwy „{name}” nie ma w moich danych; najbliżej jest „{nearest}”.")
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY)


async def test_a_quoted_one_is_not_held(chat: Chat) -> None:
    said = await chat.user("Czy kwalifikacja „kucharz jednorożców” jest w rejestrze?")
    said.expect("nie ma rekordu o nazwie „kucharz jednorożców”").expect_status(AnswerStatus.NO_INFORMATION)


@pytest.mark.parametrize("message", ["mechanik pojazdów samochodowych, co robi?", "kucharz Warszawa ile trwa nauka"])
async def test_the_words_of_the_record_and_places_make_nothing_particular(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect_not("nie ma w moich danych")
