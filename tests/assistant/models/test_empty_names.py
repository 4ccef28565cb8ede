"""No text is filled with an empty name: «nie ma rekordu „”» is never said."""

import re
from string import Formatter

import pytest

from assistant.models.embedded.draft import Draft
from prompts import Prompts
from register.vocabulary import Language

PROMPTS = Prompts()
EMPTY = re.compile(r"[„“«]\s*[”»]")


class Keys(Formatter):
    """What a text has places for."""

    def of(self, text: str) -> dict[str, str]:
        return {name: "" for _, name, _, _ in self.parse(text) if name}


@pytest.mark.parametrize("language", list(Language))
def test_a_text_without_the_name_it_quotes_is_not_said(language: Language) -> None:
    quoting = 0
    for key, text in PROMPTS._phrases(language).items():
        draft = Draft(PROMPTS, language)
        draft.say(key, **Keys().of(text))
        assert not EMPTY.search(draft.text()), key
        quoting += bool(EMPTY.search(text.format(**Keys().of(text))))
    assert quoting > 50


def test_a_text_with_its_name_is_said_as_it_is() -> None:
    draft = Draft(PROMPTS, Language.PL)
    draft.say("none.not_found", subject="kosmonauta")
    assert "„kosmonauta”" in draft.text()
