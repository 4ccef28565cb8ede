"""``zeterka off``: answering stops at once, with a friendly notice to users."""

import getpass
from typing import Annotated

import typer

from guardrails.switch import turn_off
from ui.cli.console import say

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def off(
    context: typer.Context,
    reason: Annotated[str, typer.Option("--reason", help="Why, for the audit log.")],
    who: Annotated[str, typer.Option("--who", help="Whose decision it is; the user's name without it.")] = "",
) -> None:
    """Turn answering off; who, when and why is kept in the audit log."""
    state = turn_off(context.obj.settings().data_dir, reason, who or getpass.getuser())
    say(f"off since {state.since}: {state.reason}")
