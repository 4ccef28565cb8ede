"""Another language asked for in the middle of a talk: the question beside it is answered, a bare request repeats."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.switching import switch_in
from register.vocabulary import Language


@pytest.mark.parametrize(
    ("message", "language", "rest"),
    [
        ("Możesz to napisać po polsku?", Language.PL, ""),
        ("польською будь ласка", Language.PL, ""),
        ("in Polish please", Language.PL, ""),
        ("po angielsku proszę, nie znam polskiego", Language.EN, ""),
        ("а можна українською? скільки це коштує", Language.UK, "скільки це коштує"),
        ("let's switch to English. and who examines?", Language.EN, "and who examines?"),
        ("dobra po polsku, ćwiczę język: ile trwa taki kurs", Language.PL, "ile trwa taki kurs"),
        ("powiedz po polsku ile to trwa", Language.PL, "powiedz ile to trwa"),
    ],
)
def test_the_language_asked_for_and_the_question_beside_it(message: str, language: Language, rest: str) -> None:
    switch = switch_in(message)
    assert switch is not None
    assert (switch.language, switch.rest) == (language, rest)


@pytest.mark.parametrize(
    "message",
    [
        "Czy kurs jest po angielsku?",
        "Do I have to speak Polish?",
        "I don't speak Polish",
        "А українською можна іспит здавати?",
        "ile trwa kurs języka angielskiego",
        "English teacher",
    ],
)
def test_a_language_that_is_asked_about_is_none_asked_for(message: str) -> None:
    assert switch_in(message) is None


async def test_the_question_beside_is_of_the_same_subject(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=None)
    await chat.user("Czym zajmuje się technik logistyk?")
    said = await chat.user("Sorry, English please. How long is it?")
    said.expect("5 years").expect_cites("kzis:333107").expect_language(Language.EN)
    said = await chat.user("А українською можна? Чи є це на KKZ?")
    said.expect("«technik logistyk» можна навчитися").expect_language(Language.UK)


async def test_a_bare_request_brings_the_last_answer_in_that_language(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=None)
    await chat.user("Що таке KKZ?")
    await chat.user("скільки триває")
    said = await chat.user("po polsku proszę")
    said.expect("2-4 semestry").expect_not("Krócej").expect_cites("fact:R038").expect_language(Language.PL)
