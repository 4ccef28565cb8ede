"""``zeterka chat``: a conversation in the terminal."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from register.vocabulary import Audience, Language
from ui.cli.progress import ProgressLine

if TYPE_CHECKING:
    from ui.settings import Settings

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def chat(
    context: typer.Context,
    audience: Annotated[Audience | None, typer.Option(help="Whom the answers are for.")] = None,
    language: Annotated[Language | None, typer.Option("--lang", help="Language of the answers.")] = None,
    thread: Annotated[str | None, typer.Option(help="Conversation to go on with.")] = None,
) -> None:
    """Talk; /pomoc, /help or /dopomoha lists the commands."""
    settings = context.obj.settings()
    asyncio.run(_chat(settings, audience, language, thread))


async def _chat(settings: "Settings", audience: Audience | None, language: Language | None, thread: str | None) -> None:
    from ui.cli.dialogue import Dialogue, read_lines  # noqa: PLC0415 - the assistant loads when one talks
    from ui.desk import open_desk  # noqa: PLC0415

    async with open_desk(settings, ProgressLine()) as assistant:
        dialogue = Dialogue(assistant, settings.language, audience, language, thread)
        dialogue.hello()
        async for line in read_lines():
            if not await dialogue.hear(line):
                break
        dialogue.bye()
