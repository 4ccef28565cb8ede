"""``zeterka show``: one record, each field with its source."""

import shutil
from typing import Annotated

import typer

from register.vocabulary import Language
from ui.cli.console import CommandError, say
from ui.cli.progress import ProgressLine

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def show(
    context: typer.Context,
    record_id: Annotated[str, typer.Argument(help="Record id such as zrk:INF.03 or kzis:351406.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as it is kept.")] = False,
    language: Annotated[Language, typer.Option("--lang", help="Language of the labels.")] = Language.PL,
) -> None:
    """Show one record with the source, the date and the certainty of each field."""
    from register.library import to_json  # noqa: PLC0415 - the engine loads when a record is wanted
    from ui.card import card  # noqa: PLC0415
    from ui.card_text import as_plain  # noqa: PLC0415
    from ui.desk import open_records  # noqa: PLC0415
    from ui.records import name_in, record_of  # noqa: PLC0415

    index = open_records(context.obj.settings(), ProgressLine())
    record = record_of(index, record_id)
    if record is None:
        raise CommandError(f"there is no record {record_id}; zeterka search finds ids by words")
    width = min(shutil.get_terminal_size().columns, 110)
    say(to_json(record) if as_json else as_plain(card(record, language, name_in(index)), language, width))
    index.close()
