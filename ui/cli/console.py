"""Standard streams and exit codes: what every command does the same way."""

import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import typer
from typer._click.exceptions import ClickException

DONE, FAILED, WRONG_USE, GATE_MISSED, INTERRUPTED = 0, 1, 2, 3, 130


class CommandError(Exception):
    """The work could not be done; the message is the one line that says why."""


class ReaderGoneError(Exception):
    """Whoever read our output wants no more; Typer would make a failure of a broken pipe."""


@dataclass
class Result:
    """The exit code of a command."""

    code: int = DONE


def prepare_streams() -> None:
    """Write UTF-8 whatever the terminal says, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def exit_code(*, debug: bool) -> Iterator[Result]:
    """Turn what a command raises into an exit code and one line on standard error."""
    result = Result()
    try:
        yield result
        sys.stdout.flush()
    except ClickException as error:
        result.code = WRONG_USE
        complain(error.format_message())
    except (KeyboardInterrupt, typer.Abort):
        result.code = INTERRUPTED
    except (ReaderGoneError, BrokenPipeError):
        _close_stdout()
    except Exception as error:  # the last door: nothing reaches the user as a traceback unless asked
        result.code = FAILED
        if debug:
            traceback.print_exception(error)
        complain(_reason(error))


def complain(message: str) -> None:
    """Write one line on standard error."""
    sys.stderr.write(f"zeterka: {' '.join(message.split())}\n")


def say(text: str = "") -> None:
    """Write one line on standard output."""
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def _reason(error: Exception) -> str:
    """Our own errors speak for themselves; a foreign one is named, so that it can be reported."""
    message = str(error) or type(error).__name__
    own = type(error).__module__.split(".")[0] in (
        "ui",
        "retrieval",
        "ingest",
        "assistant",
        "register",
        "prompts",
        "evaluation",
        "guardrails",
    )
    if own or isinstance(error, OSError):
        return message
    return f"unexpected {type(error).__name__}: {message} (run again with --debug for the traceback)"


def _close_stdout() -> None:
    """The reader has gone: let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
