"""What Chainlit calls. Loaded by it as a file; all state hangs on the visitor's session."""

import asyncio
from typing import Any

import chainlit as cl
from chainlit.context import init_ws_context
from chainlit.input_widget import Select
from chainlit.server import sio
from chainlit.session import WebsocketSession
from starlette.datastructures import Headers

from register.vocabulary import Audience, Language
from ui.http.service import STATE, Service
from ui.page.language import of_locale, of_visitor
from ui.page.nothing_kept import NothingKept
from ui.page.talk import ASK, FORGET, OPEN, RATE, Talk
from ui.texts import starters, text

TALK = "talk"
AUTOMATIC = "auto"


@cl.data_layer
def data_layer() -> NothingKept:
    """Return the layer that keeps nothing."""
    return NothingKept()


@cl.set_starters
async def first_questions(_user: Any, locale: str | None) -> list[cl.Starter]:
    """Offer good first questions in the language of the page."""
    return [cl.Starter(label=question, message=question) for question in starters(of_locale(locale))]


@cl.on_chat_start
async def begin() -> None:
    """Open a conversation and offer its settings."""
    talk = _talk()
    await cl.ChatSettings(_widgets(talk.page_language)).send()


@cl.on_settings_update
async def settle(chosen: dict[str, Any]) -> None:
    """Take over the language and the audience a visitor chose."""
    talk = _talk()
    language, audience = chosen.get("language"), chosen.get("audience")
    talk.language = Language(language) if language in set(Language) else None
    talk.audience = Audience(audience) if audience in set(Audience) else None


@cl.on_message
async def hear(message: cl.Message) -> None:
    """Answer a message."""
    await _talk().hear(message.content)


@cl.on_window_message
async def act(data: Any) -> None:
    """Do what a button under an answer says; buttons reach us over the socket (see ``page.js``)."""
    action = data.get("zeterka") if isinstance(data, dict) else None
    payload = action.get("payload") if isinstance(action, dict) else None
    if not isinstance(action, dict) or not isinstance(payload, dict):
        return
    talk = _talk()
    match action.get("name"):
        case str(name) if name == FORGET:
            await talk.forget()
        case str(name) if name == ASK:
            task = asyncio.create_task(_ask(talk, str(payload.get("message", ""))))
            cl.context.session.current_task = task
        case str(name) if name == OPEN:
            await talk.open_card(str(payload.get("id")))
        case str(name) if name == RATE:
            comment = str(payload.get("comment") or "")
            await asyncio.to_thread(talk.rate, str(payload.get("forId")), bool(payload.get("value")), comment)


@sio.on("stop")  # type: ignore[untyped-decorator]
async def stop(sid: str) -> None:
    """Break off the answer; Chainlit's own handler would say so in English."""
    if session := WebsocketSession.get(sid):
        init_ws_context(session)
        if session.current_task:
            session.current_task.cancel()
        await cl.Message(text("page.interrupted", _talk().page_language)).send()


async def _ask(talk: Talk, message: str) -> None:
    emitter = cl.context.emitter
    await emitter.task_start()
    try:
        await cl.Message(message, author="user", type="user_message").send()
        await talk.hear(message)
    finally:
        await emitter.task_end()


def _talk() -> Talk:
    """Return the visitor's conversation; a first message may be quicker than ``begin``."""
    talk: Talk | None = cl.user_session.get(TALK)
    if talk is None:
        talk = _new_talk()
        cl.user_session.set(TALK, talk)
    return talk


def _new_talk() -> Talk:
    session = cl.context.session
    scope = session.environ["asgi.scope"]
    service: Service = scope["state"][STATE]
    headers = Headers(scope=scope)
    language = of_visitor(headers.get("cookie", ""), headers.get("accept-language", ""))
    client = scope["client"][0] if scope.get("client") else ""
    return Talk(service, session.thread_id, client, language)


def _widgets(language: Language) -> list[Any]:
    languages = {text("page.automatic", language): AUTOMATIC}
    languages |= {text(f"page.languages.{one.value}", language): one.value for one in Language}
    audiences = {text(f"page.audiences.{one.value}", language): one.value for one in Audience}
    return [
        Select(id="language", label=text("page.answer_language", language), items=languages, initial_value=AUTOMATIC),
        Select(
            id="audience", label=text("page.audience", language), items=audiences, initial_value=Audience.ADULT.value
        ),
    ]
