"""The tools as they are offered to a model: what it needs to choose and to fill in, and nothing more.

Bounds, defaults and limits are left out: whatever a model asks for is clamped and validated when the tool is called,
and every word of a schema is paid for in every request.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import BaseModel

_KEPT = frozenset({"type", "properties", "required", "items", "enum", "const", "anyOf", "description"})
Schema = dict[str, Any]


def offered(tools: Sequence[type[BaseModel]]) -> list[Schema]:
    """Return the tools as the protocol has them, in their shortest form."""
    return [_offered(tool) for tool in tools]


@cache
def _offered(tool: type[BaseModel]) -> Schema:
    function = convert_to_openai_tool(tool)["function"]
    described = " ".join(function["description"].partition("\n\n")[0].split())
    short = {"name": function["name"], "description": described, "parameters": _short(function["parameters"])}
    return {"type": "function", "function": short}


def _short(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_short(part) for part in schema if part != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    kept = {name: _short(value) for name, value in schema.items() if name in _KEPT and name != "properties"}
    if "properties" in schema:
        kept["properties"] = {name: _short(value) for name, value in schema["properties"].items() if name != "limit"}
    if "enum" in kept:
        kept.pop("description", None)
    choices = kept.get("anyOf")
    return {**{k: v for k, v in kept.items() if k != "anyOf"}, **choices[0]} if choices and len(choices) == 1 else kept
