"""``screen``: the input rails, the language of the turn, and a clean desk."""

import time
from asyncio import to_thread

from langchain_core.messages import AIMessage, HumanMessage
from langgraph.runtime import Runtime

from assistant.context import TurnContext
from assistant.language import detect
from assistant.models.embedded.dialogue.earlier import asks_nothing, asks_of_field, goes_back, is_courtesy
from assistant.state import TurnState
from assistant.steps.progress import timed
from assistant.switching import switch_in
from guardrails.aftercare import BURDEN, asks_for_help, follow_up, still, takes_back, warm_reply
from guardrails.crisis import only_sober
from guardrails.frame import Action, RailReport, Screened, Verdict
from guardrails.frame import screen as run_rails
from guardrails.pasted import disarmed
from register.vocabulary import AnswerStatus, Language

RESTED = 6 * 3600.0
"""After so many seconds of rest nothing is heard in the light of what the help lines were named for."""
_CRISIS = "rails.crisis."


@timed
async def screen(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Let the message through, masked where a rail asks for it, or end the turn with a status and a text."""
    context = runtime.context
    message = disarmed(state["message"])
    screened = run_rails(context.input_rails, message.text)
    language = _language(state, screened.text, context)
    now = context.clock()
    trouble = _trouble_before(state, now)
    ended_by = _ended_by(state, screened, trouble)
    # The rails of a new snapshot read all its names: not on the loop that serves everybody.
    await to_thread(context.output_rails, language)
    dropped = _dropped(state, now, context)
    update: TurnState = {
        "message": screened.text,
        "language": language.value,
        "audience": (state.get("asked_audience") or state.get("audience") or context.audience.value),
        "turn": state.get("turn", 0) + 1,
        "work": [HumanMessage(screened.text)],
        "notices": [
            *(_text(one, language, context) for one in _beside(screened, ended_by) if not (ended_by and _noted(one))),
            *((context.prompts.phrase("profile.consent.dropped", language),) if dropped else ()),
        ],
        "notebook": {} if dropped else state.get("notebook", {}),
        "seen": now,
        "trouble": _trouble(trouble, screened, ended_by),
        "reports": [*filter(None, (message.report,)), *screened.reports, *_reported(screened, ended_by)],
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
    if ended_by is not None:
        update["status"] = ended_by.status
        said = [ended_by, *filter(_noted, _beside(screened, ended_by))]
        reply = " ".join(_text(verdict, language, context) for verdict in said)
        update["work"] = [HumanMessage(screened.text), AIMessage(reply)]
    return update


def _ended_by(state: TurnState, screened: Screened, trouble: str) -> Verdict | None:
    """What ends the turn: a rail, a burden told without a question, or what follows an answer with help lines."""
    verdict, text = screened.ended_by, screened.text
    if verdict is not None and verdict.status is AnswerStatus.CRISIS_SUPPORT:
        return still(verdict, trouble)
    if verdict is not None and verdict.status is not AnswerStatus.OUT_OF_SCOPE:
        return verdict
    if _burdened(screened) and asks_nothing(text, told=True):
        return warm_reply(text)
    goes_on = "?" in text and bool(state.get("handles")) and not asks_for_help(text)
    if trouble and not goes_on and (takes_back(text) or asks_nothing(text)):
        return follow_up(text, trouble, heard=any(notice.phrase.startswith(_CRISIS) for notice in screened.notices))
    return None if verdict is None or _is_about_earlier(state, verdict, text) else verdict


def _beside(screened: Screened, ended_by: Verdict | None) -> list[Verdict]:
    """What is said beside the answer: no line beside help lines, nor beside a wish for a loss that is only told."""
    helped = ended_by is not None and ended_by.status is AnswerStatus.CRISIS_SUPPORT
    lived = _burdened(screened) and only_sober(screened.text) and not asks_nothing(screened.text, told=True)
    return [
        one
        for one in screened.notices
        if not (helped and one.phrase.startswith(_CRISIS)) and not (lived and one.detail == BURDEN)
    ]


def _noted(verdict: Verdict) -> bool:
    return verdict.action is Action.NOTED


def _reported(screened: Screened, ended_by: Verdict | None) -> list[RailReport]:
    """An end that no rail has put, for the log."""
    put = ended_by is None or any(report.action is Action.ENDED for report in screened.reports)
    return [] if put or ended_by is None else [RailReport("crisis", Action.ENDED, ended_by.detail)]


def _burdened(screened: Screened) -> bool:
    return any(notice.detail == BURDEN for notice in screened.notices)


def _trouble_before(state: TurnState, now: float) -> str:
    """What the help lines were last named for, unless the conversation has rested since."""
    return state.get("trouble", "") if now - state.get("seen", now) < RESTED else ""


def _trouble(before: str, screened: Screened, ended_by: Verdict | None) -> str:
    """What the next message is heard in the light of: thanks, a rude word and the like make one forget nothing."""
    if ended_by is None:
        return before if before and is_courtesy(screened.text) else ""
    if ended_by.status is AnswerStatus.CRISIS_SUPPORT:
        return before if ended_by.detail.startswith("again") else ended_by.detail
    return "" if ended_by.detail == "taken_back" else before


def _is_about_earlier(state: TurnState, verdict: Verdict, text: str) -> bool:
    """A rail sees one message; «kto go wydaje?» is in the field when a record was just spoken of."""
    if verdict.status is not AnswerStatus.OUT_OF_SCOPE:
        return False
    return asks_of_field(text) or (bool(state.get("handles")) and goes_back(text))


def _language(state: TurnState, text: str, context: TurnContext) -> Language:
    if asked := state.get("asked_language"):
        return Language(asked)
    if switch := switch_in(text):
        return switch.language
    current = state.get("language")
    return detect(text, Language(current) if current else context.language)


def _text(verdict: Verdict, language: Language, context: TurnContext) -> str:
    return context.prompts.phrase(verdict.phrase, language, **verdict.values)


def _dropped(state: TurnState, now: float, context: TurnContext) -> bool:
    """Whether there are notes that nobody agreed to keep and the conversation has rested for too long."""
    notebook = state.get("notebook", {})
    rested = now - state.get("seen", now)
    return bool(notebook) and notebook.get("consent") is not True and rested > 3600 * context.limits.notebook_hours
