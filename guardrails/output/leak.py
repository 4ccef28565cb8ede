"""Leaks: what a model was told for itself never stands in an answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guardrails.frame import Action, Sentence, Verdict
from guardrails.output.phrases import words_of
from register.evidence import Evidence

WORDS = 6
MARKS = ("tool_calls", '"arguments"', "<tool_call", "</tool_call", "<|im_", "[INST]", "NOTHING FOUND", "ERROR:")
"""What only the other side of the protocol writes."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Drop a sentence that shares ``WORDS`` words in a row with an instruction and with no record, or holds a mark.

    ``runs`` are the runs of words of the instructions; ``runs_of`` makes them.
    """

    runs: frozenset[tuple[str, ...]]
    name: str = "leak"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Pass, or drop."""
        if any(mark in sentence.text for mark in MARKS):
            return Verdict(Action.DROPPED, sentence.text, detail="a mark of the protocol")
        shared = self.runs.intersection(_runs(sentence.text))
        if shared and not shared <= runs_of(item.text for item in evidence.values()):
            return Verdict(Action.DROPPED, sentence.text, detail="words of the instructions")
        return Verdict(Action.PASSED, sentence.text)


def runs_of(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return every run of ``WORDS`` words within a line of ``texts``, case folded."""
    return frozenset(run for text in texts for line in text.splitlines() for run in _runs(line))


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    words = words_of(text)
    return (tuple(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))
