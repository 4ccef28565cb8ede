"""Conversations that go on: what a short message goes back to, and when it leaves what was spoken of."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.offers import ASKING, OFFERED, declined
from assistant.models.embedded.dialogue.reference import ordinals
from assistant.models.embedded.dialogue.replies import step_of
from register.vocabulary import AnswerStatus, Language
from retrieval.analysis import analyse


async def test_a_rule_asked_for_after_a_record_is_told_instead_of_the_record(chat: Chat) -> None:
    await chat.user("co trzeba zdać na technika weterynarii")
    (await chat.user("a jeszcze pytanie: matura ile procent?")).expect("30").expect_cites("fact:R069")


async def test_another_of_a_kind_is_named_with_the_asking_words(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.EN)
    await chat.user("Python programming qualification, what level?")
    (await chat.user("and the java one?")).expect_cites("zrk:MP-2023-587")


async def test_one_of_a_list_is_that_of_the_family_spoken_of(chat: Chat) -> None:
    await chat.user("jakie są kwalifikacje księgowe?")
    await chat.user("na ile lat jest wspomaganie obsługi procesów księgowych?")
    (await chat.user("a zarządzanie?")).expect("3 lata").expect_cites("zrk:MP-2020-296")


async def test_the_two_are_those_spoken_of_last_not_the_first_of_a_list(chat: Chat) -> None:
    await chat.user("Ile jest ważny certyfikat z programowania?")
    await chat.user("miałem na myśli Javę")
    await chat.user("przepraszam, jednak Pythona")
    said = await chat.user("to który z tych dwóch ma wyższy poziom?")
    said.expect_cites("zrk:MP-2024-544", "zrk:MP-2023-587")


async def test_all_three_is_no_third_place(chat: Chat) -> None:
    await chat.user("Waham się: asystentka stomatologiczna, higienistka stomatologiczna czy technik dentystyczny?")
    said = await chat.user("Poziomy PRK poproszę, wszystkich trzech.")
    said.expect_cites("kzis:325101", "kzis:325102", "kzis:321402")


async def test_a_plan_is_made_of_what_was_spoken_of(chat: Chat) -> None:
    await chat.user("chcę zostać florystką")
    (await chat.user("poproszę plan")).expect_tools("make_plan", "career_pathway").expect("floryst", "Krok 1")


async def test_a_doubt_about_a_rule_repeats_the_rule(chat: Chat) -> None:
    await chat.user("jaki poziom PRK ma matura?")
    (await chat.user("na pewno?")).expect_cites("fact:C-matura-prk")


async def test_what_holds_of_the_thing_a_rule_was_asked_about_is_told_of_it(chat: Chat) -> None:
    await chat.user("co robi magazynier-logistyk?")
    await chat.user("co to są uprawnienia UDT?")
    (await chat.user("na ile lat to dają?")).expect("5 albo 10").expect_not("magazynier")


async def test_the_same_body_is_asked_for_of_another_town(chat: Chat) -> None:
    await chat.user("Mieszkam pod Rzeszowem, która OKE jest moja?")
    (await chat.user("a siostra z Kielc?")).expect("Łodzi")


async def test_a_place_asked_for_after_a_board_is_answered_though_no_rule_was_quoted(chat: Chat) -> None:
    await chat.user("KKZ. gdzie w Olsztynie?")
    (await chat.user("Iława może?")).expect("OKE").expect_status(AnswerStatus.ANSWERED)


async def test_what_it_costs_is_asked_of_the_record_spoken_of_not_of_any_course(chat: Chat) -> None:
    await chat.user("Jak długo ważny jest certyfikat z druku 3D?")
    (await chat.user("ile kosztuje?")).expect_status(AnswerStatus.NO_INFORMATION).expect_not("bezpłatny")


@pytest.mark.parametrize("message", ["przerwij, nudne", "stop it please", "досить питань", "eee, starczy mi już"])
def test_a_short_message_with_a_word_to_stop_pauses_the_questionnaire(message: str) -> None:
    assert step_of(message) == ("pause", None)


@pytest.mark.parametrize("message", ["3", "dalej", "raczej nie"])
def test_an_answer_does_not_pause_it(message: str) -> None:
    assert step_of(message) != ("pause", None)


def test_a_no_to_the_questionnaire_leaves_what_is_asked_beside_it() -> None:
    said = "Nie, testu nie chcę. Jaki poziom ma technik logistyk?"
    assert declined(said, Memo(offer=OFFERED)) == "Jaki poziom ma technik logistyk?"
    assert declined(said, Memo()) == said
    assert declined("Jaki poziom ma technik logistyk?", Memo(offer=ASKING)) == "Jaki poziom ma technik logistyk?"
    assert declined("nie", Memo(offer=OFFERED)) == "nie"


@pytest.mark.parametrize(("message", "places"), [("wszystkich trzech", ()), ("ten trzeci", (2,)), ("dwa", (1,))])
def test_how_many_is_not_which(message: str, places: tuple[int, ...]) -> None:
    assert ordinals(analyse(message).words) == places


async def test_the_exam_of_an_occupation_of_schools_is_the_vocational_one(chat: Chat) -> None:
    await chat.user("what qualifications make up technik pojazdów samochodowych?")
    (await chat.user("what's the exam pass mark")).expect("50%", "75%").expect_not("matura")
    (await chat.user("who pays for it")).expect_cites("fact:R020").expect_not("matura")


async def test_a_programmer_is_no_pass_mark(chat: Chat) -> None:
    await chat.user("technik informatyk")
    (await chat.user("a technik programista?")).expect_cites("kzis:351406")


async def test_all_of_a_list_are_asked_about(chat: Chat) -> None:
    await chat.user("kwalifikacje z cyberbezpieczeństwa")
    (await chat.user("poziomy do tego")).expect_cites("zrk:MP-2021-201", "zrk:13870", "zrk:13868")
    (await chat.user("a bezterminowe z nich?")).expect_cites("zrk:MP-2021-201", "zrk:13870")


async def test_a_bare_field_is_asked_of_the_occupation_spoken_of(chat: Chat) -> None:
    await chat.user("technik weterynarii")
    said = await chat.user("i kwalifikacje z kodami")
    said.expect("ROL.11 Prowadzenie chowu").expect_not("Osoba w tym zawodzie")
