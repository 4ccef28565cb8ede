"""Tone: no promises, no diagnosis, no ranking of people; the language of the turn is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from guardrails.frame import HANDLE, Action, Sentence, Verdict
from guardrails.output.lists import word_list
from guardrails.output.phrases import Phrases, data, phrases, words_of
from guardrails.output.reading import read
from guardrails.output.speech import language_of
from register.evidence import Evidence

_DENIALS = word_list("tone.denials")
_REACH = 4
_WORDS_TO_TELL_A_LANGUAGE = 5


@dataclass(frozen=True, slots=True)
class Tone:
    """Drop promises (``gwarantuje pracę``), diagnoses and rankings of people; *nie gwarantuje* is honest and passes."""

    name: str = "tone"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:  # noqa: ARG002 - the shape of a rail
        """Pass, or drop with the fault as detail."""
        if fault := fault_of(sentence.text):
            return Verdict(Action.DROPPED, sentence.text, detail=fault)
        return Verdict(Action.PASSED, sentence.text)


@dataclass(frozen=True, slots=True)
class LanguageDrift:
    """Drop a sentence in another language than the turn's; titles quoted from Polish records do not count."""

    language: str
    name: str = "language"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Pass, or drop with the fault as detail."""
        if drifts(sentence.text, self.language, tuple(item.title for item in evidence.values())):
            return Verdict(Action.DROPPED, sentence.text, detail=f"not in {self.language}")
        return Verdict(Action.PASSED, sentence.text)


def fault_of(text: str) -> str:
    """Return ``promise``, ``diagnosis`` or ``ranking``, or nothing."""
    words = words_of(text)
    for fault, known in _faults().items():
        span = known.find(words)
        if span and not (fault == "promise" and _DENIALS & set(words[max(0, span[0] - _REACH) : span[0]])):
            return fault
    return ""


def drifts(text: str, language: str, titles: tuple[str, ...] = ()) -> bool:
    """Tell whether ``text`` is clearly in another language; short texts and bare titles never are."""
    plain = HANDLE.sub(" ", text)
    for title in titles:
        plain = plain.replace(title, " ")
    if len(words_of(plain)) < _WORDS_TO_TELL_A_LANGUAGE:
        return False
    return language_of(read(plain[:1000])) != language


@cache
def _faults() -> dict[str, Phrases]:
    return {
        fault: phrases(line for lines in languages.values() for line in lines)
        for fault, languages in data("tone.json").items()
    }
