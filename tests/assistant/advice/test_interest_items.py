"""The item bank: balanced, in three languages, nobody's gender in it, nobody else's item in it."""

import csv
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.advice.interests import HEXAGON, Form, ItemBank, Questionnaire, load_bank

SHARED = Path(__file__).parents[4] / "shared" / "data"
BANK = load_bank()
LANGUAGES = ("pl", "en", "uk")
SMALL_WORDS = {"a", "an", "the", "of", "in", "to", "for", "and", "or", "with", "at", "on", "by", "how", "is"}
# Past tenses and adjectives about the reader, slashes and brackets that double a form.
GENDERED = {
    "pl": r"\w+(łem|łam|łeś|łaś|łbym|łabym)\b|[/(]|\b(sam|sama|gotowy|gotowa|pewny|pewna)\b",
    "en": r"\b(he|she|his|her|him|man|woman|men|women)\b|/",
    "uk": r"[/(]|\b(сам|сама|готовий|готова)\b",
}


def texts(language: str) -> list[str]:
    return [getattr(item.text, language) for item in BANK.items]


def words(text: str) -> set[str]:
    found = re.findall(r"[a-z]+", text.lower())
    return {re.sub(r"(ing|ies|es|s|e)$", "", word) for word in found if word not in SMALL_WORDS}


def published() -> list[str]:
    if not SHARED.is_dir():
        pytest.skip("the reference data are not here")
    found = []
    for path in sorted((SHARED / "riasec").glob("*_items_en.json")):
        found += [text for items in json.loads(path.read_text("utf-8"))["items"].values() for text in items]
    with (SHARED / "onet" / "interests_illustrative_activities.csv").open(encoding="utf-8") as lines:
        found += [row["Activity"] for row in csv.DictReader(lines)]
    return found


def test_eight_items_a_type_three_of_them_in_the_short_form() -> None:
    questionnaire = Questionnaire()
    for form, each in ((Form.SHORT, 3), (Form.FULL, 8)):
        kinds = [item.type for item in questionnaire.items(form)]
        assert {kind: kinds.count(kind) for kind in HEXAGON} == dict.fromkeys(HEXAGON, each)


def test_the_full_form_begins_with_the_short_one() -> None:
    questionnaire = Questionnaire()
    assert questionnaire.items(Form.FULL)[:18] == questionnaire.items(Form.SHORT)


def test_two_items_of_a_type_never_follow_each_other() -> None:
    kinds = [item.type for item in BANK.sequence(8)]
    assert all(one != other for one, other in pairwise(kinds))


def test_the_branches_are_varied() -> None:
    assert len({item.branch for item in BANK.items}) == len(BANK.items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_items_are_short_and_differ(language: str) -> None:
    assert len(set(texts(language))) == len(BANK.items)
    assert [
        text for text in texts(language) if len(text.split()) > 10 or not text[0].islower() or text[-1] == "."
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_item_has_a_form_of_one_gender(language: str) -> None:
    assert [text for text in texts(language) if re.search(GENDERED[language], text.lower())] == []


def test_the_scripts_are_those_of_the_languages() -> None:
    assert all(re.search(r"[а-яіїєґ]", text) and not re.search(r"[a-ząęłńóśźż]", text) for text in texts("uk"))
    assert not any(re.search(r"[а-яąęłńśźż]", text) for text in texts("en"))


def test_no_item_is_one_of_the_published_ones() -> None:
    near = []
    for own in texts("en"):
        for other in published():
            mine, theirs = words(own), words(other)
            if len(mine & theirs) / len(mine | theirs) >= 0.5:
                near.append((own, other))
    assert near == []


def test_the_card_calls_the_bank_preliminary_in_every_language() -> None:
    assert "wstępna" in BANK.card.status.pl
    assert "Preliminary" in BANK.card.status.en
    assert "Попередня" in BANK.card.status.uk
    assert any("O*NET" in entry.pl for entry in BANK.card.not_this)


@pytest.mark.parametrize("fault", ["twice", "uneven", "no Ukrainian", "foreign id"])
def test_a_bank_with_a_fault_is_refused(fault: str) -> None:
    tree = json.loads(BANK.model_dump_json())
    if fault == "twice":
        tree["items"][1]["id"] = "r1"
    elif fault == "uneven":
        tree["items"].pop()
    elif fault == "no Ukrainian":
        del tree["items"][0]["text"]["uk"]
    else:
        tree["items"][0]["id"] = "x1"
    with pytest.raises(ValidationError):
        ItemBank.model_validate(tree)
