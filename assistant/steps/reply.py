"""``reply``: the finished answer, and a desk cleared for the next turn."""

from typing import cast

from langchain_core.messages import AIMessage, HumanMessage
from langgraph.runtime import Runtime

from assistant.answer import Answer, DoneEvent, RailUse, Recommendation, ToolUse
from assistant.checking import Released
from assistant.citing import as_text
from assistant.context import TurnContext
from assistant.reasons import fair_reasons
from assistant.state import TurnState
from assistant.usage import as_shown
from guardrails.output.readability import fog_pl
from register.vocabulary import AnswerStatus, Audience, Language


async def reply(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Send the answer; keep the words and the handles, drop what was read for this turn."""
    released = state["released"] or Released()
    timings = state["timings"]
    draft = cast("AIMessage", state["work"][-1])
    recommendations, reasons = fair_reasons(_each_once(state["recommendations"]))
    text = as_text(released.sentences)
    answer = Answer(
        status=state["status"] or AnswerStatus.NO_INFORMATION,
        language=Language(state["language"]),
        audience=Audience(state["audience"]),
        thread_id=state["thread"],
        text=text,
        sentences=released.sentences,
        citations=released.citations,
        recommendations=recommendations,
        suggestions=tuple(draft.response_metadata.get("suggestions", ())),
        tools=tuple(ToolUse.model_validate(use) for use in state["tools"]),
        model=state["model"],
        fallback=state["fallback"],
        prompts=state["prompts"],
        usage=as_shown(state.get("usage", {})),
        rails=tuple(
            # What follows the colon may quote the sentence that must not be seen.
            RailUse(rail=report.rail, action=report.action.value, detail=report.detail.partition(":")[0])
            for report in (*state["reports"], *released.reports, *reasons)
        ),
        readability=fog_pl(text) if state["language"] == Language.PL and text else None,
        timings_ms={**timings, "total": round(sum(timings.values()), 3)},
        turn=state["turn"],
    )
    runtime.stream_writer(DoneEvent(answer=answer))
    cited = [{"n": one.n, "record_id": one.record_id, "title": one.title} for one in answer.citations]
    said = AIMessage(answer.text, additional_kwargs={"memo": draft.response_metadata.get("memo", {}), "cited": cited})
    return {
        "history": [HumanMessage(state["message"]), said],
        "message": "",
        "status": None,
        "work": [],
        "notices": [],
        "released": None,
        "repairs": None,
        "reports": [],
        "tools": [],
        "recommendations": [],
        "timings": {},
        "prompts": {},
        "usage": {},
    }


def _each_once(recommendations: list[Recommendation]) -> tuple[Recommendation, ...]:
    """A record recommended again within a turn stands as it was recommended last, in its first place."""
    return tuple({item.record_id: item for item in recommendations}.values())


def _memo(answer: Answer) -> dict[str, object]:
    """What a served model's answer leaves for the embedded one, should that take the next turn."""
    ids = [citation.record_id for citation in answer.citations]
    return {"focus": ids, "listed": ids, "cited": ids} if ids else {}
