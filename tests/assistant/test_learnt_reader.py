"""What the learnt models make of questions, and how they are trained."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.embedded.learnt import naming_words, wants_of
from assistant.models.embedded.learnt.linear import load
from assistant.models.embedded.learnt.personal import told_of_person
from assistant.models.embedded.learnt.rules import answered_by, asks_of_rules
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.words.intents import Intent
from assistant.training import TrainingError
from assistant.training.examples import read_examples, read_requests, read_rule_questions
from assistant.training.fit import fit_naming, fit_wants
from assistant.training.personal import fit_personal, of_nobody, read_told
from retrieval.analysis import analyse


def subject(text: str) -> list[str]:
    words = analyse(text).words
    return [words[place].surface for place in sorted(naming_words(text))]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("po ilu latach te papiery na spawanie tracą moc?", Intent.VALIDITY),
        ("ile mnie to uderzy po kieszeni, ten egzamin na florystkę", Intent.PRICE),
        ("kto może mi przystawić pieczątkę, że umiem programować w Javie", Intent.WHO_AWARDS),
        ("What does a dental technician do all day long?", Intent.TASKS),
        ("скільки заробляє кухар", Intent.PAY),
        ("serdecznie dziękuję za wyczerpujące informacje", Intent.THANKS),
    ],
)
def test_what_is_wanted_is_read_however_it_is_put(text: str, want: Intent) -> None:
    assert wants_of(text)[0][0] == want


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("po szkole chcę zostać pszczelarzem, jak to zrobić?", ["pszczelarzem"]),
        ("powiedz mi proszę ile trwa nauka na technika logistyka", ["technika", "logistyka"]),
        ("How do I become a baker in this country?", ["baker"]),
        ("kto nadaje „Zaklinanie deszczu”?", ["zaklinanie", "deszczu"]),
        ("a ile to trwa?", []),
    ],
)
def test_the_words_of_the_subject_are_told_from_those_that_ask(text: str, named: list[str]) -> None:
    assert subject(text) == named


def test_what_leans_on_the_talk_before_is_told_from_what_stands_alone() -> None:
    assert leans("a ile to trwa?")
    assert leans("and the second one?")
    assert not leans("Ile lat trwa technikum?")


def test_a_question_about_a_rule_is_told_from_one_about_a_record() -> None:
    assert asks_of_rules("ile procent trzeba mieć na maturze?") > 0.8
    assert asks_of_rules("czym zajmuje się florystka?") < 0.2


def test_the_rule_that_answers_is_likelier_than_its_neighbour() -> None:
    asked = "z matury ustnej mam 25 procent, czy to oblane?"
    assert answered_by(asked, "fact:R069", 0.5, 3) > answered_by(asked, "fact:R001", 0.5, 3)


def test_a_rule_not_learnt_from_counts_as_the_search_finds_it() -> None:
    asked = "z ilu procent zdaje się maturę?"
    assert answered_by(asked, "fact:new", 0.9, 0) > answered_by(asked, "fact:new", 0.1, 9)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    chances = [chance for _, chance in wants_of(text)]
    assert sum(chances) == pytest.approx(1, abs=1e-4)
    assert chances == sorted(chances, reverse=True)
    assert naming_words(text) <= set(range(len(analyse(text, max_words=400).words)))
    assert 0 <= asks_of_rules(text) <= 1
    parts = told_of_person(text, 0.3)
    assert all(0 <= start < end <= len(text) for start, end in parts)
    assert list(parts) == sorted(parts)


def test_every_want_has_written_questions_of_ten_writers_in_three_languages() -> None:
    examples = read_examples()
    assert {intent for example in examples for intent in example.intents} == set(Intent)
    assert len({example.hand for example in examples}) == 10
    assert {example.language for example in examples} == {"pl", "en", "uk"}


def test_requests_are_learnt_with_and_without_what_is_told_of_the_person() -> None:
    texts = [request.text for request in read_requests()]
    assert {"hijabi who loves interior decorating", "who loves interior decorating"} <= set(texts)
    assert all(text.strip() for text in texts)


def test_the_same_questions_give_the_same_weights_and_are_learnt() -> None:
    some = [example for place, example in enumerate(read_examples()) if place % 40 == 0]
    first, second = fit_wants(some), fit_wants(some)
    assert np.array_equal(first.weights, second.weights)
    assert np.array_equal(fit_naming(some).weights, fit_naming(some).weights)
    assert first.labels[-1] == "leans"
    told, plain = read_told()[::40], of_nobody(some)[::2]
    assert np.array_equal(fit_personal(told, plain).weights, fit_personal(told, plain).weights)


def test_the_cards_say_how_well_unseen_writers_are_read() -> None:
    assert load("wants").card["other_writers"]["all"] > 0.7
    assert load("naming").card["other_writers"]["none_where_none"] > 0.9
    assert load("personal").card["other_annotators"]["precision"] > 0.8
    assert load("personal").card["other_annotators"]["recall"] > 0.65
    assert set(load("rules").card["ranking"]) == {"confidence", "early", "score", "behind", "constant"}


@pytest.mark.parametrize(
    "row",
    [
        {"intent": "flying", "lang": "pl", "text": "a", "subject": [], "leans": False},
        {"intent": "pay", "lang": "pl", "text": "ile zarabia", "subject": ["kucharz"], "leans": False},
        {"intent": "pay", "lang": "pl", "subject": [], "leans": False},
    ],
)
def test_a_faulty_question_is_named_by_file_and_line(tmp_path: Path, row: dict[str, object]) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    good = {"intent": "pay", "lang": "pl", "text": "ile zarabia kucharz", "subject": ["kucharz"], "leans": False}
    (folder / "mine.jsonl").write_text("\n".join(map(json.dumps, (good, row))), "utf-8")
    with pytest.raises(TrainingError, match=r"mine\.jsonl:2"):
        read_examples(tmp_path)


def test_a_folder_without_questions_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no questions"):
        read_rule_questions(tmp_path)
