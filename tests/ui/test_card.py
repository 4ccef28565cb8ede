"""Every record that ships can be read as a card, in every language."""

import pytest

from ingest.snapshot import load
from register.vocabulary import Language
from ui.card import card
from ui.card_text import as_markdown


@pytest.mark.parametrize("language", list(Language))
def test_every_embedded_record_has_a_card(language: Language) -> None:
    for record in load():
        shown = card(record, language)
        assert all(line.label and line.values and all(line.values) and line.source for line in shown.lines), record.id
        assert as_markdown(shown, language)
