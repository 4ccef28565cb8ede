"""The profile as one conversation keeps it: the user's words, proposals, corrections, and what is refused."""

import pytest
from advice_desk import AdviceDesk
from hypothesis import given
from hypothesis import strategies as st

from assistant.advice.profile import Entry, Origin, Profile, ProfileField
from assistant.advice.profile.changes import added, deleted
from assistant.advice.profile.checks import figure_of, impossible
from assistant.notebook import read_notebook, write_notebook
from register.vocabulary import Language
from retrieval import RecordIndex


@pytest.fixture
def desk(snapshot_index: RecordIndex) -> AdviceDesk:
    return AdviceDesk(snapshot_index)


async def test_a_hairdresser_tells_is_understood_and_corrects(desk: AdviceDesk) -> None:
    desk.says("Od 8 lat jestem fryzjerką, strzygę włosy. Mam maturę.")
    result = await desk.call(
        "update_profile",
        entries=[
            {"field": "skills", "text": "strzyżenie włosów", "quote": "strzygę włosy"},
            {"field": "education", "text": "matura", "quote": "mam mature"},
        ],
    )
    said = "\n".join(result.notes)
    assert "Zapisane, umiejętności: „strzyżenie włosów” (Twoje słowa: „strzygę włosy”)." in said
    assert "1) mycie i strzyżenie włosów" in said
    assert "Czy te notatki można zachować" in said
    skill, education = desk.notebook.profile.entries
    assert skill.origin.turn == 1
    assert not skill.confirmed
    assert not skill.links
    assert education.number == 4
    await desk.call("correct_profile", action="confirm", entry=1, choices=[1])
    skill = desk.notebook.profile.entries[0]
    assert skill.confirmed
    assert [link.text for link in skill.links] == ["mycie i strzyżenie włosów"]
    desk.says("nie strzygę, tylko farbuję")
    await desk.call("correct_profile", action="change", entry=1, text="farbuję")
    shown = await desk.call("show_profile")
    line = "Wpis 1, umiejętności: „farbuję”; Twoje słowa: „farbuję” (wiadomość 2); potwierdzone"
    assert shown.notes[0].startswith(line)
    await desk.call("correct_profile", action="delete", entry=1)
    assert [entry.field for entry in desk.notebook.profile.entries] == [ProfileField.EDUCATION]
    await desk.call("correct_profile", action="delete_all")
    assert (await desk.call("show_profile")).notes == ("Profil jest pusty.",)


async def test_nobody_puts_words_in_the_users_mouth(desk: AdviceDesk) -> None:
    desk.says("lubię rysować")
    result = await desk.call("update_profile", entries=[{"field": "skills", "text": "programowanie"}])
    assert result.notes == ("Nie zapisuję „programowanie”, bo w rozmowie nie padły takie słowa.",)
    assert desk.notebook.empty


@pytest.mark.parametrize("words", ["jestem kobietą", "mam 52 lata", "jestem z Ukrainy"])
async def test_protected_attributes_are_not_noted(desk: AdviceDesk, words: str) -> None:
    desk.says(words)
    result = await desk.call("update_profile", entries=[{"field": "values", "text": words}])
    assert "nie należą do profilu" in result.notes[0]
    assert desk.notebook.empty


@pytest.mark.parametrize(
    ("field", "words", "answer"),
    [
        ("level", "poziom 9", "takiego poziomu nie ma"),
        ("level", "poziom -1", "takiego poziomu nie ma"),
        ("time", "-5 godzin w tygodniu", "taka liczba jest niemożliwa"),
        ("money", "-200 zł", "taka liczba jest niemożliwa"),
        ("education", "poziom 12", "takiego poziomu wykształcenia nie ma"),
    ],
)
async def test_impossible_figures_get_a_clear_word(desk: AdviceDesk, field: str, words: str, answer: str) -> None:
    desk.says(words)
    result = await desk.call("update_profile", entries=[{"field": field, "text": words}])
    assert answer in result.notes[0]
    assert desk.notebook.empty


async def test_no_school_and_a_degree_exclude_each_other(desk: AdviceDesk) -> None:
    desk.says("nie chcę iść do szkoły, marzą mi się studia")
    result = await desk.call(
        "update_profile",
        entries=[{"field": "values", "text": "nie chcę iść do szkoły"}, {"field": "goals", "text": "studia"}],
    )
    assert "To się wyklucza: „nie chcę iść do szkoły” i „studia”. Co z tego obowiązuje?" in result.notes


async def test_the_last_level_wanted_counts_and_consent_is_kept(desk: AdviceDesk) -> None:
    for words in ("poziom 4", "jednak poziom V"):
        desk.says(words)
        await desk.call("update_profile", entries=[{"field": "level", "text": words}])
    assert [entry.number for entry in desk.notebook.profile.entries] == [5]
    await desk.call("keep_profile", agreed=True)
    kept = read_notebook(write_notebook(desk.notebook))
    assert kept == desk.notebook
    assert kept.consent is True


async def test_the_same_in_the_other_languages(snapshot_index: RecordIndex) -> None:
    for language in (Language.EN, Language.UK):
        desk = AdviceDesk(snapshot_index, language)
        desk.says("level 9")
        result = await desk.call("update_profile", entries=[{"field": "level", "text": "level 9"}])
        assert "takiego" not in result.notes[0]


async def test_a_number_that_is_not_there(desk: AdviceDesk) -> None:
    result = await desk.call("correct_profile", action="delete", entry=3)
    assert result.notes == ("W profilu nie ma wpisu numer 3.",)


entries = st.builds(
    Entry,
    field=st.sampled_from(ProfileField),
    text=st.sampled_from(["a", "b", "c"]),
    origin=st.just(Origin(quote="a", turn=1)),
)


@given(st.lists(entries, max_size=8), st.lists(entries, max_size=8))
def test_adding_in_one_or_two_steps_is_the_same(first: list[Entry], second: list[Entry]) -> None:
    assert added(added(Profile(), first), second) == added(Profile(), [*first, *second])


@given(st.lists(entries, max_size=8))
def test_what_was_deleted_is_gone(told: list[Entry]) -> None:
    profile = added(Profile(), told)
    for entry in profile.entries:
        profile = deleted(profile, entry)
    assert profile == Profile()


@given(st.sampled_from(ProfileField), st.text(max_size=300))
def test_any_text_has_a_figure_or_none(field: ProfileField, text: str) -> None:
    number = figure_of(field, text)
    assert number is None or isinstance(impossible(field, number), bool)
