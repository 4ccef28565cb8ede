"""The phrase books: the same keys and placeholders in each language, nothing empty, nothing left in Polish."""

import re
from string import Formatter

import pytest
import yaml

from guardrails.sentences import split
from prompts import Prompts
from prompts.loader import FALLBACK, TEXTS
from register.vocabulary import Audience, Language

LANGUAGES = [language.value for language in Language]
TRANSLATIONS = [language for language in LANGUAGES if language != FALLBACK]
LONGEST = 300
# Asked of the index, always in Polish.
POLISH_ONLY = "canonical"
# Texts that are a value and punctuation, or a word the languages share.
SAME = {
    "label.field.status": {"en"},
    "q.item": {"en", "uk"},
    "q.summary": {"en", "uk"},
    "o.item": {"en", "uk"},
    "o.summary": {"en", "uk"},
    "i.identity": {"en", "uk"},
    "i.item": {"en", "uk"},
    "i.item_regions": {"en", "uk"},
    "f.text": {"en", "uk"},
}
FOREIGN_QUOTES = {"pl": "“«»", "en": "„«»", "uk": "„“”"}


def read(language):
    return yaml.safe_load((TEXTS / language / "phrases.yaml").read_text("utf-8"))


def flat(tree, prefix=""):
    """Return [(dotted key, text)] in order; a key that is not a text (a bare ``yes``) is an error."""
    pairs = []
    for key, value in tree.items():
        assert isinstance(key, str), f"{prefix}{key!r} needs quotation marks"
        pairs += flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", value)]
    return pairs


def phrases(language):
    return dict(flat({key: value for key, value in read(language).items() if key != POLISH_ONLY}))


def placeholders(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_the_questions_to_the_index_stay_in_polish(language):
    assert POLISH_ONLY not in read(language)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_keys_are_those_of_the_polish_book(language):
    polish, own = phrases(FALLBACK).keys(), phrases(language).keys()
    assert sorted(polish - own) == [], "missing"
    assert sorted(own - polish) == [], "not in the Polish book"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_given_twice(language):
    twice = []

    def walk(node, prefix=""):
        if isinstance(node, yaml.MappingNode):
            names = [f"{prefix}{key.value}" for key, _ in node.value]
            twice.extend(name for name in set(names) if names.count(name) > 1)
            for key, value in node.value:
                walk(value, f"{prefix}{key.value}.")

    walk(yaml.compose((TEXTS / language / "phrases.yaml").read_text("utf-8")))
    assert twice == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_placeholders_are_those_of_the_polish_text(language):
    own = phrases(language)
    found = {key: (placeholders(text), placeholders(own[key])) for key, text in phrases(FALLBACK).items() if key in own}
    assert {key: pair for key, pair in found.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_a_text_of_reasonable_length(language):
    texts = phrases(language)
    assert [key for key, text in texts.items() if not isinstance(text, str) or not text.strip()] == []
    assert {key: len(text) for key, text in texts.items() if len(text) > LONGEST} == {}
    assert [key for key, text in texts.items() if text != text.strip() or "\n" in text] == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_texts_are_translated(language):
    polish, own = phrases(FALLBACK), phrases(language)
    same = {key for key, text in own.items() if text == polish.get(key)}
    assert sorted(same - {key for key, languages in SAME.items() if language in languages}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language):
    foreign = set(FOREIGN_QUOTES[language])
    # ” closes a quotation in Polish and in English, “ opens one in English only.
    assert {key: text for key, text in phrases(language).items() if foreign & set(text)} == {}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_the_splitter_sees_as_many_sentences_as_in_polish(language):
    own = phrases(language)
    counts = {key: (len(split(text)), len(split(own[key]))) for key, text in phrases(FALLBACK).items() if key in own}
    assert {key: pair for key, pair in counts.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_loader_fills_every_text(language):
    prompts = Prompts()
    for key, text in phrases(language).items():
        values = {name: f"<{name}>" for name in placeholders(text)}
        said = prompts.phrase(key, language, **values)
        assert all(value in said for value in values.values()), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instructions_of_the_model_are_in_its_language(language):
    prompts = Prompts()
    for name in ("system", "tools", "examples", "summary", "reply_json"):
        assert (TEXTS / language / f"{name}.j2").is_file()
    texts = {prompts.render(f"audience/{audience.value}", language).text for audience in Audience}
    assert len(texts) == len(Audience), "each audience is told apart"
    words = {"pl": "po polsku", "en": "in English", "uk": "українською"}
    system = prompts.render("system", language).text
    assert words[language] in system
    assert "[q1]" in system


_FAMILIAR = re.compile(
    r"\b(ти|тебе|тобі|тобою|тво[їєя]\w*|твій|хочеш|можеш|маєш|знаєш|запитай|напиши|перевір|спробуй|питай|дзвони|зайди)\b",
    re.IGNORECASE,
)


def test_ukrainian_texts_address_everybody_as_the_facts_do():
    # Texts of records are the same for every audience and say «ви».
    texts = {path.name: path.read_text("utf-8") for path in (TEXTS / "uk").glob("*.yaml")}
    assert {name: found for name, text in texts.items() if (found := _FAMILIAR.findall(text))} == {}


def test_field_words_are_translated_into_the_same_languages():
    values = {
        language: yaml.safe_load((TEXTS / language / "values.yaml").read_text("utf-8"))["label"]["value"]
        for language in LANGUAGES
    }
    assert values["en"].keys() == values["uk"].keys()
    assert values[FALLBACK].keys() <= values["en"].keys()
