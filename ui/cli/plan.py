"""``zeterka plan``: what a conversation came to, as a file."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.advice.plan.document import Format
from register.vocabulary import Language
from ui.cli.console import CommandError, say
from ui.cli.progress import ProgressLine

if TYPE_CHECKING:
    from ui.settings import Settings

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def plan(
    context: typer.Context,
    thread: Annotated[str, typer.Argument(help="The conversation, as given to ask --thread.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write it; the ending says how.")],
    language: Annotated[Language | None, typer.Option("--lang", help="Language of the plan.")] = None,
) -> None:
    """Write the plan of a conversation to FILE (.md, .pdf or .docx)."""
    if out.suffix[1:] not in set(Format):
        raise typer.BadParameter(f"a plan is written as {', '.join(f'.{one}' for one in Format)}, not {out.name!r}")
    asyncio.run(_plan(context.obj.settings(), thread, out, language))
    say(str(out))


async def _plan(settings: "Settings", thread: str, out: Path, language: Language | None) -> None:
    from assistant.advice.plan import write  # noqa: PLC0415 - the assistant loads when it is asked
    from assistant.advice.plan.build import EmptyPlanError  # noqa: PLC0415
    from ui.desk import open_desk  # noqa: PLC0415

    async with open_desk(settings, ProgressLine()) as assistant:
        try:
            document = await assistant.plan(thread, language)
        except EmptyPlanError as error:
            raise CommandError("the conversation has come to nothing yet that a plan could hold") from error
    if document is None:
        raise CommandError(f"there is no conversation {thread!r}")
    out.write_bytes(write(document, Format(out.suffix[1:])))
