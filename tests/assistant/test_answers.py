"""What people ask, and what a good counsellor would say from the records."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language

ANSWERED = AnswerStatus.ANSWERED
NO_INFORMATION = AnswerStatus.NO_INFORMATION


@pytest.mark.parametrize(
    "question",
    [
        "Jak zostać technikiem programistą?",
        "jak zostac technikiem programista",
        "Jak zostać techniczką programistką?",
        "How do I become a programming technician?",
        "Як стати техніком-програмістом?",
    ],
)
async def test_the_way_to_an_occupation_in_every_spelling_gender_and_language(chat: Chat, question: str) -> None:
    said = await chat.user(question)
    said.expect_status(ANSWERED)
    said.expect("technik programista", "351406", "INF.03", "INF.04", "okręgowa komisja egzaminacyjna", "5 ")
    said.expect_cites("kzis:351406", "zrk:INF.03", "zrk:INF.04")
    said.expect_tools("search_occupations", "get_qualification")
    assert all(citation.url.startswith("https://") for citation in said.answer.citations)


async def test_a_computed_level_is_called_probable(chat: Chat) -> None:
    said = await chat.user("Co to jest INF.03?")
    said.expect_status(ANSWERED).expect("Tworzenie i administrowanie stronami", "prawdopodobnie 5")
    said.expect_cites("zrk:INF.03").expect_tools("get_qualification")


@pytest.mark.parametrize("code", ["INF 04", "inf04", "INF.04.", "co to inf.04"])
async def test_a_code_is_read_in_any_spelling(chat: Chat, code: str) -> None:
    (await chat.user(code)).expect("Projektowanie, programowanie i testowanie aplikacji").expect_cites("zrk:INF.04")


async def test_an_unknown_certifying_body_is_said_to_be_unknown(chat: Chat) -> None:
    said = await chat.user("Kto wydaje certyfikat z druku 3D?")
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY).expect_cites("zrk:MP-2018-1220")
    said.expect("nie wymieniają instytucji certyfikującej")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Jaka jest różnica między kursem a kwalifikacją?", "fact:C-kurs-a-kwalifikacja"),
        ("czym sie rozni kurs od kwalifikacji", "fact:C-kurs-a-kwalifikacja"),
        ("co to jest PRK", "fact:C-prk"),
        ("What is a vocational qualification course?", "fact:C-kkz"),
        ("Ile trwa technikum?", "fact:R046"),
        ("kurs na wózki widłowe", "fact:REG-udt"),
        ("Czy stylizacja paznokci jest w rejestrze?", "fact:A-paznokcie"),
    ],
)
async def test_rules_of_the_system_are_quoted_with_their_source(chat: Chat, question: str, fact: str) -> None:
    (await chat.user(question)).expect_cites(fact).expect_tools("explain_system")


async def test_a_voluntary_certificate_is_called_voluntary(chat: Chat) -> None:
    said = await chat.user("Czy muszę mieć certyfikat, żeby być trenerem personalnym?")
    said.expect_status(ANSWERED).expect("nie jest", "Prowadzenie procesu treningu personalnego")
    said.expect_cites("zrk:13481")


async def test_papers_of_other_laws_are_not_mistaken_for_certificates_of_the_system(chat: Chat) -> None:
    said = await chat.user("czy muszę mieć uprawnienia SEP żeby być elektrykiem")
    said.expect("nie jest to certyfikat")


@pytest.mark.parametrize(
    ("question", "denial"),
    [
        ("Ile zarabia fryzjer?", "nie podaję żadnej kwoty"),
        ("Ile zarabia fryzjerka?", "nie podaję żadnej kwoty"),
        ("How much does a hairdresser earn?", "I give no amount"),
        ("Скільки заробляє перукар?", "суми для неї не подаю"),
    ],
)
async def test_pay_of_an_occupation_is_not_guessed_and_general_figures_say_what_they_are(
    chat: Chat, question: str, denial: str
) -> None:
    said = await chat.user(question)
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY).expect(denial, "2024", "GUS, Rozkład wynagrodzeń")
    said.expect_cites("fact:A-zarobki", "labour:pay-gus-2024-10-median").expect_tools("labour_market")


async def test_figures_that_contradict_each_other_stand_side_by_side(chat: Chat) -> None:
    said = await chat.user("ile zarabia pracownik pomocniczy gastronomii")
    said.expect("7 799,23", "mniej niż 6000", "Źródła podają różne wartości", "sprawdź tablicę GUS")
    said.expect_cites("labour:pay-ses-2024-9-mean-panorama", "labour:pay-ses-2024-9-mean-bi")


async def test_demand_is_told_from_the_forecast_with_its_limits(chat: Chat) -> None:
    said = await chat.user("czy jest zapotrzebowanie na dekarzy?")
    said.expect("szczególne zapotrzebowanie", "2026", "nie z Monitora Polskiego")
    said.expect_cites("labour:men-2026-712101")


async def test_not_being_on_the_list_is_not_taken_for_no_work(chat: Chat) -> None:
    said = await chat.user("czy jest praca dla opiekuna osoby starszej")
    said.expect("nie ma na krajowej liście prognozy na 2026 rok", "nie znaczy, że nie ma w nim pracy", "luty 2025")
    said.expect("od tego czasu mogły się zmienić")


@pytest.mark.parametrize("place", ["w województwie małopolskim", "w Małopolsce"])
async def test_the_voivodeship_of_a_question_is_looked_for(chat: Chat, place: str) -> None:
    said = await chat.user(f"ile zarabia fryzjer {place}")
    said.expect("Nie mam osobnych danych dla tego województwa (małopolskie)")


async def test_graduates_pay_comes_from_their_records(chat: Chat) -> None:
    said = await chat.user("ile zarabiają absolwenci studiów magisterskich")
    said.expect("6 002,27", "wszystkie kierunki razem").expect_cites("labour:ela-2023-2-pay")


async def test_prices_are_not_guessed(chat: Chat) -> None:
    said = await chat.user("Ile kosztuje egzamin na trenera personalnego?")
    said.expect_status(NO_INFORMATION).expect_cites("fact:A-ceny-egzaminow").expect_not(" zł")


@pytest.mark.parametrize("question", ["certyfikowany tester materacy", "Jak zostać testerem materacy?"])
async def test_what_does_not_exist_is_not_invented(chat: Chat, question: str) -> None:
    said = await chat.user(question)
    said.expect_status(NO_INFORMATION).expect("nie ma").expect_not("to kwalifikacja")


async def test_an_unknown_code_is_named_and_not_explained(chat: Chat) -> None:
    said = await chat.user("Co to jest INF.99?")
    said.expect_status(NO_INFORMATION).expect("INF.99", "nie ma w moich danych")
    assert not said.answer.citations


async def test_a_code_without_a_known_name_gets_no_name(chat: Chat) -> None:
    (await chat.user("Co to jest AUD.06?")).expect("nazwy nie ma w moich źródłach")


async def test_a_withdrawn_occupation_is_called_withdrawn(chat: Chat) -> None:
    (await chat.user("jak zostać wędliniarzem")).expect("wycofany").expect_cites("kzis:751107")


async def test_an_examination_board_is_found_by_voivodeship(chat: Chat) -> None:
    (await chat.user("Która OKE jest w województwie śląskim?")).expect("Jaworzno").expect_cites("inst:oke-jaworzno")


async def test_two_occupations_are_put_side_by_side(chat: Chat) -> None:
    said = await chat.user("porównaj technik informatyk i technik programista")
    said.expect_cites("kzis:351203", "kzis:351406").expect("Różnice", "INF.03")


async def test_words_without_a_question_bring_a_list(chat: Chat) -> None:
    said = await chat.user("praca ze zwierzętami bez matury")
    said.expect_cites("kzis:324002").expect_not("- matura")


async def test_an_ambiguous_word_brings_the_choices(chat: Chat) -> None:
    (await chat.user("mechanik")).expect("technik mechanik", "mechanik pojazdów")


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("hej", AnswerStatus.SMALL_TALK),
        ("dziękuję", AnswerStatus.SMALL_TALK),
        ("czy jesteś człowiekiem?", AnswerStatus.SMALL_TALK),
        ("jaka jest dziś pogoda?", AnswerStatus.OUT_OF_SCOPE),
        ("nie wiem co chcę robić w życiu", AnswerStatus.CLARIFICATION_ASKED),
        ("ile to trwa?", AnswerStatus.CLARIFICATION_ASKED),
    ],
)
async def test_talk_that_is_not_a_question_of_the_register(chat: Chat, message: str, status: AnswerStatus) -> None:
    (await chat.user(message)).expect_status(status)


async def test_it_says_that_it_is_a_machine(chat: Chat) -> None:
    (await chat.user("czy jesteś człowiekiem?")).expect("automatyczna", "nie człowiek")


async def test_a_counsellor_gets_the_notice_and_the_certainty_and_a_young_person_does_not(chat_as) -> None:
    question = "Co to jest Programowanie i obsługiwanie procesu druku 3D?"
    (await chat_as(Audience.COUNSELLOR).user(question)).expect("M.P. 2018 poz. 1220", "Pewność danych")
    young = await chat_as(Audience.YOUTH).user(question)
    young.expect_not("M.P. 2018", "Pewność danych").expect_cites("zrk:MP-2018-1220")


@pytest.mark.parametrize(("language", "words"), [(Language.EN, "occupation"), (Language.UK, "профес")])
async def test_the_language_asked_for_is_spoken(chat_as, language: Language, words: str) -> None:
    said = await chat_as(language=language).user("technik programista")
    said.expect_language(language).expect(words, "351406")
