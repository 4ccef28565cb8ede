"""``embedded``: a chat model without weights. It plans tool calls from the question and writes from the evidence."""

import uuid
from collections.abc import Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.messages.tool import ToolCall
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import ConfigDict, PrivateAttr

from assistant.models.embedded.compose import compose
from assistant.models.embedded.plan import Planner
from assistant.models.embedded.situation import NAME, Memo, read_situation
from assistant.models.embedded.wish import read_wish
from guardrails.frame import HANDLE
from prompts import Prompts


class EmbeddedChatModel(BaseChatModel):
    """Deterministic: the same messages give the same reply. Needs no server and no key.

    What it notes for its next turn travels in ``response_metadata["memo"]``; ``status`` and ``suggestions`` beside it.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    prompts: Prompts
    _planner: Planner = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Prepare the planner."""
        super().model_post_init(context)
        self._planner = Planner(self.prompts)

    @property
    def _llm_type(self) -> str:
        return NAME

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> "EmbeddedChatModel":  # noqa: ARG002
        """It knows the assistant's tools already."""
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._reply(messages))])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002
        run_manager: AsyncCallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> ChatResult:
        # A few milliseconds of arithmetic: a thread would cost more than it frees.
        return self._generate(messages)

    def _reply(self, messages: list[BaseMessage]) -> AIMessage:
        situation = read_situation(messages)
        wish = read_wish(situation)
        calls, situation = self._planner.remaining(wish, situation)
        if calls:
            return AIMessage(
                "",
                response_metadata={"model_name": NAME},
                tool_calls=[
                    ToolCall(
                        name=call.tool,
                        args=call.arguments,
                        id=f"call_{uuid.uuid4().hex[:12]}",
                        type="tool_call",
                    )
                    for call in calls
                ],
            )
        composed = compose(wish, situation, self.prompts)
        handles = dict.fromkeys(HANDLE.findall(composed.text))
        ids = {found.evidence.handle: found.evidence.record_id for found in situation.found()}
        memo = Memo(
            intent=wish.intent.value,
            subject=wish.subject,
            question=wish.question,
            focus=_spoken_of(composed.focus, situation.memo.focus),
            listed=composed.listed or composed.focus or situation.memo.listed,
            options=composed.options,
            cited=tuple(ids[handle] for handle in handles if handle in ids),
        )
        return AIMessage(
            composed.text,
            response_metadata={
                "status": composed.status.value,
                "memo": memo.as_dict(),
                "suggestions": list(composed.suggestions),
                "model_name": NAME,
            },
        )


def _spoken_of(now: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """What was spoken of; rules quoted in between do not make one forget the record."""
    if any(not record_id.startswith("fact:") for record_id in now):
        return now
    return tuple(dict.fromkeys((*now, *(record_id for record_id in before if not record_id.startswith("fact:")))))
