"""Evidence: what a tool hands to the chat model."""

import pytest
from pydantic import ValidationError

from register.evidence import Evidence
from register.vocabulary import RecordType

SHOWN = {
    "kind": RecordType.QUALIFICATION,
    "record_id": "zrk:1",
    "title": "Testowa kwalifikacja",
    "url": "https://example.org/1",
    "as_of": "2026",
    "text": "…",
}


@pytest.mark.parametrize("handle", ["q1", "f12", "o999"])
def test_evidence_is_addressed_by_a_short_handle(handle):
    assert Evidence(handle=handle, **SHOWN).handle == handle


@pytest.mark.parametrize("handle", ["", "1q", "q", "Q1", "q1000", "https://example.org", "q1]"])
def test_anything_else_is_no_handle(handle):
    with pytest.raises(ValidationError, match="handle"):
        Evidence(handle=handle, **SHOWN)
