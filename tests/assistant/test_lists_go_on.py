"""Lists by school, by field and by category, what narrows them, and how many there are."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (Language.PL, "jakie zawody są w branżowej szkole I stopnia?"),
        (Language.UK, "які професії можна отримати в branżowa szkoła I stopnia для учня з України?"),
        (Language.EN, "which occupations are taught at a first-stage vocational school"),
    ],
)
async def test_what_a_type_of_school_teaches_is_listed(
    chat_as: Callable[..., Chat], language: Language, message: str
) -> None:
    (await chat_as(None, language).user(message)).expect_cites("kzis:751201", "kzis:712101").expect("95")


async def test_another_type_and_the_number_are_asked_in_a_few_words(chat: Chat) -> None:
    await chat.user("jakie są zawody w branżówce")
    (await chat.user("a w policealnej?")).expect("szkoła policealna", "35").expect_cites("kzis:532102")
    (await chat.user("ile ich jest")).expect("jest w moich danych 35").expect_not("opiekun medyczny")


async def test_how_long_a_school_lasts_is_no_list(chat: Chat) -> None:
    (await chat.user("ile trwa branżowa szkoła I stopnia")).expect("3 lata").expect_not("betoniarz")


async def test_a_third_narrowing_keeps_the_first_two(chat: Chat) -> None:
    await chat.user("Wypisz kwalifikacje na poziomie 4 PRK")
    await chat.user("które z nich są rynkowe")
    said = await chat.user("a z obszaru turystyki")
    said.expect_cites("zrk:12615").expect("poziom 4 PRK").expect_not("HGT.07")
    (await chat.user("ile ich razem jest?")).expect("kategoria: wolnorynkowa):").expect_not("Pilotowanie")


async def test_a_category_is_kept_with_a_field(chat: Chat) -> None:
    said = await chat.user("Jakie kwalifikacje wolnorynkowe polecić maturzyście zainteresowanemu florystyką?")
    said.expect("nie ma takiej kwalifikacji", "wolnorynkowa").expect_not("technik ")
    said.expect_status(AnswerStatus.NO_INFORMATION)


async def test_a_level_is_no_liking(chat: Chat) -> None:
    """«5» is read as «pięć», which without its tail is an oven."""
    said = await chat.user("jakie kwalifikacje wolnorynkowe są na poziomie 5")
    said.expect("poziom 5 PRK").expect_not("cukiernik")


async def test_what_was_listed_for_a_liking_is_counted(chat: Chat) -> None:
    listed = await chat.user("lubię zwierzęta")
    (await chat.user("ile ich jest")).expect("Na ostatniej liście").expect_not("technik weterynarii")
    listed.expect("technik weterynarii")


@pytest.mark.parametrize(
    ("language", "message", "taught", "elsewhere"),
    [
        (Language.PL, "jest branżówka coś ze zwierzętami?", "jeździec", "technik weterynarii"),
        (Language.UK, "щось із тваринами в технікумі", "technik weterynarii", "jeździec"),
        (Language.EN, "something with animals in a technical school", "technik weterynarii", "jeździec"),
    ],
)
async def test_a_type_of_school_keeps_what_suits_a_liking(
    chat_as: Callable[..., Chat], language: Language, message: str, taught: str, elsewhere: str
) -> None:
    said = await chat_as(Audience.COUNSELLOR, language).user(message)
    said.expect(taught).expect_not(elsewhere)
