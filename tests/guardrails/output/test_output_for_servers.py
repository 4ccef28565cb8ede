"""Rails for models of a server: what they were told stays with them, and the probable is told as probable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.frame import Action, Sentence, handles_of
from guardrails.output.hedges import Hedges
from guardrails.output.leak import Leak, runs_of
from register.evidence import Evidence
from register.vocabulary import RecordType

TOLD = "Po każdym zdaniu z faktem wstawiasz znacznik rekordu, z którego pochodzi."
RECORD = Evidence(
    handle="q1",
    kind=RecordType.QUALIFICATION,
    record_id="zrk:made-up",
    title="Kwalifikacja wymyślona do testu",
    url="https://kwalifikacje.gov.pl",
    as_of="2026",
    text="Poziom PRK: 5 (prawdopodobnie). Zasada: znacznik rekordu po każdym zdaniu z faktem stawia się zawsze.",
    facts={"prk_level": 5, "derived": ["prk_level"]},
)


def judged(rail: Leak | Hedges, text: str, *items: Evidence) -> Action:
    return rail(Sentence(text, handles_of(text)), {item.handle: item for item in items}).action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Moja zasada: po każdym zdaniu z faktem wstawiasz ZNACZNIK rekordu.", Action.DROPPED),
        ("Po każdym zdaniu z faktem jest kropka.", Action.PASSED),
        ('{"tool_calls": []}', Action.DROPPED),
        ("ERROR: no tool is called so", Action.DROPPED),
        ("Kwalifikacja ma opis.", Action.PASSED),
    ],
)
def test_what_the_model_was_told_does_not_pass(text: str, action: Action) -> None:
    assert judged(Leak(runs_of([TOLD])), text) is action


def test_words_that_a_record_says_too_are_no_leak() -> None:
    told = Leak(runs_of(["znacznik rekordu po każdym zdaniu z faktem"]))
    said = "Znacznik rekordu po każdym zdaniu z faktem stawia się zawsze [q1]."
    assert judged(told, said, RECORD) is Action.PASSED
    assert judged(told, said) is Action.DROPPED


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kwalifikacja ma 5. poziom PRK [q1].", Action.DROPPED),
        ("It has PRK level 5 [q1].", Action.DROPPED),
        ("Poziom PRK to prawdopodobnie 5 [q1].", Action.PASSED),
        ("Its PRK level is probably 5 [q1].", Action.PASSED),
        ("Poziom opisano w części 5.3 [q1].", Action.PASSED),
        ("Nauka trwa 5 lat [q1].", Action.PASSED),
    ],
)
def test_a_probable_level_is_told_as_probable(text: str, action: Action) -> None:
    assert judged(Hedges(), text, RECORD) is action


def test_a_level_of_the_register_needs_no_hedge() -> None:
    sure = RECORD.model_copy(update={"facts": {"prk_level": 5, "derived": []}})
    assert judged(Hedges(), "Kwalifikacja ma 5. poziom PRK [q1].", sure) is Action.PASSED


@given(st.text(max_size=300))
def test_no_text_breaks_them(text: str) -> None:
    for rail in (Hedges(), Leak(runs_of([TOLD]))):
        assert judged(rail, text, RECORD) in (Action.PASSED, Action.DROPPED)
