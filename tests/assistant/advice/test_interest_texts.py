"""The texts: complete in three languages, and no coefficient in any of them."""

import re
from functools import cache
from string import Formatter

import pytest
import yaml
from interest_people import PRACTICAL, answer_all, occupation

from assistant.advice.interests import (
    HEXAGON,
    Form,
    InterestsError,
    Match,
    Portrait,
    Profile,
    Questionnaire,
    Reason,
    Wording,
    compare,
    match_occupations,
)
from guardrails.sentences import split
from ingest.snapshot import load
from prompts import Prompts
from prompts.loader import TEXTS
from register.occupation import Occupation
from register.vocabulary import Language

ASK = Questionnaire()
LANGUAGES = list(Language)
FOREIGN_QUOTES = {"pl": "“«»", "en": "„«»", "uk": "„“”"}
GENDERED = r"\w+(łem|łam|łeś|łaś|łbyś|łabyś)\b|\b(ти|я) \w+(в|ла)\b|[/]"


def flat(tree: dict, prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in tree.items():
        assert isinstance(key, str)
        found |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return found


def phrases(language: str) -> dict[str, str]:
    return flat(yaml.safe_load((TEXTS / language / "interests.yaml").read_text("utf-8")))


@cache
def wording(language: Language = Language.PL) -> Wording:
    return Wording(Prompts(), language)


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def a_match(ratings: tuple[float, ...] = (7.0, 5.5, 1.0, 2.5, 1.0, 4.0), **more: object) -> Match:
    found = compare(Portrait.of(Profile(r=100, i=75, a=0, s=25, e=0, c=50)), occupation("723101", ratings, **more))
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["en", "uk"])
def test_each_language_has_the_polish_keys_and_placeholders(language: str) -> None:
    polish, own = phrases("pl"), phrases(language)
    assert own.keys() == polish.keys()
    assert {key for key in own if placeholders(own[key]) != placeholders(polish[key])} == set()
    assert {key for key in own if own[key] == polish[key]} == set()
    assert {key for key in own if len(split(own[key])) != len(split(polish[key]))} == set()


@pytest.mark.parametrize("language", [language.value for language in LANGUAGES])
def test_texts_are_short_and_name_no_gender(language: str) -> None:
    texts = phrases(language)
    assert {key: len(text) for key, text in texts.items() if not 0 < len(text) <= 300 or text != text.strip()} == {}
    assert {key for key, text in texts.items() if set(FOREIGN_QUOTES[language]) & set(text)} == set()
    assert {key for key, text in texts.items() if re.search(GENDERED, text.replace("USDOL/ETA", ""))} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_introduction_says_from_what_age_and_what_it_is_not_for(language: Language) -> None:
    said = " ".join(wording(language).introduction())
    words = {"pl": ("14 rok", "dobrych ani złych", "wybierać ludzi", "wstępna")}
    words |= {"en": ("aged 14", "no right or wrong", "select people", "preliminary")}
    words |= {"uk": ("14 років", "правильних чи неправильних", "добирати людей", "попередня")}
    assert all(word in said for word in words[language])


def test_a_question_says_how_far_it_is() -> None:
    session = ASK.start()
    for _ in range(4):
        session = ASK.answer(session, 3)
    text = "Pytanie 5 z około 15: na ile podoba ci się taka czynność: „przekonywanie innych do swojego pomysłu”?"
    assert wording().question(ASK, session) == text
    assert wording(Language.EN).question(ASK, session).startswith("Question 5 of about 15: ")
    assert wording(Language.UK).question(ASK, session).startswith("Запитання 5 з приблизно 15: ")
    assert wording().question(ASK, ASK.pause(session)).startswith("Przerwa.")
    done = answer_all(ASK, session, dict.fromkeys("RIASEC", 3))
    assert wording().question(ASK, done) == "To już wszystko, liczba pytań: 18 z 18."


def test_a_result_in_words() -> None:
    result = ASK.result(answer_all(ASK, ASK.start(), PRACTICAL))
    assert wording().result(result)[:3] == (
        "Najmocniej zaznaczają się zainteresowania: praktyczne, badawcze, porządkujące.",
        "Zainteresowania praktyczne: 100 na 100.",
        "Zainteresowania badawcze: 75 na 100.",
    )
    assert "48" in wording().lengthening(ASK)


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        (dict.fromkeys("RIASEC", 2), "Wynik jest płaski"),
        ({"R": 5, "I": 5, "A": 5, "S": 5, "E": 1, "C": 1}, "Co najmniej cztery rodzaje"),
        (PRACTICAL | {"A": None}, "Za mało odpowiedzi, żeby policzyć zainteresowania: artystyczne."),
    ],
)
def test_a_result_that_is_not_clear_says_so_first(answers: dict, first: str) -> None:
    assert wording().result(ASK.result(answer_all(ASK, ASK.start(), answers)))[0].startswith(first)


def test_ties_and_skipped_questions_are_told() -> None:
    session = ASK.skip(ASK.start(Form.FULL))
    result = ASK.result(answer_all(ASK, session, {"R": 5, "I": 5, "A": 1, "S": 1, "E": 1, "C": 1}))
    said = wording().result(result)
    assert "Część z nich ma równy wynik, więc ich kolejność nic nie znaczy." in said
    assert "Pominięte pytania: 1." in said


def test_an_occupation_in_words() -> None:
    assert wording().match(a_match()) == (
        "„zawód 723101”: bardzo duże podobieństwo zainteresowań.",
        "Łączą się tu zainteresowania: praktyczne, badawcze, porządkujące.",
        "Poziom przygotowania: PRK 4.",
        "Profil zawodu to średnia całej jego grupy zawodów.",
    )
    unlike = a_match((1.0, 1.0, 7.0, 1.0, 7.0, 1.0), full_prk_level=None)
    assert wording().match(unlike)[:2] == (
        "„zawód 723101”: małe podobieństwo zainteresowań.",
        "Poziom przygotowania: brak w danych.",
    )
    strange = a_match().model_copy(update={"how": "guessed"})
    assert "mniej pewny" in wording().match(strange)[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_coefficient_stands_in_a_text(language: Language) -> None:
    result = ASK.result(answer_all(ASK, ASK.start(Form.FULL), PRACTICAL))
    records = [record for record in load() if isinstance(record, Occupation)]
    matches = match_occupations(result, records)
    said = [line for level in matches.levels for match in level.matches for line in wording(language).match(match)]
    assert len(said) > 100
    assert [line for line in said if re.search(r"\d[.,]\d", line)] == []
    assert wording(language).no_match() not in said


def test_every_way_of_joining_in_the_snapshot_has_its_sentence() -> None:
    hows = {record.riasec.how for record in load() if isinstance(record, Occupation) and record.riasec}
    assert hows
    assert all(f"interests.how.{how}" in phrases("pl") for how in hows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_types_scale_refusals_and_source_have_words(language: Language) -> None:
    words = wording(language)
    assert len({words.type(kind) for kind in HEXAGON} | {words.about_type(kind) for kind in HEXAGON}) == 12
    assert list(words.scale()) == [1, 2, 3, 4, 5]
    assert len({words.error(InterestsError(reason, "no")) for reason in Reason}) == len(Reason)
    assert "O*NET" in words.source()
    assert "CC BY 4.0" in words.source()
