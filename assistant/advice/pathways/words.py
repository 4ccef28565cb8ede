"""Pathways in words: lines with the ids of what each rests on, for an answer, a plan or a picture."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.advice.pathways.model import Condition, Months, Pathways, Route, Step
from assistant.fields import told
from prompts import Prompts
from register.vocabulary import Language

VALIDATION_RULE = "fact:R091"
# Of a qualification in vocational education, which schools and boards call so: «INF.03».
_CODE = re.compile(r"[A-Z]{3}\.\d{2}(?= )")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or heading; ``sources`` are ids of facts and records, ``depth`` is 0 for a heading, 1 for a step."""

    text: str
    sources: tuple[str, ...] = ()
    depth: int = 0


class PathwayWords:
    """Says pathways in one language."""

    def __init__(self, prompts: Prompts, language: Language) -> None:
        self._prompts = prompts
        self._language = language

    def lines(self, pathways: Pathways) -> Iterator[Line]:
        """Yield an opening, what is brought along, each route with its steps and conditions, and the notes."""
        if pathways.routes:
            opening = "intro_one" if len(pathways.routes) == 1 else "intro"
            text = self._say(opening, goal=pathways.goal_name, count=len(pathways.routes))
            yield Line(text, (pathways.goal_id,))
        yield from self.brought(pathways)
        named: set[str] = set()
        for number, route in enumerate(pathways.routes, 1):
            if len(pathways.routes) > 1:
                yield Line(f"{self._say('route', number=number)}:")
            yield from self.route(route, pathways.goal_id, named)
        for note in pathways.notes:
            yield Line(self.note(note), (pathways.goal_id,))

    def brought(self, pathways: Pathways) -> Iterator[Line]:
        """Yield what the occupation the person comes from saves them, or that it saves nothing."""
        if pathways.origin_id and pathways.routes:
            text = self._say(
                "brought" if pathways.brought else "nothing_brought",
                origin=pathways.origin_name,
                goal=pathways.goal_name,
                parts="; ".join(pathways.brought.values()),
            )
            yield Line(text, (pathways.goal_id, pathways.origin_id, *pathways.brought))

    def add_ons(self, names: Mapping[str, str]) -> Iterator[Line]:
        """Yield what can be added to the goal, by record id, and the rule that it needs no course (fact:R091)."""
        if names:
            yield Line(self._say("add_ons", names="; ".join(names.values())), (*names, VALIDATION_RULE))

    def route(self, route: Route, goal_id: str, named: set[str]) -> Iterator[Line]:
        """Yield the steps of one route, each followed by what it asks for, and the time the sources name.

        A qualification in ``named`` goes by its code; those named here are added.
        """
        for number, step in enumerate(route.steps, 1):
            text = self.step(step, short=step.name in named)
            named.add(step.name)
            yield Line(self._say("numbered", number=number, step=text), self.sources(step), 1)
            if step.conditions:
                listed = "; ".join(self.condition(condition) for condition in step.conditions)
                sources = tuple(dict.fromkeys(condition.source for condition in step.conditions))
                yield Line(self._say("conditions", list=listed), sources, 1)
        yield Line(self.total(route), (goal_id,), 1)

    def step(self, step: Step, *, short: bool = False) -> str:
        """Return the words of a step, without its number; ``short`` names a qualification by its code alone."""
        code = _CODE.match(step.name) if short else None
        return self._say(f"step.{step.kind}", name=code[0] if code else step.name)

    def condition(self, condition: Condition) -> str:
        """Return a condition and whether the person meets it."""
        text = self._say(f"condition.{condition.key}", quoted=told(condition.quoted, self._prompts, self._language))
        return self._say("checked", condition=text, met=self._say(f"met.{condition.met}"))

    def total(self, route: Route) -> str:
        """Return the sum of the known times, or that there is none."""
        if not route.months.high:
            return self._say("no_time")
        return self._say("total_at_least" if route.untimed else "total", time=self._time(route.months))

    def note(self, key: str) -> str:
        """Return a remark on the whole: why there is no route, or what else there would be."""
        return self._say(f"note.{key}")

    def start(self) -> str:
        """Return the name of the point where a picture begins."""
        return self._say("start")

    def title(self, pathways: Pathways) -> str:
        """Return the title of a picture."""
        return self._say("title", goal=pathways.goal_name)

    @staticmethod
    def sources(step: Step) -> tuple[str, ...]:
        """Return the ids of the rules and the record a step rests on."""
        return tuple(dict.fromkeys((*step.rules, step.record_id)))

    def _time(self, months: Months) -> str:
        if months.low == months.high:
            return self._say("months", n=months.low)
        return self._say("between", low=months.low, high=self._say("months", n=months.high))

    def _say(self, key: str, **values: str | int) -> str:
        return self._prompts.phrase(f"pathways.{key}", self._language, **values)
