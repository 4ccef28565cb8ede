"""How hard a Polish text is to read: the Gunning fog index with the Polish bound of a hard word."""

import re

from guardrails.output.words import Kind, tokens

_SYLLABLE = re.compile(r"au|eu|[aąeęioóuy]", re.IGNORECASE)
_SOFTENING = re.compile(r"i(?=[aąeęoóu])", re.IGNORECASE)
_HARD_SYLLABLES = 4


def fog_pl(text: str) -> float:
    """Return 0.4 × (words a sentence + 100 × share of words of four and more syllables); 0 for no words.

    Gunning, *The Technique of Clear Writing*, 1952; for Polish a word is hard from four syllables of its base form
    on, not three (Pisarek 1969; FOG-PL: Gruszczyński, Broda, Nitoń, Ogrodniczuk, *W poszukiwaniu metody
    automatycznego mierzenia zrozumiałości tekstów informacyjnych*, Poradnik Językowy 2015/2). The value reads as years
    of schooling: up to 9 plain, 10-12 medium, above hard.
    """
    found = tokens(text[:100_000])
    words = [token for token in found if token.kind is Kind.WORD]
    if not words:
        return 0.0
    sentences = max(1, sum(token.text in ".!?…" for token in found))
    hard = sum(syllables(_base(token.text, token.form.lemmas)) >= _HARD_SYLLABLES for token in words)
    return round(0.4 * (len(words) / sentences + 100 * hard / len(words)), 2)


def syllables(word: str) -> int:
    """Return the number of syllables of a Polish word; ``i`` before a vowel only softens."""
    return max(1, len(_SYLLABLE.findall(_SOFTENING.sub("", word))))


def _base(word: str, lemmas: tuple[str, ...]) -> str:
    return lemmas[0] if lemmas else word
