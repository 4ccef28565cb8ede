"""What people say they like, in their words and in three languages: records are found by what is done in them."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language


@pytest.mark.parametrize(
    ("language", "message", "wanted", "unwanted"),
    [
        (Language.UK, "люблю готувати", "kucharz", "technik prac biurowych"),
        (Language.UK, "люблю дітей", "opiekunka dziecięca", "jeździec"),
        (Language.UK, "мені подобається малювати", "plastyk", "monter"),
        (Language.EN, "I love singing", "muzyk", "turystyki"),
        (Language.PL, "lubię śpiewać", "muzyk", "kucharz"),
        (Language.PL, "lubię gadać z ludźmi", "opiekun", "gospodarka odpadami"),
    ],
)
async def test_a_liking_finds_what_is_done(
    chat_as: Callable[..., Chat], language: Language, message: str, wanted: str, unwanted: str
) -> None:
    said = await chat_as(language=language).user(message)
    said.expect(wanted).expect_not(unwanted).expect_tools("recommend_qualifications")


async def test_a_second_liking_is_of_its_own(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.EN)
    await chat.user("I love travelling")
    (await chat.user("I love singing")).expect("muzyk").expect_not("turystyki")


async def test_why_is_told_of_what_a_liking_brought(chat: Chat) -> None:
    await chat.user("lubię śpiewać")
    (await chat.user("dlaczego to?")).expect("Zgodność z życzeniem: 86 na 100")


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("technik analityk co robi", "no to moze stewardessa", "stewardessa"),
        ("technik informatyk", "a stewardessa", "stewardessa"),
        ("kto to jest blacharz", "jak zostać czarodziejem?", "czarodziej"),
    ],
)
async def test_a_name_nothing_bears_is_no_question_about_the_last_record(
    chat: Chat, first: str, then: str, name: str
) -> None:
    await chat.user(first)
    said = await chat.user(then)
    said.expect(f"nie ma rekordu o nazwie „{name}”").expect_status(AnswerStatus.NO_INFORMATION)
    said.expect_not("technik analityk", "technik informatyk", "blacharz")


@pytest.mark.parametrize(
    ("language", "message", "first", "unwanted"),
    [
        (Language.PL, "lubię psy", "zrk:324002", "zrk:753702"),
        (Language.EN, "I like dogs", "zrk:324002", "zrk:753702"),
        (Language.UK, "люблю собак", "zrk:324002", "zrk:753702"),
        (Language.PL, "chcę robić gry", "zrk:351406", "zrk:343602"),
        (Language.EN, "I want to make video games", "zrk:351406", "zrk:343602"),
        (Language.PL, "chce cos przy ludziach", "zrk:341202", "zrk:311703"),
        (Language.PL, "sport i siłownia", "zrk:13481", "zrk:315105"),
        (Language.PL, "sztuczna inteligencja", "zrk:351406", "zrk:814209"),
        (Language.PL, "chce jezdzic karetka", "zrk:311919", "zrk:ROL.01"),
        (Language.EN, "i want to work with kids", "zrk:325905", "zrk:343602"),
        (Language.PL, "chciałbym być na dworze", "zrk:314202", "zrk:753105"),
        (Language.UK, "хочу створювати ігри", "zrk:351406", "zrk:343602"),
    ],
)
async def test_an_everyday_word_stands_for_its_field(
    chat_as: Callable[..., Chat], language: Language, message: str, first: str, unwanted: str
) -> None:
    said = await chat_as(Audience.YOUTH, language=language).user(message)
    found = [one.record_id for one in said.answer.recommendations]
    assert found[0] == first
    assert unwanted not in found
    said.expect_not("na 100", "out of 100", "зі 100")


async def test_each_of_several_likings_counts_and_is_told(chat_as: Callable[..., Chat]) -> None:
    said = await chat_as(Audience.YOUTH).user("lubie gotowac, rysowac i grac na kompie")
    said.expect("Odpowiada na: gotowanie", "Odpowiada na: rysowanie i malowanie", "komputery")
    assert [one.title for one in said.answer.recommendations][:2] == ["kucharz", "plastyk"]


@pytest.mark.parametrize(
    ("message", "wanted", "unwanted"),
    [
        ("zwierzęta ale nie weterynarz", "jeździec", "technik weterynarii"),
        ("nie lubię ludzi nie lubię matmy lubię być na dworze", "technik leśnik", "kelner"),
        ("lubię zwierzęta, rolnictwo odpada", "technik weterynarii", "rolnik"),
        ("coś z komputerami, ale nie programowanie", "technik teleinformatyk", "technik programista"),
        ("i like animals but not horses", "technik weterynarii", "jeździec"),
    ],
)
async def test_what_is_not_wanted_is_left_out_and_is_no_wish(
    chat_as: Callable[..., Chat], message: str, wanted: str, unwanted: str
) -> None:
    said = await chat_as(Audience.YOUTH).user(message)
    names = [one.title for one in said.answer.recommendations]
    assert wanted in names
    assert unwanted not in names


async def test_what_is_not_wanted_holds_for_the_next_liking(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(Audience.YOUTH)
    await chat.user("nie chcę pracować na wsi")
    said = await chat.user("lubię zwierzęta")
    assert "rolnik" not in [one.title for one in said.answer.recommendations]
    said.expect("technik weterynarii", "Pomijam to, co głównie na tym polega: praca na roli")


async def test_what_is_liked_after_all_is_left_out_no_more(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(Audience.YOUTH)
    await chat.user("coś z komputerami, ale nie programowanie")
    said = await chat.user("jednak chcę programować")
    said.expect("technik programista").expect_not("Pomijam")


async def test_a_liking_is_told_of_the_occupation_that_the_next_question_is_about(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(Audience.YOUTH)
    await chat.user("cos z robieniem gier")
    (await chat.user("technik programista jakie ma kwalifikacje")).expect("INF.03", "INF.04")


@pytest.mark.parametrize("message", ["naprawiam auta, lubię naprawiać auta", "uwielbiam naprawiać samochody"])
async def test_a_verb_gives_way_to_what_it_is_done_to(chat_as: Callable[..., Chat], message: str) -> None:
    said = await chat_as(Audience.YOUTH).user(message)
    said.expect("lubisz: samochody").expect_not("koszykarz")


async def test_a_rule_about_one_job_stands_beside_what_fits(chat_as: Callable[..., Chat]) -> None:
    said = await chat_as(Audience.YOUTH).user("lubię psy")
    said.expect("technik weterynarii").expect_cites("kzis:324002", "fact:A-groomer").expect_status(
        AnswerStatus.ANSWERED
    )


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("chcę być fryzjerem", "search_occupations"),
        ("ile zarabia się pracując ze zwierzętami", "labour_market"),
        ("czy w ogrodnictwie jest praca", "labour_market"),
        ("jaka szkoła po 8 klasie jak lubię gry", "school_choice"),
    ],
)
async def test_what_asks_otherwise_is_no_liking(chat_as: Callable[..., Chat], message: str, tool: str) -> None:
    (await chat_as(Audience.YOUTH).user(message)).expect_tools(tool)


async def test_a_weakness_is_no_liking_and_them_is_no_meal(chat: Chat) -> None:
    (await chat.user("nie jestem dobry z matmy")).expect_not("to, co lubisz")
    (await chat.user("lubie seriale i chcialbym je tworzyc")).expect_not("gotowanie")


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("kod zawodu: technik archiwista", "kzis:441403"),
        ("syn dostał się na technika spedytora, czym się taki człowiek zajmuje w pracy", "kzis:333108"),
    ],
)
async def test_a_named_occupation_is_asked_about_whatever_words_of_likings_stand_beside(
    chat: Chat, question: str, record: str
) -> None:
    (await chat.user(question)).expect_cites(record).expect_not("to, co lubisz")
