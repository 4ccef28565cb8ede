"""A message without what it tells of the person and asks nothing with: «Noszę kolczyki, chcę pracować jako …».

Whoever has a wish is helped to the same records, whatever they say they are. Known attributes are taken out before
(``guardrails.output.protected``); this drops the rest of such clauses, as long as they name nothing of the register.
"""

import re

from assistant.models.embedded.learnt.naming import SURE, chances
from assistant.models.embedded.told import constraints_in
from retrieval.analysis import analyse

FEWEST_WORDS_LEFT = 3
_TOLD = re.compile(
    r"(?:^|(?<=[.!?,;]\s))(?:jestem|noszę|nosze|mam|mieszkam|pochodzę|pochodze|wychowuję|wychowuje|wychowałam|wychowałem|"
    r"i am|i['’]m|i wear|i use|i have|i live|i come|i grew|я|ношу|маю|мені|живу|мешкаю|походжу)\s[^,.;:!?]{2,70}?"
    r"(?:[,.;!]\s+|\s+(?:and|i|a|і|й|та)\s+(?=(?:chc|lubi|szuk|interes|myśl|i\s|i['’]|хоч|люб|шука)))",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:siostrze[nń]\w*|kuzyn\w*|bratan\w*|wnu[kc]\w*|chrześnia\w*|chrzesnia\w*|\w{4,12}lat(?:ka|ki|kę|ke|ek|kiem|ku)|"
    r"nephews?|nieces?|cousins?|grandsons?|granddaughters?|племінни\w*|онук\w*|внук\w*|кузин\w*)\b",
    re.IGNORECASE,
)
"""Whom a wish is for: kin, and people named by their age («trzydziestolatka»)."""
_STATE = frozenset({"adult", "disability"})
"""What may be told of a person without bounding the ways to a goal."""


def selfless(text: str) -> str:
    """Return ``text`` without its clauses about oneself that name nothing one could ask for and set no bound.

    Words for the kin or age of whoever a wish is for go too.
    """
    left = _TOLD.sub(lambda found: found[0] if _counts(found[0]) else "", _PERSON.sub(" ", text))
    return left if len(left.split()) >= FEWEST_WORDS_LEFT else text


def _counts(clause: str) -> bool:
    bounds = constraints_in(clause).keys() - _STATE
    return bool(bounds) or any(chance >= SURE for chance in chances(analyse(clause, max_words=100).words))
