"""``zeterka ask``: one question, one cited answer."""

import asyncio
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from register.vocabulary import Audience, Language
from ui.cli.console import CommandError, say
from ui.cli.progress import ProgressLine

if TYPE_CHECKING:
    from ui.settings import Settings

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="What you want to know; '-' reads it from standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    audience: Annotated[Audience | None, typer.Option(help="Whom the answer is for.")] = None,
    language: Annotated[Language | None, typer.Option("--lang", help="Language of the answer.")] = None,
    thread: Annotated[str | None, typer.Option(help="Conversation to go on with.")] = None,
) -> None:
    """Answer one question and name the sources."""
    settings: Settings = context.obj.settings()
    message = _from_stdin(settings) if question == "-" else question
    asyncio.run(_ask(settings, message, as_json, audience, language, thread))


async def _ask(
    settings: "Settings",
    message: str,
    as_json: bool,
    audience: Audience | None,
    language: Language | None,
    thread: str | None,
) -> None:
    from ui.cli.answers import answer_text, request_of  # noqa: PLC0415 - the assistant loads when it is asked
    from ui.desk import open_desk  # noqa: PLC0415

    request = request_of(message, thread, audience, language)
    async with open_desk(settings, ProgressLine()) as assistant:
        answer = await assistant.answer(request)
    say(answer.model_dump_json() if as_json else answer_text(answer))


def _from_stdin(settings: "Settings") -> str:
    """Read at most what a message may hold and one byte more, so that too much is still seen."""
    if sys.stdin is None:
        raise CommandError("there is no standard input to read the question from")
    most = settings.max_message_chars * 4 + 1
    return sys.stdin.buffer.read(most).decode("utf-8", errors="replace").strip()
