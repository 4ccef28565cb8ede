"""Things named in one breath are looked for one by one; what no record bears is said to be missing."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.models.embedded.person.contrast import own_wish
from assistant.models.embedded.words.colloquial import standard
from register.vocabulary import AnswerStatus, Audience, Language


async def test_each_is_looked_for_among_what_was_listed_and_places_point_to_the_two(
    chat_as: Callable[..., Chat],
) -> None:
    chat = chat_as(audience=Audience.YOUTH)
    await chat.user("lubie grzebac przy autach")
    (await chat.user("mechanik czy lakiernik")).expect("mechanik pojazdów samochodowych", "lakiernik samochodowy")
    (await chat.user("ten drugi ile trwa")).expect("Zawodu „lakiernik samochodowy” uczy")
    (await chat.user("a pierwszy?")).expect("Zawodu „mechanik pojazdów samochodowych” uczy")


async def test_a_word_that_fits_several_is_the_one_akin_to_the_other(chat: Chat) -> None:
    said = await chat.user("mechanik czy lakiernik")
    said.expect("mechanik pojazdów samochodowych", "lakiernik samochodowy").expect_not("wycofany")


@pytest.mark.parametrize(
    ("language", "message", "missing", "held"),
    [
        (Language.PL, "kucharz czy tatuator", "nie ma rekordu o nazwie „tatuator”", "kucharz"),
        (Language.PL, "czym się różni fryzjer od tatuatora", "nie ma rekordu o nazwie „tatuator”", "fryzjer"),
        (Language.UK, "кухар чи бариста", "Запису під назвою «бариста» у моїх даних немає", "kucharz"),
        (Language.EN, "cook or barista, which is better", "do not have a record named “barista”", "kucharz"),
    ],
)
async def test_the_missing_one_is_named_and_the_other_told(
    chat_as: Callable[..., Chat], language: Language, message: str, missing: str, held: str
) -> None:
    said = await chat_as(language=language).user(message)
    said.expect(missing, held).expect_status(AnswerStatus.ANSWERED_PARTIALLY)


async def test_a_permission_called_so_is_told_beside_the_occupation(chat: Chat) -> None:
    (await chat.user("spawacz czy ślusarz co lepsze")).expect("Uprawnienia spawacza", "ślusarz” to zawód")


async def test_names_of_no_record_are_not_glued_to_one(chat: Chat) -> None:
    said = await chat.user("stewardesa czy pilot")
    said.expect("o nazwie „stewardesa”", "o nazwie „pilot”").expect_status(AnswerStatus.NO_INFORMATION)


@pytest.mark.parametrize("message", ["technikum czy liceum", "dziennie czy zaocznie"])
async def test_schools_and_ways_of_learning_are_no_missing_names(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect_not("nie ma rekordu o nazwie")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("tech logistyk czy tech org turystyki", "technik logistyk czy technik organizacji turystyki"),
        ("ide do tech", "ide do technikum"),
        ("lubie robic zdj", "lubie robic zdjęcia"),
        ("firma high-tech", "firma high-tech"),
    ],
)
def test_shortenings_are_written_out(said: str, read: str) -> None:
    assert standard(said, Language.PL) == read
    assert standard("something in tech", Language.EN) == "something in tech"


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("wszystkie koleżanki idą na fryzjerkę, a ja wolę coś technicznego", "ja wolę coś technicznego"),
        ("my friends all become cooks but I want something with cars", "I want something with cars"),
        ("усі подруги йдуть на перукаря, а я хочу щось творче", "я хочу щось творче"),
        ("brat idzie na mechanika, a ja też chcę", "brat idzie na mechanika, a ja też chcę"),
        ("lubię gotować, a mama mówi, że to trudne", "lubię gotować, a mama mówi, że to trudne"),
    ],
)
def test_what_others_do_is_no_wish(said: str, own: str) -> None:
    assert own_wish(said) == own
