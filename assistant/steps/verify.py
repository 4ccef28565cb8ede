"""``verify``: the output rails, sentence by sentence; a sentence goes out as soon as it has passed."""

from langchain_core.messages import BaseMessage, ToolMessage
from langgraph.runtime import Runtime

from assistant.checking import Release, Released
from assistant.context import TurnContext
from assistant.evidence import gather
from assistant.judging import judged
from assistant.models.embedded import NAME as EMBEDDED
from assistant.rails import kept_to
from assistant.reminding import REPORT, phrase_for, reminded
from assistant.state import TurnState
from assistant.steps.progress import timed
from guardrails.sentences import split
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, Audience, Language


@timed
async def verify(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Show what the rails let pass and settle how the turn ended, or leave the failed sentences to ``repair``.

    A turn that a rail has ended shows that rail's text. Where nothing founded is left of a server's draft, the turn
    goes back to ``converse`` once more, to the embedded model.
    """
    release = release_of(state, runtime)
    if state["status"] is not None:
        release.say(str(state["work"][-1].content))
        return {"released": release.so_far}
    if state["repairs"] is not None:
        release.mend(state["repairs"])
    elif not _streamed(state):
        for piece in split(str(state["work"][-1].content)):
            release.take(piece)
    more = await judged(state, release, runtime.context, evidence_of(state["work"]))
    if may_repair(state, release.so_far):
        return {**more, "released": release.so_far}
    return {**more, **_settled(state, release, runtime)}


def release_of(state: TurnState, runtime: Runtime[TurnContext]) -> Release:
    """Take up the release of this turn where it was left; the notices of the input rails are said first."""
    language = Language(state["language"])
    rails = runtime.context.output_rails(language)
    if state["model"] != EMBEDDED:
        rails = kept_to(language, rails, runtime.context.prompts)
    hold = state["model"] in runtime.context.judges
    release = Release(rails, evidence_of(state["work"]), runtime.stream_writer, state["released"], hold=hold)
    if state["released"] is None:
        for notice in state["notices"]:
            release.say(notice)
    return release


def evidence_of(messages: list[BaseMessage]) -> dict[str, Evidence]:
    """Return the evidence the tools of this turn have brought, by handle."""
    results = [message.artifact for message in messages if isinstance(message, ToolMessage)]
    return gather(item for result in results for item in result.evidence)


def may_repair(state: TurnState, released: Released) -> bool:
    """Tell whether the model is to be asked for repair: a server's, once, where a sentence has failed."""
    return bool(released.failed) and state["repairs"] is None and state["model"] != EMBEDDED


def _streamed(state: TurnState) -> bool:
    """Tell whether ``converse`` has put the draft through the release while it was being written."""
    return bool(state["work"][-1].response_metadata.get("released"))


def _settled(state: TurnState, release: Release, runtime: Runtime[TurnContext]) -> TurnState:
    dropped = release.finish()
    founded = bool(release.so_far.citations)
    if dropped and not founded and state["model"] != EMBEDDED:
        return {
            "released": release.so_far,
            "work": state["work"][:-1],
            "model": EMBEDDED,
            "fallback": True,
            "repairs": None,
        }
    prompts = runtime.context.prompts
    if dropped:
        release.say(prompts.phrase("rails.something_dropped", state["language"]))
    phrase = prompts.phrase(phrase_for(Audience(state["audience"])), state["language"])
    if founded and state["recommendations"] and not reminded((o.text for o in release.so_far.sentences), phrase):
        release.say(phrase)
        release.note(REPORT)
    return {"released": release.so_far, "status": _status(state, founded=founded, dropped=dropped)}


def _status(state: TurnState, *, founded: bool, dropped: int) -> AnswerStatus:
    if dropped:
        return AnswerStatus.ANSWERED_PARTIALLY if founded else AnswerStatus.NO_INFORMATION
    said = state["work"][-1].response_metadata.get("status")
    if said is not None:
        return AnswerStatus(said)
    return AnswerStatus.ANSWERED if founded else AnswerStatus.NO_INFORMATION
