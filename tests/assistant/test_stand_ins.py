"""What is wanted hangs on no name: questions are read with the names of other records in place of theirs too."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.embedded.learnt import wants_of
from assistant.models.embedded.learnt.linear import MODEL
from assistant.models.embedded.learnt.stand_ins import FILE, WORK, Kind, alike, named_in, names_of, put, write_titles
from assistant.training.examples import Example, UnheldQuestion
from assistant.training.names import titles_in
from assistant.training.renamed import COPIES, renamed

RECORDS = Path("ingest/snapshot/records")


def names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in named_in(text)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ile zarabia fryzjerka?", ["fryzjerka"]),
        ("chcę być technikiem informatykiem", ["technikiem informatykiem"]),
        ("technik informatyk czy technik-logistyk?", ["technik informatyk", "technik-logistyk"]),
        ("how to become a logistics technician", ["logistics technician"]),
        ("скільки вчитись на перукаря", ["перукаря"]),
        ("lubię mechanikę i elektronikę", []),
        ("a ile to trwa?", []),
        ("", []),
    ],
)
def test_names_of_records_are_found_in_any_form(text: str, named: list[str]) -> None:
    assert names(text) == named


def test_two_names_stay_two_things() -> None:
    assert all(" czy " in text and len({*text.split(" czy ")}) == 2 for text in alike("fryzjer czy kucharz"))


def test_a_question_that_names_nothing_is_read_as_it_stands() -> None:
    assert alike("jak działa matura?") == ("jak działa matura?",)


@given(st.text(max_size=200))
def test_any_text_is_kept_but_for_its_names(text: str) -> None:
    found = named_in(text)
    assert put(text, found, [text[one.start : one.end] for one in found]) == text
    assert alike(text)[0] == text


# Each was put of every occupation: before there were stand-ins a fifth of the readings hung on the name.
@pytest.mark.parametrize(
    ("language", "question", "want"),
    [
        ("pl", "gdzie się uczyć na zawód {}", "schools"),
        ("pl", "ile trwa nauka zawodu {}", "duration"),
        ("pl", "jakie kwalifikacje ma {}", "parts"),
        ("pl", "mam 40 lat i chcę być {}", "become"),
        ("en", "what is {}", "about"),
        ("en", "{} salary", "pay"),
        ("en", "is there demand for a {}", "jobs"),
        ("uk", "що робить {}", "tasks"),
        ("uk", "{} чи є попит", "jobs"),
    ],
)
def test_one_question_means_one_thing_of_whatever_occupation(language: str, question: str, want: str) -> None:
    some = names_of(Kind(WORK, language))[::5]
    read = Counter(wants_of(question.format(name))[0][0] for name in some)
    assert read[want] >= 0.95 * len(some), read


def test_copies_of_a_question_name_other_things_and_want_the_same() -> None:
    asked = UnheldQuestion("ile zarabia fryzjer?", "pay", "pl", "mine")
    copies = list(renamed([asked]))
    assert len(copies) == COPIES
    assert {(copy.kind, copy.language, copy.hand) for copy in copies} == {("pay", "pl", "mine")}
    assert all(copy.text.startswith("ile zarabia ") and copy.text.endswith("?") for copy in copies)
    assert list(renamed([asked])) == copies


def test_a_question_that_names_no_record_is_not_copied() -> None:
    assert list(renamed([Example("ile to trwa?", (), "pl")])) == []


def test_the_names_kept_are_those_of_the_records(tmp_path: Path) -> None:
    write_titles(titles_in(RECORDS), tmp_path)
    assert (tmp_path / FILE).read_text("utf-8") == (MODEL / FILE).read_text("utf-8")
