"""``embedded``: a chat model without weights. It plans tool calls from the question and writes from the evidence."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.messages.tool import ToolCall
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import ConfigDict, PrivateAttr

from assistant.models.embedded.compose import Composed, compose
from assistant.models.embedded.compose.parts import surest, together
from assistant.models.embedded.dialogue.kinds import OF_FIGURES, kind_of
from assistant.models.embedded.dialogue.memo import MOST_SHOWN, Memo, latest, named, noted
from assistant.models.embedded.dialogue.offers import PAUSED
from assistant.models.embedded.dialogue.pointing import said_of_one
from assistant.models.embedded.dialogue.reference import MOST_WORDS, ordinals
from assistant.models.embedded.dialogue.switched import switched
from assistant.models.embedded.draft import Draft
from assistant.models.embedded.person.told import LICENCE, age_in, constraints_in
from assistant.models.embedded.planning.advising import origin_of
from assistant.models.embedded.planning.fit import called
from assistant.models.embedded.planning.planner import Planner, unique
from assistant.models.embedded.reading.message import read_wish
from assistant.models.embedded.reading.parts import parts_of
from assistant.models.embedded.reading.settled import settled
from assistant.models.embedded.situation import NAME, Situation, read_situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from guardrails.frame import HANDLE
from prompts import Prompts
from retrieval.analysis import analyse

MOST_AT_ONCE = 8
"""So many calls are made in a round; what several questions need beyond that is asked for in the next."""
MOST_ROUNDS_OF_PARTS = 4


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
        situation = switched(read_situation(messages))
        wish = settled(read_wish(situation))
        parts = parts_of(situation, wish)
        every = (wish, *(reading for readings in parts for reading in readings))
        views = [self._planner.remaining(one, situation.alone() if parts else situation) for one in every]
        calls = tuple(unique(call for further, _ in views for call in further))
        if calls and not (parts and situation.rounds >= MOST_ROUNDS_OF_PARTS):
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
                    for call in calls[:MOST_AT_ONCE]
                ],
            )
        views_of = [view for _, view in views]
        composed = compose(wish, views_of[0], self.prompts)
        if parts:
            composed = together(Draft(self.prompts, situation.language), composed, self._each(parts, views_of[1:]))
        situation = situation.with_all(views_of)
        memo = _noted(wish, situation, composed)
        return AIMessage(
            composed.text,
            response_metadata={
                "status": composed.status.value,
                "memo": memo.as_dict(),
                "suggestions": list(composed.suggestions),
                "model_name": NAME,
            },
        )

    def _each(self, parts: Sequence[Sequence[Wish]], views: Sequence[Situation]) -> list[tuple[str, Composed]]:
        """Write the answer to each of several questions, by the first reading that has one; a rule is quoted once."""
        said: list[tuple[str, Composed]] = []
        left = iter(views)
        for readings in parts:
            quoted = tuple(record_id for _, one in said for record_id in one.focus)
            composed = [compose(replace(one, quoted=quoted), next(left), self.prompts) for one in readings]
            said.append((readings[0].clause, surest(list(zip(readings, composed, strict=True)))))
        return said


def _noted(wish: Wish, situation: Situation, composed: Composed) -> Memo:
    """The state of the dialogue after this answer; talk in between (thanks, rules) makes one forget nothing."""
    before = situation.memo
    focus = composed.focus or before.focus
    recent = latest(focus, before.recent)
    several = tuple(record_id for record_id in composed.focus if not record_id.startswith("fact:"))
    listed = composed.listed or (several if len(several) > 1 else ()) or before.listed
    # «Ta druga: jakie kwalifikacje?», then «a ta pierwsza?»; the parts told of it beside are no list of their own.
    if _one_of_list(wish, situation, composed.focus) or _goes_on_about_one(wish, before, composed.focus):
        listed = before.listed
    names = {found.evidence.record_id: called(found.evidence) for found in situation.found()}
    ids = {found.evidence.handle: found.evidence.record_id for found in situation.found()}
    talked = not composed.focus and not composed.options and wish.intent not in OF_FIGURES
    paused = before.offer if before.offer == PAUSED else ""
    return Memo(
        kind=before.kind if talked else kind_of(wish, composed),
        intent=before.intent if talked else wish.intent.value,
        subject=wish.subject or (before.subject if talked or wish.carried or wish.targets else ""),
        question=before.question if talked else wish.question,
        focus=focus,
        recent=recent,
        listed=listed,
        names=named(names, before.names, (*recent, *listed)),
        options=composed.options or (() if composed.focus else _still_open(before)),
        offer=composed.offer or paused,
        shown=(shown := _shown(wish, before, composed)),
        rejected=wish.rejected or (before.rejected if shown == before.shown else ""),
        told=noted(_told(wish, situation)),
        said=composed.said,
        times=composed.times,
        language=situation.language.value,
        cited=tuple(ids[handle] for handle in dict.fromkeys(HANDLE.findall(composed.text)) if handle in ids),
    )


def _still_open(before: Memo) -> tuple[str, ...]:
    """The records offered before, which an answer about none of them («jakie zarobki?») leaves to be chosen from."""
    return tuple(option for option in before.options if not option.startswith("?"))


def _told(wish: Wish, situation: Situation) -> dict[str, Any]:
    """What has been told of the person so far."""
    now = {**constraints_in(situation.question), **age_in(situation.question), **_papers(wish)}
    asked = (call.arguments.get("origin") for call in situation.asked)
    origin = next((told for told in asked if told), None) or origin_of(wish, situation)
    if origin:
        now["origin"] = origin
    if wish.unproven:
        now["unproven"] = True
    if wish.held:
        now["held"] = list(wish.held)
    return {**situation.memo.told_of_person, **now}


def _one_of_list(wish: Wish, situation: Situation, focus: Sequence[str]) -> bool:
    """Tell whether one of a list was pointed to, by its place or by a word for it: the list stays for the next one."""
    before = situation.memo
    words = analyse(situation.question, max_words=MOST_WORDS + 1).words
    one = wish.targets[0] if len(wish.targets) == 1 else next(iter(focus), "") if wish.among else ""
    pointed = bool(ordinals(words)) or (len(before.listed) > 1 and bool(said_of_one(words)))
    return one in before.listed and len(words) <= MOST_WORDS and pointed


def _goes_on_about_one(wish: Wish, before: Memo, focus: Sequence[str]) -> bool:
    """Tell whether something else than its parts was asked of the one of a list that was spoken of already."""
    one = before.it in before.listed and len(before.listed_in_focus) == 1 and before.it in focus[:1]
    return one and len(before.listed) > 1 and wish.intent not in (Intent.PARTS, Intent.ABOUT, Intent.FIND)


def _shown(wish: Wish, before: Memo, composed: Composed) -> tuple[str, ...]:
    """All that was listed for the wish; looking at one of it forgets nothing."""
    if wish.others:
        return tuple(dict.fromkeys((*before.shown, *composed.focus)))[-MOST_SHOWN:]
    return composed.focus if len(composed.focus) > 1 or not set(composed.focus) <= set(before.shown) else before.shown


def _papers(wish: Wish) -> dict[str, str]:
    """The papers from abroad that a way has to begin with, named in answer to the question which they are."""
    ruled = [kind for kind in wish.papers if kind != LICENCE]
    return {"foreign": ruled[0]} if ruled else {}
