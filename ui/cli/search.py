"""``zeterka search``: records that fit some words."""

import json
from typing import Annotated

import typer

from register.vocabulary import QualificationCategory, QualificationKind
from ui.cli.console import say
from ui.cli.progress import ProgressLine

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def search(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Name, code or everyday words.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the hits as JSON.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Most hits to show.")] = 10,
    prk: Annotated[list[int] | None, typer.Option(min=1, max=8, help="PRK level; may be repeated.")] = None,
    category: Annotated[list[QualificationCategory] | None, typer.Option(help="Category; may be repeated.")] = None,
    kind: Annotated[QualificationKind | None, typer.Option(help="Full or partial qualifications.")] = None,
    available: Annotated[bool, typer.Option("--available", help="Only what one can apply for now.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say what was filtered, repaired and matched.")] = False,
    interpret: Annotated[
        bool, typer.Option("--interpret/--no-interpret", help="Read filters out of the words, or take them as words.")
    ] = True,
) -> None:
    """Find records by name, code or everyday words."""
    from ui.cli.explain import explanation  # noqa: PLC0415
    from ui.cli.table import table  # noqa: PLC0415 - the engine loads when something is searched
    from ui.desk import open_records  # noqa: PLC0415
    from ui.searching import filters_of, find, found_as_json  # noqa: PLC0415

    index = open_records(context.obj.settings(), ProgressLine())
    filters = filters_of(prk or (), category or (), kind, available=available)
    found = find(index, words, limit, filters, interpret=interpret)
    why = list(explanation(found)) if explain else []
    if as_json:
        say(json.dumps(found_as_json(found) | ({"explanation": why} if explain else {}), ensure_ascii=False))
    else:
        say("\n".join((table(found), *why)))
    index.close()
