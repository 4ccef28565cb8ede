"""Questions put in words that no example has, and short ones that go back to what was said, as transcripts."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.attributes import attributes_in
from assistant.models.embedded.intents import Intent
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
    await chat.user("And is there a qualification in dragon taming?")
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
