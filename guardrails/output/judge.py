"""An optional second opinion by a model, on what the other rails have let pass; off by default.

It can only take a sentence away: what the rules have stopped it never sees.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from guardrails.frame import Action, Sentence, Verdict
from register.evidence import Evidence

NAME = "judge"
MOST_SENTENCES = 20
_LINE = re.compile(
    r"^[\s*]{0,8}(\d{1,3})[.):]\s{0,4}\**(yes|tak|так|no|nie|ні)\b\**[\s.:,–—-]{0,6}(.{0,300})", re.IGNORECASE
)
_YES = frozenset({"yes", "tak", "так"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge says of one sentence: may it be shown, and why not."""

    shown: bool
    reason: str = ""


class Judge(Protocol):
    """Judges the sentences of a draft in one request; raises ``OSError`` when its model does not answer."""

    async def __call__(self, sentences: Sequence[Sentence], evidence: Mapping[str, Evidence]) -> Mapping[int, Opinion]:
        """Return opinions by the place of their sentence, from 1; ``evidence`` holds the records they cite."""
        ...


@dataclass(frozen=True, slots=True)
class JudgeRail:
    """Gives a judge the shape of a rail's verdicts; a judge that fails, or skips a sentence, changes nothing."""

    judge: Judge
    name: str = NAME

    async def __call__(self, sentences: Sequence[Sentence], evidence: Mapping[str, Evidence]) -> tuple[Verdict, ...]:
        """Return a verdict on each sentence: passed, or dropped with the judge's reason."""
        asked = sentences[:MOST_SENTENCES]
        cited = {handle: evidence[handle] for one in asked for handle in one.handles if handle in evidence}
        try:
            opinions = await self.judge(asked, cited) if asked else {}
        except OSError:
            return tuple(Verdict(Action.PASSED, one.text, detail="judge did not answer") for one in sentences)
        return tuple(_verdict(one, opinions.get(place)) for place, one in enumerate(sentences, 1))


def _verdict(sentence: Sentence, opinion: Opinion | None) -> Verdict:
    if opinion is None or opinion.shown:
        return Verdict(Action.PASSED, sentence.text, detail="" if opinion else "no opinion")
    return Verdict(Action.DROPPED, sentence.text, detail=f"judge: {opinion.reason}")


def opinions_in(text: str) -> dict[int, Opinion]:
    """Read ``1. yes`` and ``2. no: reason`` line by line, in three languages; other lines say nothing.

    Where a number comes twice the first counts: what is quoted further down is no verdict.
    """
    found: dict[int, Opinion] = {}
    for line in text.splitlines():
        if match := _LINE.match(line):
            shown = match[2].casefold() in _YES
            found.setdefault(int(match[1]), Opinion(shown, "" if shown else match[3].strip() or "no reason given"))
    return found
