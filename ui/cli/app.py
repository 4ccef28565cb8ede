"""The commands, each in a module that is imported when it is named."""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ui.cli.console import exit_code, prepare_streams
from ui.cli.state import State

# Name → module that offers `app`, a Typer application of one or more commands. Others add their line here.
COMMANDS = {
    "ask": "ui.cli.ask",
    "chat": "ui.cli.chat",
    "search": "ui.cli.search",
    "show": "ui.cli.show",
    "plan": "ui.cli.plan",
    "serve": "ui.cli.serve",
    "ingest": "ui.cli.ingest",
    "doctor": "ui.cli.doctor",
    "off": "ui.cli.off",
    "on": "ui.cli.on",
    "eval": "evaluation.cli",
    "train": "ui.cli.train",
}


class LazyGroup(TyperGroup):
    """A group that imports a command when it is asked for, and offers only those installed."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """Name the commands that are installed, in the order of ``COMMANDS``."""
        return [name for name, module in COMMANDS.items() if _installed(module)]

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Import and return one command."""
        module = COMMANDS.get(cmd_name)
        if module is None or not _installed(module):
            return None
        command = typer.main.get_command(import_module(module).app)
        command.name = cmd_name
        return command


app = typer.Typer(
    name="zeterka",
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def zeterka(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Answers questions about careers and qualifications in Poland from official records."""
    context.obj = State(debug=debug)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; errors become one line on standard error."""
    prepare_streams()
    debug, rest = _take_debug(arguments)
    with exit_code(debug=debug) as result:
        ended = typer.main.get_command(app).main(args=rest, prog_name="zeterka", standalone_mode=False)
        result.code = ended if isinstance(ended, int) else result.code
    return result.code


def _take_debug(arguments: Sequence[str]) -> tuple[bool, list[str]]:
    """``--debug`` works before and after the command, but not behind ``--``, where words are the user's."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = [argument for argument in arguments[:end] if argument != "--debug"]
    return len(options) < end, [*options, *arguments[end:]]


def _installed(module: str) -> bool:
    try:
        return module in sys.modules or find_spec(module) is not None
    except ModuleNotFoundError:
        return False
