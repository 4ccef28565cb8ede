"""An optional second opinion by a model: the assistant runs it where a model server is configured; off by default."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from guardrails.frame import Action, Sentence, Verdict
from register.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge says of one sentence: may it be shown, why not, and what asking cost (tokens; 0 where unknown)."""

    shown: bool
    reason: str = ""
    tokens: int = 0


class Judge(Protocol):
    """Judges one sentence against the records it cites; raises ``OSError`` when its model does not answer."""

    async def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Opinion:
        """Return an opinion on ``sentence``; ``evidence`` holds the records it cites."""
        ...


Log = Callable[[Opinion], None]
"""Takes note of cost and verdict, without texts."""


@dataclass(frozen=True, slots=True)
class JudgeRail:
    """Gives a judge the shape of a rail's verdict; a judge that fails changes nothing."""

    judge: Judge
    log: Log | None = None
    name: str = "judge"

    async def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Pass, or drop with the judge's reason."""
        cited = {handle: evidence[handle] for handle in sentence.handles if handle in evidence}
        try:
            opinion = await self.judge(sentence, cited)
        except OSError:
            return Verdict(Action.PASSED, sentence.text, detail="judge did not answer")
        if self.log:
            self.log(opinion)
        if opinion.shown:
            return Verdict(Action.PASSED, sentence.text)
        return Verdict(Action.DROPPED, sentence.text, detail=f"judge: {opinion.reason}")


AsyncRail = Callable[[Sentence, Mapping[str, Evidence]], Awaitable[Verdict]]
"""What ``JudgeRail`` is: awaited by the assistant after the other rails have passed a sentence."""
