"""Which thing a follow-up is about: one of a list by half a word of its name, what is corrected, what was named."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.models.embedded.words.places import region_of
from assistant.models.embedded.words.plain import corrected
from register.vocabulary import AnswerStatus, Language
from retrieval.analysis import analyse

SUPPORTING, MANAGING = "zrk:MP-2020-294", "zrk:MP-2020-296"


@pytest.mark.parametrize(
    ("question", "chosen"),
    [
        ("opowiedz o tej ze wspomaganiem", SUPPORTING),
        ("na ile lat jest to wspomaganie?", SUPPORTING),
        ("a zarządzanie na ile lat?", MANAGING),
    ],
)
async def test_a_word_of_its_name_chooses_from_a_list(chat: Chat, question: str, chosen: str) -> None:
    await chat.user("szukam kwalifikacji księgowych")
    (await chat.user(question)).expect_cites(chosen).expect_status(AnswerStatus.ANSWERED)


async def test_half_a_word_of_its_name_chooses_from_a_list_which_stays_to_be_chosen_from(chat: Chat) -> None:
    await chat.user("Jakie są kwalifikacje związane z odzieżą i szyciem?")
    (await chat.user("Ta na miarę dla kobiet – powie Pan coś więcej?")).expect("Wytwarzanie odzieży miarowej damskiej")
    (await chat.user("Poziom i ważność?")).expect("miarowej", "poziom 3")


async def test_what_is_said_of_one_is_looked_for_where_the_table_has_no_such_thing(chat: Chat) -> None:
    await chat.user("prowadzenie narciarskich zajęć pozatrasowych")
    (await chat.user("ten wingfoil jaki poziom?")).expect("Prowadzenie zajęć z wingfoila", "poziom 3")
    (await chat.user("a kite? trener")).expect("kiteboardingu", "poziom 4")


async def test_an_everyday_word_chooses_from_a_list(chat: Chat) -> None:
    await chat.user("Jakie są zawody związane z drewnem?")
    (await chat.user("ten od mebli gdzie się uczyć")).expect_cites("kzis:752205").expect_not("tartaczn")


async def test_words_that_narrow_a_list_count_with_what_it_was_of(chat: Chat) -> None:
    await chat.user("mechanik")
    (await chat.user("ten od samochodów")).expect("„mechanik pojazdów samochodowych” to zawód")
    (await chat.user("co robi na co dzień")).expect("Zadania w zawodzie „mechanik pojazdów samochodowych”")


async def test_one_word_answers_which_is_meant(chat: Chat) -> None:
    await chat.user("mechanik")
    (await chat.user("co robi na co dzień")).expect_status(AnswerStatus.CLARIFICATION_ASKED)
    (await chat.user("precyzyjny")).expect("Zadania w zawodzie „mechanik precyzyjny”")


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("pomyłka, cukiernika nie kucharza", "cukiernika"),
        ("nie nie, zle napisalem. chodzilo o kelnera", "kelnera"),
        ("nie, chodziło mi o prawo, nie o pracę", "prawo, nie o pracę"),
    ],
)
def test_what_a_message_corrects_to(message: str, left: str) -> None:
    assert corrected(message) == left


async def test_a_correction_that_asks_nothing_is_about_the_thing_it_names(chat: Chat) -> None:
    await chat.user("co to jest technik fotografii?")
    (await chat.user("nie, chodziło mi o fotografa po branżowej")).expect("„fotograf” to zawód")
    (await chat.user("jaki poziom")).expect("„fotograf” ma poziom 3")


async def test_an_occupation_meant_in_english_is_not_its_qualification(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.EN)
    await chat.user("what do I need to be a cook in poland")
    (await chat.user("sorry i meant confectioner, the cake guy")).expect_cites("kzis:751201")
    (await chat.user("how long is that school")).expect("3 years")
    (await chat.user("and after it?")).expect("stage II")


async def test_nobody_is_asked_which_occupation_after_one_was_named_in_full(chat: Chat) -> None:
    await chat.user("Interesuje mnie zawód fryzjera.")
    (await chat.user("Jaką kwalifikację się zdaje?")).expect("FRK.01").expect_not("O którą z nich chodzi")


async def test_such_a_one_is_of_those_spoken_of(chat: Chat) -> None:
    await chat.user("czym się różni fryzjer i technik usług fryzjerskich?")
    (await chat.user("ile taki technik zarabia?")).expect("„technik usług fryzjerskich”")
    (await chat.user("a kto wydaje ten dokument po egzaminie?")).expect("okręgowa komisja egzaminacyjna")


async def test_a_name_no_record_bears_is_kept_for_the_next_question(chat: Chat) -> None:
    await chat.user("ile zarabia spawacz")
    (await chat.user("a jak nim zostać")).expect("Uprawnienia spawacza")


async def test_the_forecast_is_told_of_each_of_those_compared(chat: Chat) -> None:
    await chat.user("elektryk, elektronik, mechatronik - czym to sie rozni?")
    said = await chat.user("a który z nich jest w tej prognozie zapotrzebowania na 2026")
    said.expect("Zawód „elektryk” jest", "Zawodu „elektronik” nie ma", "Zawód „mechatronik” jest")


async def test_what_to_compare_may_be_named_right_after_the_asking_word(chat: Chat) -> None:
    (await chat.user("porównaj kucharz i technik żywienia")).expect("„kucharz” to zawód", "technik żywienia i usług")
    (await chat.user("który krócej")).expect("3 lata", "5 lat").expect_not("Krócej i prościej")


async def test_more_of_what_is_liked_is_no_correction_of_a_profile(chat: Chat) -> None:
    first = await chat.user("lubię rysować")
    second = await chat.user("nie tylko to")
    shown = [{citation.record_id for citation in said.answer.citations} for said in (first, second)]
    assert shown[1]
    assert not shown[0] & shown[1]


async def test_something_short_is_told_of_each_of_a_list(chat: Chat) -> None:
    await chat.user("lubię zwierzęta")
    (await chat.user("coś krótkiego")).expect("3 lata", "5 lat").expect_not("O którą z nich chodzi")


def test_these_are_no_town() -> None:
    assert not region_of(analyse("który z tych trzech").words)
    assert region_of(analyse("szkoły w Tychach").words) == "śląskie"
