"""The operator's switch: answering is turned off and on at once, and who did it, when and why is kept.

``off.json`` in the data folder exists while answering is off; ``audit.jsonl`` beside it is only ever added to.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from guardrails.frame import Action, Verdict
from register.vocabulary import AnswerStatus

MARKER = "off.json"
AUDIT = "audit.jsonl"


@dataclass(frozen=True, slots=True)
class State:
    """Whether answering is off; who turned it off, why, and since when (ISO time, UTC)."""

    off: bool
    reason: str = ""
    who: str = ""
    since: str = ""


def turn_off(data_dir: Path, reason: str, who: str) -> State:
    """Stop answering; raises ``ValueError`` without a reason or a name, ``OSError`` where nothing can be written."""
    state = State(True, _said(reason, "reason"), _said(who, "who"), _now())
    data_dir.mkdir(parents=True, exist_ok=True)
    _note(data_dir, "off", state.reason, state.who, state.since)
    aside = data_dir / f"{MARKER}.{os.getpid()}"
    aside.write_text(json.dumps(asdict(state), ensure_ascii=False), "utf-8")
    aside.replace(data_dir / MARKER)
    return state


def turn_on(data_dir: Path, reason: str, who: str) -> State:
    """Answer again; raises as ``turn_off`` does."""
    reason, who = _said(reason, "reason"), _said(who, "who")
    data_dir.mkdir(parents=True, exist_ok=True)
    _note(data_dir, "on", reason, who, _now())
    (data_dir / MARKER).unlink(missing_ok=True)
    return State(False)


def state(data_dir: Path) -> State:
    """Return the state; a marker that cannot be read still means off."""
    try:
        return State(**json.loads((data_dir / MARKER).read_text("utf-8")))
    except FileNotFoundError:
        return State(False)
    except (OSError, ValueError, TypeError):
        return State(True)


@dataclass(frozen=True, slots=True)
class Switch:
    """Ends every turn with a friendly notice while answering is off; costs one look at the file system."""

    data_dir: Path
    name: str = "switch"

    def __call__(self, text: str) -> Verdict:
        """End the turn while answering is off."""
        if not (self.data_dir / MARKER).exists():
            return Verdict(Action.PASSED, text)
        return Verdict(
            Action.ENDED,
            text,
            detail="answering is turned off",
            status=AnswerStatus.NO_INFORMATION,
            phrase="rails.switch.off",
        )


def _note(data_dir: Path, action: str, reason: str, who: str, at: str) -> None:
    line = json.dumps({"at": at, "action": action, "who": who, "reason": reason}, ensure_ascii=False) + "\n"
    with (data_dir / AUDIT).open("ab") as log:
        log.write(line.encode())
        log.flush()
        os.fsync(log.fileno())


def _said(text: str, name: str) -> str:
    if not (said := " ".join(text.split())):
        raise ValueError(f"{name} must not be empty")
    return said


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
