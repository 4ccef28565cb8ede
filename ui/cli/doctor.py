"""``zeterka doctor``: what works, what does not."""

import sys
from typing import Annotated

import typer

from ui.cli.console import say

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def doctor(
    context: typer.Context,
    settings_doc: Annotated[
        bool, typer.Option("--settings-doc", help="Print the page about settings and do nothing else.")
    ] = False,
) -> None:
    """Check settings, index, model and the age of the data; exit code 1 when something does not work."""
    if settings_doc:
        from ui.settings_doc import settings_page  # noqa: PLC0415

        sys.stdout.write(settings_page())
        return
    from ui.checkup import checkup  # noqa: PLC0415 - everything it looks at loads when it looks

    findings = checkup(context.obj.settings())
    for finding in findings:
        say(str(finding))
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)
