"""Protected attributes are taken out of a request before retrieval, matching and ranking see it."""

import re
from dataclasses import dataclass
from functools import cache

from guardrails.output import morphology
from guardrails.output.phrases import Phrases, data, phrases, words_of

_LONGEST = 8_000
_WORD = re.compile(r"[^\W\d_]{5,40}")
_LEFT_OVER = re.compile(r"(?:^|(?<=[.!?]))\s*(?:[,;:–—-]|\b(?:i|a|oraz|and|та|і)\b)\s*(?=[^\s])", re.IGNORECASE)
_SPACES = re.compile(r"\s{2,}")
_MARKS = re.compile(r"\s+([,.;!?])|([,;])(?:\s*[,;])+|[,;]\s*(?=[.!?])")
# «What can I get certified in?» asks for what there is, not for leave.
_OPEN = re.compile(r"\b(?:what|which|how)\b(?:\s+[^\W\d_]+){0,4}\s+(?:can|may|must) i\b", re.IGNORECASE)
_FEMININE = (("łabym", "łbym"), ("łabyś", "łbyś"), ("łam", "łem"), ("łaś", "łeś"))
# Stems that change before the masculine ending: zaczęła, zaczął; mogła, mógł; szła, szedł.
_STEMS = (("ę", "ą"), ("mog", "móg"), ("sz", "szed"), ("nios", "niós"), ("wioz", "wióz"), ("ros", "rós"))
_UKRAINIAN = re.compile(r"\b([\u0400-\u04ff]{3,20}[аиіуя])ла\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Removed:
    """One thing that was taken out: which attribute it told and the words that told it."""

    attribute: str
    words: str


@dataclass(frozen=True, slots=True)
class Stripped:
    """A request without protected attributes; ``removed`` may serve the grammar of address and nothing else."""

    text: str
    removed: tuple[Removed, ...] = ()

    @property
    def gender(self) -> str:
        """``f`` or ``m`` where the removed words tell, else empty; for the grammar of address only."""
        words = " ".join(item.words.casefold() for item in self.removed if item.attribute == "gender")
        if re.search(r"\b(?:kobiet|dziewczyn|woman|girl|female|жінк|дівчин|\S{1,30}ła(?:m|bym|byś|ś)\b)", words):
            return "f"
        return "m" if re.search(r"\b(?:mężczyzn|chłopak|facet|man\b|boy|male|чоловік|хлопец)", words) else ""


def strip(text: str) -> Stripped:
    """Take what a request tells of gender, age, origin, disability, religion, family and place out of it.

    So goes what stands in the place of a masked name or number: it would be searched for as words.

    Self-descriptions and target groups go (``jestem kobietą``, ``mam 52 lata``, ``dla dziewczyn``); feminine verb
    forms of the first person become the dictionary's, so that both genders ask the same. What remains is never empty
    unless the request was nothing else. Text beyond 8 000 characters is not read and dropped.
    """
    removed: list[Removed] = []
    rest = text[:_LONGEST]
    for attribute, pattern in _patterns():
        removed += [Removed(attribute, match[0].strip()) for match in pattern.finditer(rest)]
        rest = pattern.sub(" ", rest)
    rest = _WORD.sub(lambda match: _neutral(match[0], removed), rest)
    rest = _UKRAINIAN.sub(lambda match: _neutral_ukrainian(match, removed), rest)
    return Stripped(_tidied(rest) if removed else text[:_LONGEST], tuple(removed))


def fair(text: str) -> str:
    """Return ``text`` as ranking and matching may see it; a question about a rule or a place keeps its words.

    There the attribute is what is asked: an age limit, recognition of a foreign certificate, an office near a town.
    """
    return text if asks_a_rule(text) else strip(text).text or text


def asks_a_rule(text: str) -> bool:
    """Tell whether ``text`` asks what somebody may or must do, what they are entitled to, or where something is."""
    return _rules().in_(words_of(_OPEN.sub(" ", text[:_LONGEST])))


@cache
def _rules() -> Phrases:
    return phrases(line for lines in data("rule_questions.json").values() for line in lines)


def _tidied(text: str) -> str:
    text = _MARKS.sub(lambda match: match[1] or match[2] or "", _SPACES.sub(" ", text))
    return _SPACES.sub(" ", _LEFT_OVER.sub(" ", text)).strip(" ,;.")


def _neutral(word: str, removed: list[Removed]) -> str:
    """Return the masculine form of a feminine verb of the first or second person (``chciałabym`` → ``chciałbym``)."""
    plain = word.casefold()
    for feminine, masculine in _FEMININE:
        if plain.endswith(feminine) and any(tag.startswith("praet:sg:f") for _, tag in morphology.readings(plain)):
            removed.append(Removed("gender", word))
            stem = word[: -len(feminine)]
            changed = next((stem[: -len(old)] + new for old, new in _STEMS if stem.endswith(old)), stem)
            return changed + masculine
    return word


def _neutral_ukrainian(match: re.Match[str], removed: list[Removed]) -> str:
    """Return the masculine form of a Ukrainian verb of the past (``працювала`` → ``працював``)."""
    removed.append(Removed("gender", match[0]))
    return f"{match[1]}в"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (attribute, re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE))
        for attribute, lines in data("protected.json").items()
    )
