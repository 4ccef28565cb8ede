"""One turn on the page: progress while it works, verified sentences as they come, sources at the side."""

import logging
from collections.abc import Iterator
from contextlib import aclosing
from urllib.parse import urlencode

import chainlit as cl

from assistant.answer import Answer, Citation, DoneEvent, ErrorEvent, Request, SentenceEvent, StatusEvent
from assistant.language import detect
from register.vocabulary import Audience, Language
from ui.card import title_in
from ui.card_text import escape
from ui.http.feedback import MOST_COMMENT, Feedback
from ui.http.service import Service
from ui.page.extras import extras
from ui.records import record_of
from ui.texts import text

ASK, FORGET, OPEN, RATE = "ask", "forget", "open", "rate"
_log = logging.getLogger(__name__)


class Talk:
    """A conversation of one visitor; ``spoken`` is the language of the page, then that of the last answer."""

    def __init__(self, service: Service, thread_id: str, client: str, page_language: Language) -> None:
        self._service, self._thread_id, self._client = service, thread_id, client
        self.page_language = self._spoken = page_language
        self.language: Language | None = None
        self.audience: Audience | None = None
        self._turns: dict[str, int] = {}

    async def hear(self, message: str) -> None:
        """Answer ``message`` on the page; whatever goes wrong is said in plain words and logged."""
        if self._service.buckets.wait(self._client):
            await cl.Message(text("page.too_many", self._spoken)).send()
            return
        request = self._request(message)
        reply = Reply(request.language or self._spoken)
        try:
            async with aclosing(self._service.turn(request)) as events:
                async for event in events:
                    if isinstance(event, DoneEvent):
                        self._spoken = event.answer.language
                        self._turns |= dict.fromkeys(reply.names, event.answer.turn)
                    await reply.show(event)
        except Exception:
            _log.exception("the page could not show a turn")
            await cl.Message(text("page.failed", self._spoken)).send()

    async def open_card(self, record_id: str) -> None:
        """Show a record beside the conversation; an id that is no record shows nothing."""
        record = record_of(self._service.index, record_id)
        if record is None:
            return
        title = title_in(record, self._spoken)
        element = cl.Text(name=title, url=card_address(record.id, self._spoken), display="inline")
        await cl.ElementSidebar.set_elements([element])
        await cl.ElementSidebar.set_title(title)

    async def forget(self) -> None:
        """Delete what is kept of the conversation and say so."""
        await self._service.forget(self._thread_id)
        self._turns.clear()
        await cl.Message(text("page.forgotten", self._spoken)).send()

    def rate(self, name: str, up: bool, comment: str) -> None:
        """Keep a thumb for the answer the page calls ``name``; raises ``OSError``."""
        if turn := self._turns.get(name):
            said = Feedback(
                thread_id=self._thread_id,
                turn=turn,
                rating="up" if up else "down",
                comment=comment[:MOST_COMMENT] or None,
            )
            self._service.feedback.keep(said)

    def _request(self, message: str) -> Request:
        readable = message.encode("utf-8", errors="replace").decode("utf-8")
        language = self.language or detect(readable, self._spoken)
        return Request(message=readable, thread_id=self._thread_id, audience=self.audience, language=language)


class Reply:
    """The message that grows as events come in."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._message = cl.Message("")
        self._written = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What the page may call this answer: the message, or the step it stands below."""
        return tuple(name for name in (self._message.id, self._message.parent_id) if name)

    async def show(self, event: object) -> None:
        """Put one event of the turn on the page."""
        match event:
            case StatusEvent() if not self._written:
                await self._message.stream_token(f"*{escape(event.label)}*", is_sequence=True)
            case SentenceEvent():
                marks = "".join(_mark(source, self._language) for source in event.sources)
                self._written += f"{event.lead}{_literal(event.text)}{marks}"
                await self._message.stream_token(self._written, is_sequence=True)
            case ErrorEvent():
                self._message.content = escape(event.message)
                await self._message.send()
            case DoneEvent():
                await self._finish(event.answer)

    async def _finish(self, answer: Answer) -> None:
        self._message.content = (self._written or _literal(answer.text)) + extras(answer)
        self._message.actions = list(_actions(answer))
        await self._message.send()


def _mark(citation: Citation, language: Language) -> str:
    return f" [\\[{citation.n}\\]]({card_address(citation.record_id, language)})"


def card_address(record_id: str, language: Language) -> str:
    """Return the address of a record's card; ``page.js`` opens it beside the conversation."""
    return f"/page/card?{urlencode({'id': record_id, 'language': language.value})}"


def _actions(answer: Answer) -> Iterator[cl.Action]:
    for suggestion in answer.suggestions:
        yield cl.Action(name=ASK, payload={"message": suggestion}, label=suggestion)
    label = text("page.forget", answer.language)
    yield cl.Action(name=FORGET, payload={}, label=label, icon="trash-2")


def _literal(sentence: str) -> str:
    """Keep a list mark at the start, make the rest literal."""
    mark, rest = ("- ", sentence[2:]) if sentence.startswith("- ") else ("", sentence)
    return mark + escape(rest)
