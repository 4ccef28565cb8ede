"""Follow-ups: what no record tells is said to be untold, nothing is said twice, a new name takes over, a pair stays."""

from collections.abc import Callable

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus, Audience, Language

UNTOLD = (AnswerStatus.NO_INFORMATION, AnswerStatus.CLARIFICATION_ASKED)


@pytest.mark.parametrize(
    ("occupation", "question"),
    [
        ("górnik", "a czy kopalnie nie zamkna"),
        ("piekarz", "a emerytura"),
    ],
)
async def test_what_a_record_does_not_tell_is_no_card_of_it(chat: Chat, occupation: str, question: str) -> None:
    await chat.user(occupation)
    said = await chat.user(question)
    said.expect_status(*UNTOLD).expect("Zapytaj na przykład").expect_not("klasyfikacja zawodów")


@pytest.mark.parametrize(
    ("occupation", "question", "untold"),
    [
        ("cukiernik co robi", "o ktorej trzeba wstawac do pracy", "nie podają godzin pracy"),
        ("stolarz", "a potem swoj biznes", "jak założyć firmę"),
    ],
)
async def test_what_no_data_hold_is_told_so_without_a_card(
    chat: Chat, occupation: str, question: str, untold: str
) -> None:
    await chat.user(occupation)
    (await chat.user(question)).expect(untold).expect_not("klasyfikacja zawodów")


@pytest.mark.parametrize(
    ("language", "occupation", "question", "untold"),
    [
        (Language.EN, "florist", "can I bring my dog there?", "no answer to that"),
        (Language.UK, "кухар", "а далеко туди їхати?", "відповіді на це немає"),
    ],
)
async def test_what_is_untold_is_said_in_the_language_of_the_turn(
    chat_as: Callable[..., Chat], language: Language, occupation: str, question: str, untold: str
) -> None:
    chat = chat_as(language=language)
    await chat.user(occupation)
    (await chat.user(question)).expect_status(*UNTOLD).expect(untold)


async def test_a_feeling_about_an_occupation_brings_no_card_and_never_the_same_words(chat: Chat) -> None:
    await chat.user("fryzjer")
    first = await chat.user("serio chcialbym ale sie wstydze")
    second = await chat.user("bo kolezanki sie smieja")
    assert len({first.answer.text, second.answer.text}) == 2
    second.expect_not("klasyfikacja zawodów")


async def test_whoever_does_not_know_three_times_is_asked_otherwise_and_may_still_say_yes(chat: Chat) -> None:
    said = [(await chat.user(message)).answer.text for message in ("nie wiem co chce robic", "nwm", "no nie wiem")]
    assert len(set(said)) == 3
    (await chat.user("tak")).expect("kwestionariusz").expect_tools("assess_interests")


async def test_a_rule_is_not_quoted_again_for_what_it_does_not_say(chat: Chat) -> None:
    await chat.user("ile trwa technikum")
    (await chat.user("a moj pies?")).expect_not("Technikum trwa 5 lat")


async def test_a_rule_that_answers_the_next_question_too_says_that_it_did(chat: Chat) -> None:
    await chat.user("ile trwa technikum")
    (await chat.user("a branzowa?")).expect("poprzednia odpowiedź", "3 lata").expect_cites("fact:R046")


async def test_what_is_asked_for_again_is_said_again(chat: Chat) -> None:
    first = await chat.user("ile trwa technikum")
    assert (await chat.user("jeszcze raz, ile trwa technikum")).answer.text == first.answer.text


@pytest.mark.parametrize(
    ("before", "message", "record"),
    [
        ("technik leśnik", "boje sie kleszczy xd to moze ogrodnik", "kzis:611303"),
        ("електрик", "тоді краще кухар", "kzis:512001"),
    ],
)
async def test_a_new_name_takes_over_and_is_asked_on(chat: Chat, before: str, message: str, record: str) -> None:
    await chat.user(before)
    (await chat.user(message)).expect_cites(record)
    (await chat.user("ile to trwa?")).expect_cites(record)


async def test_a_word_no_reader_is_sure_of_is_looked_for(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.UK)
    await chat.user("щось з тваринами")
    (await chat.user("кінь")).expect_cites("kzis:314203")


async def test_a_name_no_record_bears_is_told_so(chat: Chat) -> None:
    await chat.user("technik mechanik lotniczy")
    (await chat.user("a stewardessa")).expect_status(AnswerStatus.NO_INFORMATION).expect("„stewardessa”")


async def test_what_is_liked_as_well_is_added_to_the_liking(chat: Chat) -> None:
    await chat.user("lubię rysować")
    (await chat.user("a na komputerze też")).expect("grafiki")


@pytest.mark.parametrize("question", ["a matura?", "a po tym studia?", "i co potem", "czy po tym moge zdac mature"])
async def test_what_comes_after_an_occupation_is_told_by_its_school(chat: Chat, question: str) -> None:
    await chat.user("kelner")
    (await chat.user(question)).expect_cites("kzis:513101", "fact:C-branzowa-a-studia")


async def test_a_type_of_school_alone_asks_whether_it_teaches_the_occupation(chat: Chat) -> None:
    await chat.user("fotograf")
    (await chat.user("technikum czy branzowa")).expect_cites("kzis:343101").expect("branżowa szkoła I stopnia")


async def test_so_many_years_not_wished_for_bring_those_of_the_occupation(chat: Chat) -> None:
    await chat.user("ślusarz")
    (await chat.user("nie chce sie uczyc 5 lat")).expect("trwa 3 lata")


async def test_a_school_that_is_named_is_asked_about_itself(chat: Chat) -> None:
    await chat.user("cukiernik")
    (await chat.user("ile lat technikum")).expect("Technikum trwa 5 lat").expect_cites("fact:R046")


async def test_of_a_list_nobody_chose_from_each_is_told_or_one_is_asked_for(chat: Chat) -> None:
    await chat.user("zwierzęta")
    (await chat.user("ile trwa?")).expect_cites("kzis:324002", "kzis:613003")
    (await chat.user("a jak tam jest")).expect_status(AnswerStatus.CLARIFICATION_ASKED).expect("technik weterynarii")


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("roznica miedzy technikiem pojazdow a mechanikiem", ("kzis:311513", "kzis:723103")),
        ("zastanawiam sie miedzy technikiem hotelarstwa a technikiem logistykiem", ("kzis:422402", "kzis:333107")),
        ("technik pojazdów samochodowych czy mechanik pojazdów samochodowych", ("kzis:311513", "kzis:723103")),
    ],
)
async def test_a_pair_named_in_part_or_inflected_is_compared_and_kept(
    chat: Chat, question: str, records: tuple[str, str]
) -> None:
    (await chat.user(question)).expect_cites(*records).expect("Różnice")
    (await chat.user("co dluzej")).expect_cites(*records).expect("trwa")
    (await chat.user("a który bez matury?")).expect_cites(*records)


async def test_pay_of_a_pair_is_not_held_and_the_pair_stays(chat: Chat) -> None:
    await chat.user("kucharz vs technik żywienia")
    (await chat.user("który lepiej płatny")).expect_cites("fact:A-zarobki").expect_not("Różnice")
    (await chat.user("który krótszy")).expect_cites("kzis:512001", "kzis:343404")


async def test_of_three_names_the_one_no_record_bears_is_told_so(chat: Chat) -> None:
    said = await chat.user("elektryk, technik elektryk, spawacz")
    said.expect_cites("kzis:741103", "kzis:311303").expect("„spawacz”")


async def test_whether_it_is_hard_is_no_wish_for_fewer_words(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(audience=Audience.YOUTH)
    await chat.user("INF.04")
    (await chat.user("trudne to?")).expect("nie mówią, co jest trudne").expect_not("Krócej i prościej")


async def test_two_occupations_told_of_in_turn_are_compared_by_what_is_asked(chat: Chat) -> None:
    await chat.user("technik usług fryzjerskich")
    await chat.user("a fryzjer")
    (await chat.user("co ma dłuższą naukę")).expect_cites("kzis:514105", "kzis:514101").expect("trwa")


async def test_a_name_beside_a_wish_for_more_is_that_told_of(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(language=Language.UK)
    await chat.user("люблю малювати одяг і шити. що порадиш")
    (await chat.user("technik stylista, розкажи більше")).expect_cites("kzis:311946")


async def test_another_of_the_same_trade_that_no_record_has_is_not_the_last_one(chat: Chat) -> None:
    await chat.user("ratownik medyczny")
    (await chat.user("a ratownik wodny")).expect_status(AnswerStatus.NO_INFORMATION).expect("„ratownik wodny”")
