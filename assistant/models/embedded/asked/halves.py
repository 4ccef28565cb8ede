"""Two questions about one notion in a message («ile trwa KKZ i czy jest płatny?»), each made whole by the notion."""

import re
from collections.abc import Sequence

from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import intent_reader
from retrieval.analysis import Word, analyse

MOST_HALVES = 3
MOST_OF_NOTION = 4
_AND = re.compile(r"\s(?:i|oraz|and|та|і|й)\s|,\s|(?<=[.?!])\s+")  # «I stopnia» is no «i»


def halves(question: str) -> tuple[str, ...]:
    """Return the questions of a message that asks several of one notion, whole each; none where it asks one."""
    parts = [part for part in _AND.split(question) if part.strip(" ?.!")]
    asking = [part for part in parts if _asks(analyse(part).words)]
    notion = _notion(analyse(question, max_words=100).words)
    if not notion or not 1 < len(asking) <= MOST_HALVES:
        return ()
    return tuple(part if _has(part, notion) else f"{part.strip(' ?.!')} {' '.join(notion)}" for part in asking)


def _asks(words: Sequence[Word]) -> bool:
    cues = lexicon.words("asking")
    return bool(attributes_in(words)) or any(word.folded in cues for word in words)


def _notion(words: Sequence[Word]) -> tuple[str, ...]:
    """The words for what is asked about: neither asking words nor those of a field."""
    fields = {place for _, places in attributes_in(words) for place in places}
    idle = intent_reader().asking - lexicon.words("notions") | lexicon.words("asking")
    kept = [
        word.surface
        for place, word in enumerate(words)
        if place not in fields and not word.stop and idle.isdisjoint((*word.lemmas, word.folded))
    ]
    return tuple(dict.fromkeys(kept)) if len(kept) <= MOST_OF_NOTION else ()


def _has(part: str, notion: Sequence[str]) -> bool:
    return not {word.surface for word in analyse(part).words}.isdisjoint(notion)
