"""What a tool is, and how a set of them is called: arguments validated, results turned into evidence."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from langchain_core.messages import ToolMessage
from langchain_core.messages.tool import ToolCall
from pydantic import BaseModel, ValidationError

from assistant.answer import Recommendation
from assistant.clamping import clamped
from assistant.desk import Desk
from assistant.evidence import EvidenceWriter, Handles, Remark
from assistant.notebook import Edit
from guardrails.evidence import mark_off, new_mark
from guardrails.frame import RailReport
from guardrails.output.protected import strip
from register.evidence import Evidence
from register.library import AnyRecord


@dataclass(frozen=True, slots=True)
class Found:
    """What a tool found: records, how well each fits (0-1, same order), and notes for whoever reads them.

    ``remarks`` (by record id) are what was computed about a record: they join its evidence under a mark, so that a
    sentence about them can be checked. ``recommendations`` go to the answer as they are; ``edit`` changes the
    notebook; ``data`` is the result as plain JSON, for a model that composes from numbers.
    """

    records: tuple[AnyRecord, ...] = ()
    confidences: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: Mapping[str, Remark] = field(default_factory=dict)
    recommendations: tuple[Recommendation, ...] = ()
    edit: Edit | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: the model of its arguments (whose docstring describes it to a chat model) and what runs it.

    What it is asked in words reaches it without protected attributes, whoever asks; ``of_rules`` marks those that
    answer about rules and places, where the attribute is the question.
    """

    name: str
    arguments: type[BaseModel]
    run: Callable[[Any, Desk], Awaitable[Found]]
    of_rules: bool = False


@dataclass(frozen=True, slots=True)
class ToolResult:
    """The artifact of a tool message: the evidence, its fit, notes, what was computed, or the reason it failed.

    ``reports`` say what was put out of action in the records' texts; ``mark`` is what marks those texts off.
    """

    evidence: tuple[Evidence, ...] = ()
    confidences: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
    reports: tuple[RailReport, ...] = ()
    mark: str = ""
    recommendations: tuple[Recommendation, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Called:
    """One finished call: the message for the model, the entry for the answer's ``tools``, the notebook's edit."""

    message: ToolMessage
    log: dict[str, object]
    edit: Edit | None = None


class ToolBox:
    """The tools of the assistant by name."""

    def __init__(self, tools: Sequence[Tool], writer: EvidenceWriter) -> None:
        self._writer = writer
        self._tools: Mapping[str, Tool] = {tool.name: tool for tool in tools}

    @property
    def names(self) -> frozenset[str]:
        """The names a model may call."""
        return frozenset(self._tools)

    @property
    def arguments(self) -> Mapping[str, type[BaseModel]]:
        """The argument models by the name of their tool, always in the same order."""
        return {name: tool.arguments for name, tool in self._tools.items()}

    def schemas(self) -> list[type[BaseModel]]:
        """Return the argument models, named as the tools, for ``bind_tools``."""
        return [tool.arguments for tool in self._tools.values()]

    async def call(self, call: ToolCall, handles: Handles, desk: Desk) -> Called:
        """Run one call; a fault of the caller becomes an error message for the model, never an exception."""
        started = time.perf_counter()
        result, edit = await self._result(call, handles, desk)
        spent = round((time.perf_counter() - started) * 1000, 3)
        return _called(call, result, spent, edit, known=call["name"] in self._tools)

    def refuse(self, call: ToolCall) -> Called:
        """Answer a call that goes beyond the bounds of a round without running it."""
        return _called(call, ToolResult(error="too many calls in one round"), 0.0, known=call["name"] in self._tools)

    async def _result(self, call: ToolCall, handles: Handles, desk: Desk) -> tuple[ToolResult, Edit | None]:
        if (tool := self._tools.get(call["name"])) is None:
            return ToolResult(error=f"no tool is called so; there are {', '.join(self._tools)}"), None
        try:
            arguments = tool.arguments.model_validate(clamped(tool.arguments, call["args"]))
        except ValidationError as error:
            known = tool.arguments.model_fields
            faults = "; ".join(
                f"{fault['loc'][0] if fault['loc'] and fault['loc'][0] in known else 'arguments'}: {fault['msg']}"
                for fault in error.errors(include_input=False)
            )
            return ToolResult(error=f"arguments refused: {faults}"), None
        fair = arguments if tool.of_rules else _without_protected(arguments)
        if fair is None:
            return ToolResult(error="arguments refused: they hold nothing but a protected attribute"), None
        found = await tool.run(fair, desk)
        evidence = tuple(
            self._writer.write(record, handles.of(record), desk.language, found.remarks.get(record.id))
            for record in found.records
        )
        result = ToolResult(
            evidence,
            found.confidences,
            found.notes,
            reports=tuple(filter(None, (self._writer.found_in(record, desk.language) for record in found.records))),
            mark=new_mark(),
            recommendations=found.recommendations,
            data=found.data,
        )
        return result, found.edit


def _without_protected(arguments: BaseModel) -> BaseModel | None:
    """Return the arguments as search and ranking may see them; ``None`` where nothing is left of a text."""
    words = {name: value for name, value in arguments if isinstance(value, str) and " " in value}
    fair = {name: strip(value).text for name, value in words.items()}
    return arguments.model_copy(update=fair) if all(fair.values()) else None


def _called(
    call: ToolCall, result: ToolResult, milliseconds: float, edit: Edit | None = None, *, known: bool = False
) -> Called:
    """What a refused call had for arguments is not repeated: a model may have put anything there."""
    message = ToolMessage(
        content=_as_text(result),
        artifact=result,
        tool_call_id=call["id"] or call["name"],
        name=call["name"],
        status="error" if result.error else "success",
    )
    name = call["name"] if known else "unknown"
    return Called(message, {"name": name, "args": {} if result.error else call["args"], "ms": milliseconds}, edit)


def _as_text(result: ToolResult) -> str:
    """Write a result for a chat model: each record under its handle, its text between marks it cannot write itself."""
    if result.error:
        return f"ERROR: {result.error}"
    if not result.evidence:
        return "\n".join(result.notes) if result.data else "\n".join(("NOTHING FOUND", *result.notes))
    records = (f"[{item.handle}] {item.title}\n{mark_off(item.text, result.mark)}" for item in result.evidence)
    return "\n\n".join((*records, *result.notes))
