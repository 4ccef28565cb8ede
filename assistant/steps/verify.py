"""``verify``: the output rails, sentence by sentence; a sentence goes out as soon as it has passed."""

from langchain_core.messages import BaseMessage, ToolMessage
from langgraph.runtime import Runtime

from assistant.answer import AnswerSentence, SentenceEvent
from assistant.citing import Citer
from assistant.context import TurnContext
from assistant.evidence import gather
from assistant.state import TurnState
from assistant.steps.progress import timed
from guardrails.frame import RailReport
from guardrails.frame import verify as run_rails
from guardrails.sentences import Piece, split
from register.evidence import Evidence
from register.vocabulary import AnswerStatus


@timed
async def verify(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Show what the rails let pass, say so where they stopped something, and settle how the turn ended."""
    evidence = evidence_of(state["work"])
    citer = Citer(evidence)
    sentences: list[AnswerSentence] = []
    reports: list[RailReport] = []
    dropped = 0
    for notice in state["notices"]:
        sentences += [_show(citer, piece, runtime) for piece in split(notice)]
    for piece in split(str(state["work"][-1].content)):
        verified = run_rails(runtime.context.output_rails, piece.sentence, evidence)
        reports += verified.reports
        if not verified.kept:
            dropped += 1
            continue
        lead = piece.lead or ("\n\n" if sentences else "")
        sentences.append(_show(citer, Piece(lead, verified.sentence), runtime))
    if dropped:
        notice = runtime.context.prompts.phrase("rails.something_dropped", state["language"])
        sentences += [_show(citer, piece, runtime) for piece in split(notice)]
    return {
        "sentences": sentences,
        "citations": list(citer.citations),
        "reports": [*state["reports"], *reports],
        "status": state["status"] or _status(state, citer, dropped),
    }


def evidence_of(messages: list[BaseMessage]) -> dict[str, Evidence]:
    """Return the evidence the tools of this turn have brought, by handle."""
    results = [message.artifact for message in messages if isinstance(message, ToolMessage)]
    return gather(item for result in results for item in result.evidence)


def _show(citer: Citer, piece: Piece, runtime: Runtime[TurnContext]) -> AnswerSentence:
    sentence = citer.cite(piece.sentence, piece.lead)
    sources = tuple(citation for citation in citer.citations if citation.n in sentence.citations)
    runtime.stream_writer(
        SentenceEvent(text=sentence.text, citations=sentence.citations, lead=sentence.lead, sources=sources)
    )
    return sentence


def _status(state: TurnState, citer: Citer, dropped: int) -> AnswerStatus:
    if dropped:
        return AnswerStatus.ANSWERED_PARTIALLY if citer.citations else AnswerStatus.NO_INFORMATION
    said = state["work"][-1].response_metadata.get("status")
    if said is not None:
        return AnswerStatus(said)
    return AnswerStatus.ANSWERED if citer.citations else AnswerStatus.NO_INFORMATION
