"""The profile, consent, «why not that one» and the questionnaire, all by plain words, in three languages."""

from collections.abc import Callable

import pytest
from conversation_script import Chat, folded

from assistant.models.embedded.calls import Call
from assistant.models.embedded.dialogue.correcting import correction
from assistant.models.embedded.dialogue.replies import choices_of, consents, step_of
from register.vocabulary import AnswerStatus, Language


async def test_the_profile_is_filled_confirmed_mended_and_kept_by_words(chat: Chat) -> None:
    noted = await chat.user("zapisz w profilu że umiem spawać rury")
    noted.expect("umiem spawać rury", "Podaj numer").expect_status(AnswerStatus.CLARIFICATION_ASKED)
    assert noted.answer.text.count("?") == 1, "one thing at a time: what it means, then whether to keep it"
    asked = await chat.user("żadne")
    asked.expect("Czy te notatki można zachować")
    assert asked.answer.suggestions == ("tak, zapamiętaj", "nie")
    (await chat.user("nie")).expect_tools("keep_profile").expect("tylko w tej rozmowie")
    (await chat.user("popraw wpis 1 na umiem spawać blachy")).expect("umiem spawać blachy").expect_not("rury")
    (await chat.user("pokaż mój profil")).expect("Wpis 1, umiejętności: „umiem spawać blachy”")
    (await chat.user("usuń z profilu wpis 1")).expect_tools("correct_profile").expect("Usunięte")
    (await chat.user("pokaż mój profil")).expect("pusty")


async def test_which_entry_is_asked_where_several_could_be_meant(chat: Chat) -> None:
    for skill in ("gotować zupy", "prowadzić samochód"):
        await chat.user(f"zapisz w profilu że umiem {skill}")
        await chat.user("żadne")
    said = await chat.user("popraw profil: umiem piec chleb")
    said.expect("Wpis 1", "Wpis 2", "Którego wpisu").expect_status(AnswerStatus.CLARIFICATION_ASKED)


@pytest.mark.parametrize(
    ("language", "note", "yes", "kept"),
    [
        (Language.EN, "note in my profile that I like the sea", "yes, remember", "will be kept"),
        (Language.UK, "запиши в профіль що люблю море", "так, запам'ятай", "буде збережено"),
    ],
)
async def test_consent_is_given_in_the_language_of_the_talk(
    chat_as: Callable[..., Chat], language: Language, note: str, yes: str, kept: str
) -> None:
    chat = chat_as(None, language)
    (await chat.user(note)).expect_status(AnswerStatus.CLARIFICATION_ASKED)
    (await chat.user(yes)).expect_tools("keep_profile").expect(kept)


async def test_why_not_that_one_is_answered_for_a_record_nobody_spoke_of(chat: Chat) -> None:
    await chat.user("poleć mi kwalifikacje programowanie stron internetowych")
    said = await chat.user("dlaczego nie fryzjer?")
    said.expect_tools("explain_recommendation").expect("usług fryzjerskich", "Nie widać związku z życzeniem")
    said.expect_cites("zrk:FRK.01")


@pytest.mark.parametrize(
    ("language", "words", "second"),
    [
        (
            Language.PL,
            ("pełny kwestionariusz", "pomiń to pytanie", "cofnij się", "przerwijmy", "kontynuuj"),
            "2 z 48",
        ),
        (Language.EN, ("full questionnaire", "skip this one", "go back", "let's take a break", "continue"), "2 of 48"),
        (Language.UK, ("повне опитування", "пропусти це", "повернися", "зробимо перерву", "продовжимо"), "2 з 48"),
    ],
)
async def test_the_full_questionnaire_by_words(
    chat_as: Callable[..., Chat], language: Language, words: tuple[str, ...], second: str
) -> None:
    start, skip, back, pause, resume = words
    chat = chat_as(None, language)
    begun = await chat.user(start)
    begun.expect("48")
    assert begun.answer.suggestions == ("1", "2", "3", "4", "5")
    (await chat.user(skip)).expect(second)
    assert second not in folded((await chat.user(back)).answer.text)
    (await chat.user("5")).expect(second)
    await chat.user(pause)
    (await chat.user(resume)).expect(second)


async def test_a_place_in_a_list_is_understood_in_ukrainian(chat: Chat) -> None:
    listed = await chat.user("які є кваліфікації для кухаря")
    first = listed.answer.citations[0]
    (await chat.user("розкажи про перший")).expect_cites(first.record_id).expect_language(Language.UK)


@pytest.mark.parametrize(
    ("message", "entries", "meant"),
    [
        ("usuń wpis 2", ("skills", "goals"), {"action": "delete", "entry": 2}),
        ("popraw wpis 1 na umiem piec", ("skills",), {"action": "change", "entry": 1, "text": "umiem piec"}),
        ("popraw profil: chcę własny salon", ("skills", "goals"), {"action": "change", "entry": 2}),
        ("confirm entry 1", ("skills",), {"action": "confirm", "entry": 1}),
        ("видали запис 1", ("skills",), {"action": "delete", "entry": 1}),
        ("usuń wpis 9", ("skills", "goals"), None),
        ("popraw profil", (), None),
    ],
)
def test_a_correction_names_its_entry_or_shows_the_profile(
    message: str, entries: tuple[str, ...], meant: dict[str, object] | None
) -> None:
    call = correction(message, entries)
    assert (call == Call("show_profile", {})) is (meant is None)
    assert (meant or {}).items() <= call.arguments.items()


@pytest.mark.parametrize(
    ("message", "agreed"),
    [
        ("tak, zapamiętaj", True),
        ("zgadzam się", True),
        ("nie", False),
        ("nie, dziękuję", False),
        ("a ile zarabia kucharz?", None),
        ("tak naprawdę to chcę wiedzieć jak zostać kucharzem w Gdyni", None),
    ],
)
def test_only_a_short_yes_or_no_is_consent(message: str, agreed: bool | None) -> None:
    assert consents(message) is agreed


@pytest.mark.parametrize(
    ("message", "chosen"),
    [("1", [1]), ("pierwsze i trzecie", [1, 3]), ("żadne", []), ("tak", [1]), ("ile to trwa?", None)],
)
def test_meanings_are_chosen_by_number_or_word(message: str, chosen: list[int] | None) -> None:
    assert choices_of(message) == chosen


@pytest.mark.parametrize(
    "message", ["jak pominąć egzamin?", "chcę wrócić do zawodu kucharza", "nie wiem, ile trwa technikum"]
)
def test_a_question_of_its_own_is_no_step(message: str) -> None:
    assert step_of(message) is None
