"""What the grounding rail makes of an answer that was shown: support of each sentence, need of each citation, names.

The rail is built here and is not the one on the road, so that a run sees what a rail that was switched off let through.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.matching import folded
from evaluation.turns import Checked
from guardrails.frame import Sentence
from guardrails.output import Grounding, output_rails
from guardrails.output.claim import claim_of
from guardrails.output.entities import foreign_names
from guardrails.output.reading import read
from guardrails.output.source import Shelf
from guardrails.output.speech import language_of
from prompts import Prompts
from register.evidence import Evidence
from register.vocabulary import Language

_CODE = re.compile(r"\b[A-Z]{2,3}\.\d{2}\b")


def grounding_rail(phrases: Sequence[str] = ()) -> Grounding:
    """Return the packaged grounding rail; ``phrases`` are our own texts, whose fixed words need no source."""
    return next(rail for rail in output_rails(phrases=phrases) if isinstance(rail, Grounding))


def rails_judge(prompts: Prompts | None = None) -> "Judge":
    """Return the judge that knows our own texts in every language."""
    known = prompts or Prompts()
    return Judge(grounding_rail([text for one in Language for text in known.phrases(one)]))


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges shown sentences against the evidence of their turn."""

    rail: Grounding = field(default_factory=grounding_rail)
    shelf: Shelf = field(default_factory=Shelf)

    def check(self, text: str, cited: Sequence[str], evidence: Mapping[str, Evidence]) -> Checked:
        """Judge one sentence without marks; ``cited`` are handles of ``evidence``."""
        ids = tuple(evidence[handle].record_id for handle in cited)
        why = self._why_not(text, cited, evidence)
        if not cited:
            return Checked(text=text, supported=False if why else None, why=why)
        needed = tuple(not why and self._needed(text, handle, cited, evidence) for handle in cited)
        return Checked(text=text, citations=ids, supported=not why, needed=needed, why=why)

    def read(
        self, answer: Mapping[str, Any], evidence: Mapping[str, Evidence], said: str
    ) -> tuple[tuple[Checked, ...], tuple[str, ...]]:
        """Judge every sentence of an answer (the contract's JSON) and name what it invented, each once."""
        handles = {item.record_id: handle for handle, item in evidence.items()}
        numbers = {one["n"]: handles.get(one["record_id"]) for one in answer.get("citations", ())}
        checked: list[Checked] = []
        invented: list[str] = []
        for one in answer.get("sentences", ()):
            cited = tuple(handle for n in one.get("citations", ()) if (handle := numbers.get(n)))
            checked.append(self.check(one["text"], cited, evidence))
            invented += self.invented(one["text"], evidence, said)
        return tuple(checked), tuple(dict.fromkeys(invented))

    def invented(self, text: str, evidence: Mapping[str, Evidence], said: str) -> Iterator[str]:
        """Yield names and codes in a sentence that neither the evidence nor the user's own words hold."""
        if self.rail.own.made(text):
            return
        known = folded(" ".join((said, *(f"{item.title} {item.text} {item.facts}" for item in evidence.values()))))
        yield from (code for code in _CODE.findall(text) if code.casefold() not in known)
        sources = {handle: self.shelf.source(item) for handle, item in evidence.items()}
        reading = read(text)
        claim = claim_of(reading, tuple(evidence), sources, language_of(reading))
        yield from (name for name in foreign_names(claim) if folded(name).strip() not in known)

    def _needed(self, text: str, handle: str, cited: Sequence[str], evidence: Mapping[str, Evidence]) -> bool:
        """After ALCE: a citation is dispensable when it cannot bear the sentence alone and the others can."""
        if len(cited) == 1 or not self._why_not(text, (handle,), evidence):
            return True
        others = tuple(other for other in cited if other != handle)
        return bool(self._why_not(text, others, evidence))

    def _why_not(self, text: str, handles: Sequence[str], evidence: Mapping[str, Evidence]) -> str:
        marks = "".join(f" [{handle}]" for handle in handles)
        return self.rail.why_not(Sentence(f"{text}{marks}", tuple(handles)), evidence)
