"""A message without what it tells of the person and asks nothing with: «Noszę kolczyki, chcę pracować jako …».

Whoever has a wish is helped to the same records, whatever they say they are. Known attributes are taken out before
(``guardrails.output.protected``); this drops the rest of such clauses, as long as they name nothing of the register.
"""

import re

from assistant.models.embedded.learnt import naming_words
from assistant.models.embedded.learnt.naming import names
from retrieval.analysis import analyse

FEWEST_WORDS_LEFT = 3
_TOLD = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:jestem|noszę|nosze|i am|i['’]m|i wear|i use|я|ношу)\s[^,.;:!?]{2,60}?"
    r"(?:,\s+|\s+(?:and|i|і|й)\s+(?=(?:chc|lubi|szuk|i\s|i['’]|хоч|люб|шука)))",
    re.IGNORECASE,
)


def selfless(text: str) -> str:
    """Return ``text`` without its opening clauses about oneself that name nothing one could ask for."""
    left = _TOLD.sub(lambda found: found[0] if _names_anything(found[0]) else "", text)
    return left if len(left.split()) >= FEWEST_WORDS_LEFT else text


def _names_anything(clause: str) -> bool:
    words = analyse(clause).words
    return bool(naming_words(clause)) or any(not names().isdisjoint(word.lemmas) for word in words if not word.stop)
