"""First messages as they come: what one was is no wish, several things are asked of at once, a fact of one record."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language


@pytest.mark.parametrize(
    ("language", "message", "wanted", "unwanted"),
    [
        (Language.PL, "jestem byłym magazynierem, chcę do IT", "technik informatyk", "magazynier"),
        (Language.PL, "byłam kelnerką, teraz chcę pracować w IT", "technik informatyk", "kelner"),
        (Language.PL, "20 lat w biurze, chcę czegoś z rękami", "stolarz", "technik archiwista"),
        (Language.PL, "pracuję w biurze, chcę coś z roślinami", "technik ogrodnik", "technik archiwista"),
        (Language.EN, "I worked in an office for 15 years, I want something with plants", "OGR.03", "archiwista"),
        (Language.UK, "працювала в офісі 10 років, хочу щось з рослинами", "OGR.03", "archiwista"),
    ],
)
async def test_what_one_was_is_no_wish(
    chat_as: Callable[..., Chat], language: Language, message: str, wanted: str, unwanted: str
) -> None:
    (await chat_as(language=language).user(message)).expect(wanted).expect_not(unwanted)


@pytest.mark.parametrize(
    ("message", "wanted", "unwanted"),
    [
        ("lubię klocki lego", "technik robotyk", "koszykarz"),
        ("kręci mnie jazda na rowerze", "rowerów", "jeździec"),
        ("masaż mnie interesuje, jaki zawód dla mnie", "tylko niewidomi i słabowidzący", "technik farmaceutyczny"),
        ("lubię psy", "technik weterynarii", "na kursach wymagane"),
    ],
)
async def test_a_liking_is_answered_by_what_has_to_do_with_it(
    chat_as: Callable[..., Chat], message: str, wanted: str, unwanted: str
) -> None:
    (await chat_as(audience=Audience.YOUTH).user(message)).expect(wanted).expect_not(unwanted)


@pytest.mark.parametrize(
    ("message", "cited"),
    [
        ("chcę być maszynistą pociągu", "fact:REG-maszynista-licencja"),
        ("Co trzeba zrobić, żeby szacować nieruchomości zawodowo?", "fact:REG-rzeczoznawca-majatkowy"),
        ("suplement europass zastąpi mi dyplom w niemczech?", "fact:R121"),
        ("Jaka kara grozi trenerce personalnej bez certyfikatu ZSK, skoro jest obowiązkowy?", "fact:C-trener"),
        ("uprawnienia СЕП як отримати", "fact:REG-sep"),
        ("Ile zawodów trafiło na krajową listę prognozy 2026?", "labour:men-2026"),
        ("jestem po 8 latach przerwy, wcześniej księgowość. co mi polecisz?", "fact:C-powrot-na-rynek"),
    ],
)
async def test_a_rule_is_found_whatever_else_is_said(chat: Chat, message: str, cited: str) -> None:
    (await chat.user(message)).expect_cites(cited)


@pytest.mark.parametrize(
    ("message", "cited", "told"),
    [
        ("kto wydaje certyfikat z mediacji w sprawach cywilnych", "zrk:12632", "Syntea"),
        ("U kogo mogę zrobić certyfikat z mediacji cywilnych?", "zrk:12632", "Syntea"),
        ("Poradnictwo obywatelskie (13860): kto jest instytucją certyfikującą?", "zrk:13860", "Związek Biur Porad"),
        ("Trening personalny (13481), jaki to poziom PRK?", "zrk:13481", "poziom 4"),
        ("na ile lat jest certyfikat z montażu stolarki budowlanej", "zrk:12464", "10 lat"),
        ("żeby zostać kucharzem to technikum czy wystarczy branżówka", "kzis:512001", "branżowa szkoła I stopnia"),
        ("na technika farmaceutycznego do technikum czy do policealnej?", "kzis:321301", "szkoła policealna"),
    ],
)
async def test_a_fact_of_one_record_is_told_of_it(chat: Chat, message: str, cited: str, told: str) -> None:
    (await chat.user(message)).expect_cites(cited).expect(told)


@pytest.mark.parametrize(
    ("message", "cited"),
    [
        ("OKE dla Gdańska, Łodzi i Wrocławia", ("inst:oke-gdansk", "inst:oke-lodz", "inst:oke-wroclaw")),
        ("która OKE jest dla Krakowa, a która dla Gdańska?", ("inst:oke-krakow", "inst:oke-gdansk")),
        ("technik mechatronik czy elektryk, na co jest większe zapotrzebowanie", ("kzis:311410", "kzis:741103")),
        ("ile zarabia stolarz a ile murarz", ("kzis:752205", "kzis:711204")),
    ],
)
async def test_what_is_asked_of_several_is_told_of_each(chat: Chat, message: str, cited: tuple[str, ...]) -> None:
    (await chat.user(message)).expect_cites(*cited).expect_not("młodocian")


async def test_the_second_question_names_what_the_first_is_about(chat: Chat) -> None:
    said = await chat.user("ile się uczy i ile zarabia technik masażysta")
    said.expect("Nauka w szkole policealnej trwa 2 lata", "nie podaję żadnej kwoty").expect_not("nie mam w źródłach")


@pytest.mark.parametrize(
    ("message", "listed", "unlisted"),
    [
        ("jakie są dyplomy mistrzowskie w rejestrze", "Krawiec - dyplom mistrzowski", "czeladnicze"),
        ("jakie świadectwa czeladnicze można zdobyć", "Stolarz meblowy", "dyplom mistrzowski"),
        ("kwalifikacje z IT na poziomie 5", "INF.03", "Kosmetyczka"),
        ("jakie znasz kwalifikacje sektorowe?", "etykiety", "od 1 stycznia 2024"),
    ],
)
async def test_lists_are_of_what_is_asked(chat: Chat, message: str, listed: str, unlisted: str) -> None:
    said = await chat.user(message)
    said.expect(listed).expect_not(unlisted).expect_status(AnswerStatus.ANSWERED)


async def test_a_level_of_crafts_is_no_list(chat: Chat) -> None:
    (await chat.user("jaki poziom mają dyplomy mistrzowskie?")).expect_cites("fact:R067")
