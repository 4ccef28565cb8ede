"""``screen``: the input rails, the language of the turn, and a clean desk."""

import time
from asyncio import to_thread

from langchain_core.messages import AIMessage, HumanMessage
from langgraph.runtime import Runtime

from assistant.context import TurnContext
from assistant.language import detect
from assistant.models.embedded.earlier import asks_of_field, goes_back
from assistant.state import TurnState
from assistant.steps.progress import timed
from guardrails.frame import Action, Verdict
from guardrails.frame import screen as run_rails
from guardrails.pasted import disarmed
from register.vocabulary import AnswerStatus, Language


@timed
async def screen(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Let the message through, masked where a rail asks for it, or end the turn with a status and a text."""
    context = runtime.context
    message = disarmed(state["message"])
    screened = run_rails(context.input_rails, message.text)
    language = _language(state, screened.text, context)
    # The rails of a new snapshot read all its names: not on the loop that serves everybody.
    await to_thread(context.output_rails, language)
    now = context.clock()
    dropped = _dropped(state, now, context)
    update: TurnState = {
        "message": screened.text,
        "language": language.value,
        "audience": (state.get("asked_audience") or state.get("audience") or context.audience.value),
        "turn": state.get("turn", 0) + 1,
        "work": [HumanMessage(screened.text)],
        "notices": [
            *(_text(verdict, language, context) for verdict in screened.notices),
            *((context.prompts.phrase("profile.consent.dropped", language),) if dropped else ()),
        ],
        "notebook": {} if dropped else state.get("notebook", {}),
        "seen": now,
        "reports": [*filter(None, (message.report,)), *screened.reports],
        "rounds": 0,
        "tools": [],
        "recommendations": [],
        "prompts": {},
        "status": None,
        "released": None,
        "repairs": None,
        "model": context.models[0].name,
        "fallback": False,
        "began": time.monotonic(),
        "usage": {},
        "timings": {},
    }
    if screened.ended_by is not None and not _is_about_earlier(state, screened.ended_by, screened.text):
        update["status"] = screened.ended_by.status
        said = [screened.ended_by, *(notice for notice in screened.notices if notice.action is Action.NOTED)]
        reply = " ".join(_text(verdict, language, context) for verdict in said)
        update["work"] = [HumanMessage(screened.text), AIMessage(reply)]
    return update


def _is_about_earlier(state: TurnState, verdict: Verdict, text: str) -> bool:
    """A rail sees one message; «kto go wydaje?» is in the field when a record was just spoken of."""
    if verdict.status is not AnswerStatus.OUT_OF_SCOPE:
        return False
    return asks_of_field(text) or (bool(state.get("handles")) and goes_back(text))


def _language(state: TurnState, text: str, context: TurnContext) -> Language:
    if asked := state.get("asked_language"):
        return Language(asked)
    current = state.get("language")
    return detect(text, Language(current) if current else context.language)


def _text(verdict: Verdict, language: Language, context: TurnContext) -> str:
    return context.prompts.phrase(verdict.phrase, language, **verdict.values)


def _dropped(state: TurnState, now: float, context: TurnContext) -> bool:
    """Whether there are notes that nobody agreed to keep and the conversation has rested for too long."""
    notebook = state.get("notebook", {})
    rested = now - state.get("seen", now)
    return bool(notebook) and notebook.get("consent") is not True and rested > 3600 * context.limits.notebook_hours
