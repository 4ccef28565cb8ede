"""The judge rail on the road: what the rails have passed of a served model's draft goes to its server once more."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from langchain_core.messages import AIMessageChunk, HumanMessage

from assistant.checking import Release
from assistant.context import TurnContext
from assistant.state import TurnState
from assistant.usage import Used, added
from guardrails.evidence import mark_off, new_mark
from guardrails.frame import Action, RailReport, Sentence
from guardrails.output.judge import NAME, JudgeRail, Opinion, opinions_in
from register.evidence import Evidence

if TYPE_CHECKING:
    from assistant.models.served import ServedModel

_log = logging.getLogger(__name__)
PROMPT = "judge"
MOST_LETTERS = 12_000
"""So much of the cited records is sent, shared evenly among them."""


@dataclass
class ServedJudge:
    """Asks one served model about the sentences of one turn; ``used`` is what that has cost."""

    model: "ServedModel"
    state: TurnState
    context: TurnContext
    used: Used
    sha256: str = ""

    async def __call__(self, sentences: Sequence[Sentence], evidence: Mapping[str, Evidence]) -> Mapping[int, Opinion]:
        """Send one request; raises ``OSError`` where the server does not answer or the turn has nothing left."""
        from assistant.models.asking import ModelError, ask  # noqa: PLC0415 - the client library is slow to import
        from assistant.models.speaking import left, used_in  # noqa: PLC0415

        request = self._request(sentences, evidence)
        try:
            seconds = min(left(self.state, self.context), self.context.judge_seconds)
            reply = await ask(self.model, self.model.chat, [HumanMessage(request)], seconds=seconds, hear=_all)
        except ModelError as error:
            _log.warning("judge: %s", error)
            raise OSError(str(error)) from error
        self.used = used_in(self.model, reply, len(request))
        return opinions_in(reply.text)

    def _request(self, sentences: Sequence[Sentence], evidence: Mapping[str, Evidence]) -> str:
        mark, share = new_mark(), MOST_LETTERS // max(1, len(evidence))
        records = [(handle, one.title, mark_off(one.text[:share], mark)) for handle, one in evidence.items()]
        texts = [" ".join(one.text.split()) for one in sentences]
        prompt = self.context.prompts.render(PROMPT, self.state["language"], records=records, sentences=texts)
        self.sha256 = prompt.sha256
        return prompt.text


def _all(_: AIMessageChunk) -> bool:
    return True


async def judged(
    state: TurnState, release: Release, context: TurnContext, evidence: Mapping[str, Evidence]
) -> TurnState:
    """Have what waits in ``release`` judged where a judge is set; returns what that adds to the state of the turn."""
    model = next((one.served for one in context.models if one.name == state["model"]), None)
    if not context.judges or model is None or not (waiting := release.unjudged):
        return {}
    judge = ServedJudge(replace(model, breaker=context.judges[state["model"]]), state, context, {})
    verdicts = await JudgeRail(judge)([item.piece.sentence for item in waiting], evidence)
    release.judge(verdicts)
    stopped = sum(verdict.action is Action.DROPPED for verdict in verdicts)
    silent = sum(bool(verdict.detail) for verdict in verdicts) - stopped
    tokens = int(judge.used.get("prompt_tokens", 0) + judge.used.get("completion_tokens", 0))
    summary = f"{len(verdicts)} sentences, {stopped} stopped, {silent} without an opinion, {tokens} tokens"
    _log.info("judge: %s", summary)
    return {
        "reports": [*state["reports"], RailReport(NAME, Action.PASSED, summary)],
        "usage": added(state.get("usage", {}), judge.used),
        "prompts": {**state["prompts"], PROMPT: judge.sha256},
    }
