"""A feeling, a fact about oneself, and whether a person like that may: a word on it, never a thing to look for."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.models.embedded.person.feelings import felt_in
from register.vocabulary import AnswerStatus, Language


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("boje sie matury", "matura"),
        ("stresuje mnie egzamin ósmoklasisty", "eighth"),
        ("boję się, że nie zdam egzaminu zawodowego", "exam"),
        ("boję się że sobie nie poradzę w technikum", "coping"),
        ("a jesli wybiore zle?", "wrong"),
        ("mam dosc szkoly", "tired"),
        ("ненавиджу школу", "tired"),
        ("мені сумно бо друзі всі в ліцей а я в технікум", "sad"),
        ("rodzice beda zli", "parents"),
        ("tata mowi ze po branzowce to wstyd", "parents"),
        ("nikt mnie nie rozumie w domu, chca zebym byl lekarzem", "wanted"),
        ("мама хоче щоб я йшла на медсестру а я не хочу", "wanted"),
        ("nie mam siły już szukać", "searching"),
        ("wszyscy wiedzą tylko ja nie", "searching"),
        ("everyone knows what they want except me", "searching"),
        ("втомилася вже шукати", "searching"),
        ("bo kolezanki sie smieja", "mocked"),
        ("I'm embarrassed", "mocked"),
        ("a jestem dziewczyną, to coś zmienia?", "sex"),
        ("mam jedno oko", "told"),
        ("jestem z domu dziecka", "told"),
        ("I grew up in a children's home", "told"),
        ("я вдова", "told"),
        ("mam 16 lat", "under_age"),
    ],
)
def test_what_is_felt_or_told_where_nothing_else_is_said(message: str, kind: str) -> None:
    felt = felt_in(message)
    assert felt is not None
    assert (felt.kind, felt.alone) == (kind, True)


@pytest.mark.parametrize(
    ("message", "kind", "rest"),
    [
        ("boję się matury, a ile trwa technikum?", "matura", "a ile trwa technikum?"),
        ("rodzice chcą żebym szła na medycynę, ja wolę gotować", "wanted", "ja wolę gotować"),
        ("my parents want me to be a doctor but I like cooking", "wanted", "but I like cooking"),
        ("czy kobieta może być spawaczem?", "sex", "czy kobieta może być spawaczem?"),
    ],
)
def test_what_is_asked_or_wished_beside_is_what_is_looked_for(message: str, kind: str, rest: str) -> None:
    felt = felt_in(message)
    assert felt is not None
    assert (felt.kind, felt.rest, felt.alone) == (kind, rest, False)


@pytest.mark.parametrize(
    "message",
    [
        "jestem kucharzem",
        "jestem po technikum",
        "mam maturę",
        "szukam pracy",
        "dom dziecka",
        "lubię psy",
        "nie lubię matmy",
        "mam prawo jazdy",
        "I am a nurse",
        "я кухар",
        "nie wiem co robić",
        "boję się krwi, a chcę na technika weterynarii",
    ],
)
def test_trades_schools_wishes_and_dislikes_are_none_of_it(message: str) -> None:
    assert felt_in(message) is None


async def test_a_feeling_gets_a_warm_word_and_a_rule_that_leads_on(chat: Chat) -> None:
    said = await chat.user("boję się matury")
    said.expect("Strach przed maturą", "30%", "Co wolisz robić").expect_status(AnswerStatus.CLARIFICATION_ASKED)


async def test_a_way_called_a_shame_is_answered_by_where_it_leads(chat: Chat) -> None:
    said = await chat.user("tata mówi, że po branżówce to wstyd")
    said.expect("trudno wybierać", "nie zamyka drogi dalej").expect_not("116 111").expect_cites(
        "fact:C-branzowa-a-studia"
    )


async def test_a_fact_about_oneself_changes_no_wish(chat: Chat) -> None:
    first = await chat.user("lubię gotować, co polecasz?")
    (await chat.user("wychowałem się w domu dziecka")).expect("Niczego to nie zmienia").expect_not("opiekunka")
    again = await chat.user("pokaż jeszcze raz co polecasz")
    assert [one.record_id for one in again.answer.recommendations] == [
        one.record_id for one in first.answer.recommendations
    ]


async def test_whoever_tells_of_being_under_18_is_ranked_anew(chat: Chat) -> None:
    (await chat.user("lubię gotować, co polecasz?")).expect("kucharz")
    (await chat.user("mam 16 lat")).expect("wezmę ten wiek pod uwagę", "kucharz").expect_tools(
        "recommend_qualifications"
    )


async def test_whether_somebody_may_is_said_before_the_way(chat: Chat) -> None:
    (await chat.user("chłopak na fryzjera to dziwne?")).expect("Płeć nie ma tu znaczenia", "514101")
    (await chat.user("serio chciałbym ale się wstydzę")).expect("nie ma się czego wstydzić").expect_not("514101")


@pytest.mark.parametrize(
    ("message", "language", "word"),
    [
        ("чи може дівчина бути електриком?", Language.UK, "Стать тут не має значення"),
        ("is it weird for a guy to be a hairdresser?", Language.EN, "Gender does not matter here"),
    ],
)
async def test_the_same_in_other_languages(
    chat_as: Callable[..., Chat], message: str, language: Language, word: str
) -> None:
    (await chat_as(language=language).user(message)).expect(word).expect_status(AnswerStatus.ANSWERED)


async def test_being_with_child_is_no_danger(chat: Chat) -> None:
    (await chat.user("jestem w ciąży")).expect("Dziękuję").expect_not("116 111")


async def test_a_loss_told_beside_a_wish_is_part_of_a_life(chat: Chat) -> None:
    (await chat.user("żona zmarła w zeszłym roku, lubię piec ciasta, co polecasz?")).expect("cukiernik").expect_not(
        "116"
    )
