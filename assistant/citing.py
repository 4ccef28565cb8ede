"""Handles become numbered citations, in the order the answer uses them."""

import re
from collections.abc import Iterable, Mapping

from assistant.answer import AnswerSentence, Citation
from guardrails.frame import HANDLE, Sentence
from register.evidence import Evidence

_MARK = re.compile(rf"\s?{HANDLE.pattern}")
_BEFORE_STOP = re.compile(r"\s+([.,;:!?…])")


class Citer:
    """Numbers the sources of one answer; the same record keeps its number."""

    def __init__(self, evidence: Mapping[str, Evidence], given: Iterable[Citation] = ()) -> None:
        """Number the sources in ``evidence``, going on from those already ``given``."""
        self._evidence = evidence
        self._citations: dict[str, Citation] = {citation.record_id: citation for citation in given}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations given out so far, by number."""
        return tuple(self._citations.values())

    def cite(self, sentence: Sentence, lead: str) -> AnswerSentence:
        """Return the sentence without handles and with the numbers of its sources."""
        numbers = tuple(self._number(handle) for handle in sentence.handles)
        text = _BEFORE_STOP.sub(r"\1", _MARK.sub("", sentence.text)).strip()
        return AnswerSentence(text=text, citations=tuple(dict.fromkeys(numbers)), lead=lead)

    def _number(self, handle: str) -> int:
        item = self._evidence[handle]
        if item.record_id not in self._citations:
            self._citations[item.record_id] = Citation(
                n=len(self._citations) + 1,
                record_id=item.record_id,
                kind=item.kind.value,
                title=item.title,
                url=item.url,
                as_of=item.as_of,
            )
        return self._citations[item.record_id].n


def as_text(sentences: tuple[AnswerSentence, ...]) -> str:
    """Join sentences to the text of the answer, each followed by its ``[n]`` marks."""
    return "".join(
        f"{sentence.lead}{sentence.text}" + "".join(f" [{number}]" for number in sentence.citations)
        for sentence in sentences
    ).strip()
