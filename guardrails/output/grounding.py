"""Grounding: every sentence that states a fact must be founded in the records it cites."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from guardrails.frame import HANDLE, Action, Sentence, Verdict
from guardrails.output.attribution import misattributed
from guardrails.output.claim import Claim, claim_of
from guardrails.output.comparisons import false_comparison
from guardrails.output.entities import Names, foreign_names, uncited_records
from guardrails.output.factual import is_question, states_a_fact
from guardrails.output.features import Similarity, features, wordings
from guardrails.output.figures import unfounded_figures, unfounded_words
from guardrails.output.model import Model, shipped
from guardrails.output.phrases import words_of
from guardrails.output.reading import read
from guardrails.output.source import Read, Shelf
from guardrails.output.speech import language_of
from guardrails.output.templates import Templates, templates
from guardrails.output.words import Lemmas
from register.evidence import Evidence

MOST_CHARACTERS = 2_000
MOST_OTHERS = 8
"""So many uncited records of the turn are read to see whether a sentence speaks of another than it cites."""

_ONE_COMPARISON = 0.5
"""A comparison that the figures bear out is all that a sentence of up to ten words says."""
LEAST_QUOTED = 20
"""A sentence of fewer characters may stand in a record by chance."""
_SPACES = re.compile(r"\s+")
_STARTS = ("", ".", "!", "?", "\n")
_ENDS = ("", ".", "!", "?", "\n")


@dataclass(frozen=True, slots=True)
class Grounding:
    """Drop what the cited records do not say; figures, codes and names decide alone, the rest a small model weighs.

    A sentence longer than ``MOST_CHARACTERS`` is not a sentence anybody can check and is dropped.
    """

    names: Names = field(default_factory=Names)
    lemmas: Lemmas | None = None
    similarity: Similarity | None = None
    model: Model = field(default_factory=shipped)
    shelf: Shelf = field(default_factory=Shelf)
    own: Templates = field(default_factory=lambda: templates(()))
    name: str = "grounding"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Pass, or drop with what is unsupported and why."""
        if reason := self.why_not(sentence, evidence):
            return Verdict(Action.DROPPED, sentence.text, detail=f"unsupported: {reason}")
        return Verdict(Action.PASSED, sentence.text)

    def why_not(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> str:
        """Return what in the sentence is not founded and why, or nothing."""
        if len(sentence.text) > MOST_CHARACTERS:
            return f"sentence of {len(sentence.text)} characters cannot be checked"
        reading = read(sentence.text.replace("`", ""), self.lemmas)
        handles = tuple(handle for handle in sentence.handles if handle in evidence)
        gaps = self.own.gaps(sentence.text)
        if not handles:
            sourceless = gaps is None and states_a_fact(reading) and not _verbatim(sentence.text, evidence)
            return "fact without a source" if sourceless else ""
        if stands_in(sentence.text, (evidence[handle] for handle in handles)):
            return ""
        near = (*handles, *islice((handle for handle in evidence if handle not in handles), MOST_OTHERS))
        sources = Read({handle: evidence[handle] for handle in near}, self.shelf)
        return self._cited(claim_of(reading, handles, sources, language_of(reading), gaps))

    def _cited(self, claim: Claim) -> str:
        reading = claim.reading
        if is_question(reading):
            return next(iter((*hard_findings(claim, self.names), *_in_words(claim))), "") if reading.quantities else ""
        if found := next(iter(hard_findings(claim, self.names)), ""):
            return found
        if claim.gaps is not None:
            return next(iter(_in_words(claim)), "")
        seen, said = features(claim, self.similarity), wordings(claim)
        if seen["compared_right"] and seen["length"] <= _ONE_COMPARISON:
            return ""
        probability = self.model.probability(seen, said)
        if probability < self.model.threshold:
            return ""
        reasons = [*(_in_words(claim) if seen["figure_in_words"] else ()), *self.model.reasons(seen, said)]
        return f"{' and '.join(reasons) or 'wording'} ({probability:.2f})"


def _in_words(claim: Claim) -> tuple[str, ...]:
    return tuple(f"{item.dimension.value} {item.text} is not in the cited record" for item in unfounded_words(claim))[
        :1
    ]


def stands_in(text: str, records: Iterable[Evidence]) -> bool:
    """Tell whether a sentence of some length stands in a record letter by letter, from its beginning to its end."""
    plain = _SPACES.sub(" ", HANDLE.sub("", text)).strip().rstrip(".")
    if len(plain) < LEAST_QUOTED:
        return False
    return any(_bounded(plain, item.text) for item in records)


def _bounded(part: str, text: str) -> bool:
    """Tell whether ``part`` stands in ``text`` as whole sentences; half a sentence may lack its condition."""
    at = text.find(part)
    while at >= 0:
        end = at + len(part)
        before, after = text[max(0, at - 3) : at].rstrip(" ")[-1:], text[end : end + 3].lstrip(" ")[:1]
        if before in _STARTS and after in _ENDS:
            return True
        at = text.find(part, end)
    return False


def _verbatim(text: str, evidence: Mapping[str, Evidence]) -> bool:
    """Tell whether a sentence without a citation stands word for word in a record of the turn, after a label or not."""
    words = words_of(text)
    bare = words_of(text.partition(":")[2])
    for item in evidence.values():
        known = " " + " ".join(words_of(f"{item.text} {item.facts}")) + " "
        if any(len(part) > 2 and f" {' '.join(part)} " in known for part in (words, bare)):
            return True
    return False


def hard_findings(claim: Claim, names: Names) -> tuple[str, ...]:
    """Return what decides alone: figures, names and comparisons the cited records do not bear out."""
    found = [f"{item} is not in the cited record" for item in islice(unfounded_figures(claim), 3)]
    if "absence" not in claim.reading.names:
        found += [f"name {item!r} is not in the cited record" for item in islice(foreign_names(claim), 2)]
        found += [f"record {item!r} is not cited" for item in islice(uncited_records(claim, names), 1)]
    found += islice(misattributed(claim), 1)
    if wrong := false_comparison(claim):
        found.append(wrong)
    return tuple(found)
