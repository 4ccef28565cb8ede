"""One conversation at the terminal: questions, and commands in three languages."""

import asyncio
import contextlib
import secrets
import sys
from collections.abc import AsyncIterator, Awaitable, Callable

from assistant.answer import Answer, DoneEvent, ErrorEvent, SentenceEvent, StatusEvent
from assistant.service import Assistant
from register.vocabulary import Audience, Language
from ui.cli.answers import request_of, sources_text
from ui.cli.console import say
from ui.texts import text

HELP = frozenset({"/pomoc", "/help", "/dopomoha", "/?"})
NEW = frozenset({"/nowy", "/nowa", "/new", "/nova"})
SOURCES = frozenset({"/zrodla", "/źródła", "/sources", "/dzherela"})
LANGUAGE = frozenset({"/jezyk", "/język", "/language", "/mova"})
END = frozenset({"/koniec", "/quit", "/exit", "/kinets"})
AUTOMATIC = "auto"


async def read_lines(prompt: str = "> ") -> AsyncIterator[str]:
    """Yield what the user types until the end of input; no line is read before it is wanted."""
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - gives `input` a history; absent on Windows
    while True:
        try:
            yield await asyncio.to_thread(input, prompt if sys.stdin.isatty() else "")
        except EOFError:
            return


class Dialogue:
    """Keeps the thread, the wishes and the last answer of a conversation."""

    def __init__(
        self,
        assistant: Assistant,
        spoken: Language,
        audience: Audience | None,
        language: Language | None,
        thread: str | None,
    ) -> None:
        self._assistant = assistant
        self._spoken = language or spoken
        self._audience = audience
        self._language = language
        self._thread = thread or secrets.token_urlsafe(18)
        self._last: Answer | None = None

    def hello(self) -> None:
        """Say what this is, as help for people and not as output for programs."""
        self._note("chat.hello")

    def bye(self) -> None:
        """Take leave."""
        self._note("chat.bye")

    async def hear(self, line: str) -> bool:
        """Answer a line or do a command; tells whether the conversation goes on."""
        words = line.split()
        if not words:
            return True
        if not words[0].startswith("/"):
            await self._ask(line)
            return True
        command, arguments = words[0].lower(), words[1:]
        if command in END:
            return False
        await self._command(command)(arguments)
        return True

    def _command(self, command: str) -> Callable[[list[str]], Awaitable[None]]:
        for names, action in (
            (HELP, self._help),
            (NEW, self._new),
            (SOURCES, self._sources),
            (LANGUAGE, self._speak),
        ):
            if command in names:
                return action

        async def unknown(_arguments: list[str]) -> None:
            self._note("chat.unknown", command=command)

        return unknown

    async def _ask(self, message: str) -> None:
        request = request_of(message, self._thread, self._audience, self._language)
        async for event in self._assistant.stream(request):
            match event:
                case StatusEvent():
                    sys.stderr.write(f"  {event.label}\n")
                case SentenceEvent():
                    marks = "".join(f" [{number}]" for number in event.citations)
                    sys.stdout.write(f"{event.lead}{event.text}{marks}")
                    sys.stdout.flush()
                case DoneEvent():
                    say()
                    self._last, self._spoken = event.answer, event.answer.language
                case ErrorEvent():
                    sys.stderr.write(f"{event.message}\n")

    async def _help(self, _arguments: list[str]) -> None:
        for language in sorted(Language, key=lambda one: one is not self._spoken):
            sys.stderr.write(f"{text('chat.help', language)}\n")

    async def _new(self, _arguments: list[str]) -> None:
        await self._assistant.forget(self._thread)
        self._thread, self._last = secrets.token_urlsafe(18), None
        self._note("chat.new")

    async def _sources(self, _arguments: list[str]) -> None:
        if self._last and self._last.citations:
            say(sources_text(self._last.citations, self._spoken))
        else:
            self._note("chat.no_sources")

    async def _speak(self, arguments: list[str]) -> None:
        wanted = arguments[0].lower() if arguments else AUTOMATIC
        if wanted in set(Language):
            self._language = self._spoken = Language(wanted)
        elif wanted == AUTOMATIC:
            self._language = None
        self._note("chat.language", chosen=self._language.value if self._language else AUTOMATIC)

    def _note(self, key: str, **values: str) -> None:
        sys.stderr.write(f"{text(key, self._spoken, **values)}\n")
