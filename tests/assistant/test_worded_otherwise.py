"""Questions put in words that no example has, and short ones that go back to what was said, as transcripts."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent
from register.vocabulary import AnswerStatus
from retrieval.analysis import analyse

PARTLY, NOTHING = AnswerStatus.ANSWERED_PARTIALLY, AnswerStatus.NO_INFORMATION


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("czy po trenerze personalnym zarobię więcej", Intent.PAY),
        ("What salary does a mechatronics fitter get?", Intent.PAY),
        ("Jaka jest opłata za walidację?", Intent.PRICE),
        ("Is the automation technician in shortage?", Intent.JOBS),
        ("For how many years is that paper good?", Intent.VALIDITY),
        ("Чи є строк дії в сертифіката?", Intent.VALIDITY),
    ],
)
def test_a_word_of_an_attribute_tells_what_is_asked(question: str, asked: Intent) -> None:
    assert asked in dict(attributes_in(analyse(question).words))


async def test_pay_is_not_made_up_however_it_is_asked(chat: Chat) -> None:
    said = await chat.user("czy po trenerze personalnym z rejestru zarobię więcej")
    said.expect("nie podaje").expect_status(NOTHING, PARTLY)


async def test_slang_about_pay_is_of_the_field(chat: Chat) -> None:
    (await chat.user("ile wyciąga spawacz")).expect("nie podaje").expect_status(NOTHING, PARTLY)


async def test_pay_of_a_thing_outside_the_register_is_no_reason_to_answer_what_is_far_off(chat: Chat) -> None:
    (await chat.user("Jaka jest dziś pogoda w Krakowie?")).expect_status(AnswerStatus.OUT_OF_SCOPE)


async def test_which_of_two_spoken_of_one_after_the_other(chat: Chat) -> None:
    await chat.user("kim jest technik hodowca koni")
    await chat.user("a ten jeździec to co innego?")
    (await chat.user("który ma wyższy poziom")).expect("hodowca koni", "jeździec").expect_cites("kzis:314203")


async def test_what_two_have_in_common_and_how_many_each_has(chat: Chat) -> None:
    await chat.user("Proszę porównać technika logistyka i technika spedytora.")
    (await chat.user("Liczba kwalifikacji w każdym?")).expect("SPL.05", "SPL.04")
    (await chat.user("Czy mają jakąś wspólną?")).expect_cites("kzis:333107", "kzis:333108")


async def test_what_only_came_near_does_not_push_away_what_was_spoken_of(chat: Chat) -> None:
    await chat.user("Which school trains occupational therapists (terapeuta zajęciowy)?")
    (await chat.user("And is there a qualification in dragon taming?")).expect("“dragon taming”").expect_not("taking")
    (await chat.user("How long is that school?")).expect_cites("kzis:325907")


async def test_a_situation_without_a_name_is_told_the_rule_that_comes_nearest(chat: Chat) -> None:
    said = await chat.user("8 lat w harcerstwie, prowadziłam obozy. Da się z tego zrobić kwalifikację?")
    said.expect("harcerstwa").expect_cites("fact:C-wolontariat")


async def test_a_name_that_does_not_exist_is_told_so_without_a_rule_beside_it(chat: Chat) -> None:
    said = await chat.user("Czy mogę jeszcze zrobić kwalifikację Tresura smoków?")
    said.expect_status(NOTHING).expect("nie ma rekordu").expect_not("najbliżej jest ta zasada")


@pytest.mark.parametrize(
    "question",
    [
        "Kiedy rusza najbliższy kurs KKZ na opiekuna w DPS w Rzeszowie?",
        "Jaki numer telefonu ma OKE w Łodzi?",
        "Jakie jest najlepsze technikum informatyczne?",
    ],
)
async def test_what_no_record_holds_is_said_with_where_to_ask(chat: Chat, question: str) -> None:
    said = await chat.user(question)
    said.expect("Moje dane nie podają").expect_status(NOTHING, PARTLY)


async def test_two_facts_asked_in_one_breath(chat: Chat) -> None:
    said = await chat.user("Jaki poziom i jaką ważność ma Programowanie w języku Java?")
    said.expect("poziom", "bezterminowo").expect_cites("zrk:MP-2023-587")


async def test_three_are_put_beside_each_other(chat: Chat) -> None:
    said = await chat.user("elektryk, elektronik, mechatronik - czym to sie rozni")
    said.expect_cites("kzis:741103", "kzis:742117", "kzis:742118")
    (await chat.user("który z tych trzech ma najwyższy poziom?")).expect("elektryk", "mechatronik", "4")


async def test_a_question_that_asks_for_a_notion_is_not_about_the_words_beside_it(chat: Chat) -> None:
    await chat.user("Interesuje mnie kwalifikacja z mediacji cywilnych. Kto ją nadaje?")
    (await chat.user("Zostawmy to. Co to jest PRK?")).expect_cites("fact:C-prk")


async def test_what_comes_after_a_rule_is_no_question_for_reasons(chat: Chat) -> None:
    await chat.user("ile trwa technikum?")
    (await chat.user("a co po nim?")).expect("technikum").expect_status(AnswerStatus.ANSWERED)


async def test_where_it_comes_from_is_no_thanks(chat: Chat) -> None:
    await chat.user("co to jest INF.03")
    (await chat.user("skąd te informacje?")).expect("źródłach").expect_cites("zrk:INF.03")


async def test_a_masked_name_is_not_searched_for(chat: Chat) -> None:
    said = await chat.user("Jestem Romką, chcę pracować przy opiece nad starszymi osobami. Jaka kwalifikacja?")
    said.expect_not("imię i nazwisko")


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("czy na kkz przyjma mnie bez matury", "fact:R031"),
        ("co to wogule jest ten PRK i ile ma tych leveli", "fact:C-prk"),
        ("If I start a KKZ this autumn, roughly how many semesters am I in for?", "fact:R038"),
        ("Przygotowuję lekcję o poziomach PRK. Ile ich jest?", "fact:C-prk"),
    ],
)
async def test_a_notion_of_the_system_is_no_record_to_look_for(chat: Chat, question: str, rule: str) -> None:
    (await chat.user(question)).expect_status(AnswerStatus.ANSWERED).expect_cites(rule)


async def test_one_fact_asked_of_two_things_is_told_of_both(chat: Chat) -> None:
    said = await chat.user("opiekun medyczny a opiekun osoby starszej – jaki poziom?")
    said.expect("„opiekun medyczny” ma poziom 5", "„opiekun osoby starszej” ma poziom 4")


async def test_each_of_several_is_told_by_its_name(chat: Chat) -> None:
    said = await chat.user("ile trwa nauka: fryzjer, kucharz, kelner?")
    said.expect("„fryzjer” to zawód", "„kucharz” to zawód", "„kelner” to zawód")


async def test_a_name_with_commas_and_joints_stays_one_thing(chat: Chat) -> None:
    said = await chat.user("jaki poziom ma technik grafiki i poligrafii cyfrowej?")
    said.expect("„technik grafiki i poligrafii cyfrowej” ma poziom 4").expect_cites("zrk:311943")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Kto wydaje certyfikat zaklinacza deszczu?", "zaklinacza deszczu"),
        ("ile trwa kurs na jednorożca", "jednorożec"),
    ],
)
async def test_a_name_that_nothing_speaks_of_is_not_answered_by_a_rule(chat: Chat, question: str, name: str) -> None:
    (await chat.user(question)).expect(f"nie ma rekordu o nazwie „{name}”").expect_status(NOTHING)


async def test_a_certificate_of_the_system_is_no_strange_name(chat: Chat) -> None:
    (await chat.user("kto wydaje certyfikat ukończenia kursu?")).expect_status(AnswerStatus.ANSWERED)


@pytest.mark.parametrize(
    ("question", "levels"),
    [
        (
            "technik elektryk a elektryk – jaki poziom PRK?",
            ("„technik elektryk” ma poziom 4", "„elektryk” ma poziom 3"),
        ),
        ("technik informatyk czy programista, jaki poziom?", ("„technik informatyk” ma", "„technik programista” ma")),
        ("HGT.02 i HGT.12 - który poziom?", ("„HGT.02 Przygotowanie", "„HGT.12 Organizacja")),
    ],
)
async def test_names_within_names_and_codes_are_told_apart(chat: Chat, question: str, levels: tuple[str, str]) -> None:
    (await chat.user(question)).expect(*levels)


async def test_a_rule_that_names_the_code_is_told_beside_the_record(chat: Chat) -> None:
    said = await chat.user("czy na kurs TDR.02 potrzebne jest prawo jazdy")
    said.expect("kategorii C").expect_cites("zrk:TDR.02", "fact:R033")


async def test_the_forecast_of_a_named_occupation_is_a_figure(chat: Chat) -> None:
    said = await chat.user("Co o zawodzie dekarza mówi ministerialna prognoza na ten rok szkolny?")
    said.expect("szczególne zapotrzebowanie").expect_cites("labour:men-2026-712101")
