"""Messages in Ukrainian and English as people type them: words of speech, places, papers from abroad, schools."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.language import detect
from assistant.models.embedded.asked.school_types import school_types
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.words.colloquial import standard
from assistant.models.embedded.words.places import region_of
from register.vocabulary import Audience, Language
from retrieval.analysis import analyse


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("шо таке квалiфiкацiя", "що таке кваліфікація"),
        ("сколько учиться на повара", "скільки вчитися на кухаря"),
        ("яка зп у зварника", "яка зарплата у зварника"),
        ("скільки получає електрик?", "скільки заробляє електрик?"),
        ("які екзамени і бумаги", "які іспити і документи"),
        ("technician of nutrition - what is it", "nutrition technician - what is it"),
        ("technician in Poland", "technician in Poland"),
        ("ile trwa technikum", "ile trwa technikum"),
    ],
)
def test_everyday_words_are_read_as_they_are_written(typed: str, read: str) -> None:
    assert standard(typed) == read


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("у Любліні", "lubelskie"),
        ("в Гливіцах", "śląskie"),
        ("у Зеленій Гурі", "lubuskie"),
        ("в Ополі", "opolskie"),
        ("у Сілезькому воєводстві", "śląskie"),
        ("w Oświęcimiu", "małopolskie"),
        ("tych dwóch", ""),
        ("зелений", ""),
        ("тихий", ""),
    ],
)
def test_towns_in_every_case_and_words_that_only_begin_like_one(place: str, region: str) -> None:
    assert region_of(analyse(place).words) == region


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("welder", Language.EN),
        ("photographer", Language.EN),
        ("bricklayer", Language.EN),
        ("fryzier", Language.PL),
        ("barista", Language.PL),
        ("monterr", Language.PL),
    ],
)
def test_one_word_tells_a_language_only_where_it_is_known(word: str, language: Language) -> None:
    assert detect(word, None) is language


@pytest.mark.parametrize(
    "message",
    [
        "technikum czy liceum, co lepsze?",
        "я у 8 класі, не знаю що краще, technikum чи liceum",
        "привіт, мені 15, я живу в Познані. що краще технікум чи ліцей?",
        "what's better, technikum or liceum?",
    ],
)
async def test_types_of_school_are_told_apart_by_the_rule(chat_as: Callable[..., Chat], message: str) -> None:
    (await chat_as(audience=Audience.YOUTH).user(message)).expect_cites("fact:C-typy-szkol")


async def test_one_thing_asked_of_types_of_school_is_answered_alone(chat: Chat) -> None:
    (await chat.user("Ile lat trwa technikum a ile branżowa?")).expect("5 lat").expect_not("liceum")


@pytest.mark.parametrize(
    "message",
    [
        "mechanik motocyklowy - technikum czy branzowka?",
        "на кухаря краще технікум чи галузева школа",
        "cook - technikum or vocational school?",
    ],
)
def test_which_school_teaches_an_occupation_is_asked_of_it(message: str) -> None:
    assert school_types(message, Memo()) is None


async def test_a_place_after_an_occupation_asks_where_one_learns_it(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as()
    await chat.user("що робить кухар?")
    (await chat.user("Чи є курси у Лодзі?")).expect_cites("kzis:512001", "fact:A-lista-kursow")
    (await chat.user("чи можна вчитися у Гданську?")).expect("галузева школа")


async def test_a_place_after_a_course_is_no_price(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as()
    await chat.user("Що таке KKZ?")
    (await chat.user("а в Любліні є?")).expect_cites("fact:A-lista-kursow").expect_not("безкоштовний")


@pytest.mark.parametrize(
    "message",
    [
        "хочу бути перукаркою. чи можна на курсі, якщо мені 17",
        "mam 17 lat, mogę na kurs fryzjera?",
        "im 16, can i do a course to be a hairdresser",
    ],
)
async def test_a_course_asked_about_under_18_is_one_that_adults_join(
    chat_as: Callable[..., Chat], message: str
) -> None:
    (await chat_as(audience=Audience.YOUTH).user(message)).expect_cites("kzis:514101", "fact:R031")


@pytest.mark.parametrize(
    "message",
    ["а польську треба знати?", "Чи треба знати польську, щоб вчитися в технікумі?", "a polski trzeba znać?"],
)
async def test_how_well_a_language_must_be_known_is_not_held(chat_as: Callable[..., Chat], message: str) -> None:
    said = await chat_as().user(message)
    assert not said.answer.citations


async def test_papers_from_abroad_are_told_apart_and_asked_on(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(audience=Audience.COUNSELLOR)
    said = await chat.user("I support refugees. Which institution recognises school certificates from abroad?")
    said.expect_cites("fact:R117")
    (await chat.user("And university diplomas?")).expect("NAWA")


@pytest.mark.parametrize(
    "message",
    [
        "Я працювала перукаркою у Львові. Яку кваліфікацію треба мати, щоб бути fryzjer у Польщі?",
        "Which qualification do I need to be a hairdresser in Poland?",
    ],
)
async def test_the_qualification_for_an_occupation_here_is_no_paper_from_abroad(
    chat_as: Callable[..., Chat], message: str
) -> None:
    (await chat_as().user(message)).expect("FRK.01")


async def test_an_occupation_wished_for_in_ukrainian_is_no_liking(chat_as: Callable[..., Chat]) -> None:
    said = await chat_as().user("хочу стати електриком")
    said.expect("elektryk").expect_not("ви любите")


async def test_how_many_are_on_the_national_list(chat_as: Callable[..., Chat]) -> None:
    (await chat_as().user("how many occupations are on the 2026 national list?")).expect_cites("labour:men-2026")


async def test_recognition_is_no_right_to_work(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as()
    await chat.user("I have a B.Tech from India. Who in Poland tells me what it is worth?")
    said = await chat.user("Is that the same as being allowed to work in a regulated profession?")
    said.expect_cites("fact:R120")


async def test_a_supplement_is_no_paper_to_be_recognised(chat_as: Callable[..., Chat]) -> None:
    said = await chat_as().user(
        "Does the Europass supplement give her a right to recognition of her diploma in Germany?"
    )
    said.expect_cites("fact:R121")


async def test_a_public_centre_is_asked_about_for_a_course(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as()
    await chat.user("мені 32, хочу на курс KKZ на перукаря. моя освіта має значення?")
    (await chat.user("у державному закладі це безкоштовно?")).expect_cites("fact:R037")


async def test_a_technician_of_welding_is_no_permission(chat_as: Callable[..., Chat]) -> None:
    (await chat_as().user("технік зварювання (technik spawalnictwa), які там іспити?")).expect("MEC.10")


async def test_a_corrected_name_is_asked_about_the_same_way(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(audience=Audience.YOUTH)
    await chat.user("what do I need to be a cook in poland")
    (await chat.user("sorry i meant confectioner, the cake guy")).expect("SPC.01")


async def test_a_greeting_before_a_life_is_not_all_of_it(chat_as: Callable[..., Chat]) -> None:
    said = await chat_as().user("Доброго дня, я з України, в мене двоє дітей і я шукаю роботу в Кракові. що порадите?")
    said.expect("до душі")
