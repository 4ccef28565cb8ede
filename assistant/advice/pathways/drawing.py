"""A picture of the routes: Mermaid text, or an SVG that needs no script. Words come from whoever draws."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from assistant.advice.pathways.model import Pathways, Step

Say = Callable[[Step], str]
"""Gives the words of a step in the language of the picture."""

_WIDTH, _GAP, _LINE, _PAD, _CHARACTERS = 300, 36, 18, 14, 33


def mermaid(pathways: Pathways, say: Say, start: str) -> str:
    """Return a Mermaid flowchart: ``start``, the steps of each route below it, the goal at the end."""
    lines = ["flowchart TD", f"    start([{_quoted(start)}])", f"    goal([{_quoted(pathways.goal_name)}])"]
    for number, route in enumerate(pathways.routes, 1):
        before = "start"
        for place, step in enumerate(route.steps, 1):
            name = f"r{number}s{place}"
            lines += [f"    {name}[{_quoted(say(step))}]", f"    {before} --> {name}"]
            before = name
        lines.append(f"    {before} --> goal")
    return "\n".join(lines) + "\n"


def svg(pathways: Pathways, say: Say, start: str, title: str) -> str:
    """Return a self-contained SVG, a column a route; ``title`` is its accessible name. Texts are escaped."""
    columns = [[start, *(say(step) for step in route.steps), pathways.goal_name] for route in pathways.routes]
    drawn = [_column(place, texts) for place, texts in enumerate(columns)]
    height = max((column[-1].y + column[-1].height for column in drawn), default=0) + _GAP
    width = _GAP + len(drawn) * (_WIDTH + _GAP)
    return _template().render(columns=drawn, width=width, height=height, title=title, gap=_GAP, line=_LINE, pad=_PAD)


@dataclass(frozen=True, slots=True)
class _Box:
    """A box of the picture, in pixels; ``end`` marks where a route begins and ends."""

    x: int
    y: int
    height: int
    lines: list[str]
    end: bool
    width: int = _WIDTH


def _column(place: int, texts: list[str]) -> list[_Box]:
    left, top = _GAP + place * (_WIDTH + _GAP), _GAP
    boxes: list[_Box] = []
    for number, text in enumerate(texts):
        lines = textwrap.wrap(text, _CHARACTERS) or [""]
        boxes.append(_Box(left, top, 2 * _PAD + _LINE * len(lines), lines, end=number in (0, len(texts) - 1)))
        top += boxes[-1].height + _GAP
    return boxes


def _quoted(text: str) -> str:
    """Quote for Mermaid, which reads entities but no quotes inside quotes."""
    escaped = text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
    return f'"{" ".join(escaped.split())}"'


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("assistant.advice.pathways", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("drawing.svg.j2")
