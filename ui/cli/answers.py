"""Requests and answers at the terminal."""

from pydantic import ValidationError

from assistant.answer import Answer, Citation, Request
from register.vocabulary import Audience, Language
from ui.cli.console import CommandError
from ui.texts import text


def request_of(message: str, thread: str | None, audience: Audience | None, language: Language | None) -> Request:
    """Return the request; raises ``CommandError`` for a thread id that cannot be one."""
    readable = message.encode("utf-8", errors="replace").decode("utf-8")
    try:
        return Request(message=readable, thread_id=thread, audience=audience, language=language)
    except ValidationError as error:
        raise CommandError("a thread id has up to 64 letters, digits, '-' and '_'") from error


def answer_text(answer: Answer) -> str:
    """Return the answer with its marks, and the numbered sources below."""
    if not answer.citations:
        return answer.text
    return f"{answer.text}\n\n{sources_text(answer.citations, answer.language)}"


def sources_text(citations: tuple[Citation, ...], language: Language) -> str:
    """Return the numbered list of sources: title, date, address."""
    as_of = text("card.as_of", language)
    lines = (f"[{one.n}] {one.title} ({as_of} {one.as_of})\n    {one.url}" for one in citations)
    return "\n".join((f"{text('chat.sources', language)}:", *lines))
