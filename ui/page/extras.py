"""What stands below an answer on the page: a picture of the routes, and the plan as files."""

from collections.abc import Iterator
from urllib.parse import urlencode

from assistant.advice.plan.document import Format
from assistant.answer import Answer
from register.vocabulary import AnswerStatus
from ui.texts import text

PATHWAY, PLAN = "career_pathway", "make_plan"


def extras(answer: Answer) -> str:
    """Return Markdown for what the tools of this turn have made; addresses are of this server."""
    return "".join(f"\n\n{line}" for line in _lines(answer))


def _lines(answer: Answer) -> Iterator[str]:
    if answer.status not in (AnswerStatus.ANSWERED, AnswerStatus.ANSWERED_PARTIALLY):
        return
    used = {use.name for use in answer.tools}
    base = f"/api/v1/threads/{answer.thread_id}"
    language = {"language": answer.language.value}
    if PATHWAY in used:
        address = f"{base}/pathways.svg?{urlencode(language)}"
        # On a phone the picture is small: it opens whole by a tap.
        yield f"[{text('page.pathways', answer.language)}]({address})"
        yield f"![{text('page.pathways', answer.language)}]({address})"
    if PLAN in used:
        addresses = (
            f"[{one.value.upper()}]({base}/plan?{urlencode({'format': one.value, **language})})" for one in Format
        )
        yield f"{text('page.plan', answer.language)}: {', '.join(addresses)}"
