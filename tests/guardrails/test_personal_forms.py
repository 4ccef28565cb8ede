"""The many ways in which people write personal data, and what looks like it and stays."""

import re
from pathlib import Path

import pytest

from guardrails.personal import PersonalData, find

FORMS = Path(__file__).parent / "forms"
_MARKED = re.compile(r"([^«]*)«([^»]*)»(.*)")


def lines(name: str) -> list[str]:
    return [line for line in (FORMS / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("marked", lines("masked.txt"))
def test_every_letter_and_figure_of_personal_data_is_masked(marked: str) -> None:
    match = _MARKED.fullmatch(marked)
    assert match
    before, data, after = match.groups()
    hidden = {place for span in find(before + data + after) for place in range(span.start, span.end)}
    shown = [mark for place, mark in enumerate(data, len(before)) if mark.isalnum() and place not in hidden]
    assert not shown


@pytest.mark.parametrize("text", lines("kept.txt"))
def test_what_only_looks_like_personal_data_stays(text: str) -> None:
    assert PersonalData()(text).text == text
