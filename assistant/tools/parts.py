"""The gap to an occupation: which of its qualifications a person has, or brings from the occupation they leave."""

from dataclasses import dataclass

from assistant.advice.pathways import Goal
from assistant.advice.pathways.credit import Choice, credit, qualifications_of
from assistant.advice.pathways.ways import part_name
from assistant.advice.pathways.words import Line
from assistant.evidence import Remark
from assistant.toolbox import Found
from prompts import Prompts
from register.occupation import Occupation
from register.vocabulary import Language
from retrieval.protocol import RecordIndex

SHARED_RULE = "fact:C-zmiana-zawodu"
"""Says that who holds a shared qualification needs the missing ones only."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person has: ids of qualifications ``held``, and the occupation they come from, where they named one."""

    held: frozenset[str] = frozenset()
    origin: Occupation | None = None


def parts_found(goal: Goal, brought: Brought, index: RecordIndex, prompts: Prompts, language: Language) -> Found:
    """Return the qualifications the goal's occupation needs, split into brought and missing, in words and as data."""
    origin = None if brought.origin == goal.occupation else brought.origin
    lines = tuple(_Words(goal, index, prompts, language).lines(brought.held, origin))
    ids = (goal.id, *(source for line in lines for source in line.sources))
    records = index.get_many(tuple(dict.fromkeys(ids)))
    split = credit(goal.parts, {*brought.held, *qualifications_of(origin)})
    return Found(
        records=records,
        confidences=(1.0,) * len(records),
        notes=tuple(line.text for line in lines),
        remarks=_remarks(lines),
        data={
            "goal_id": goal.id,
            "brought": list(split.brought),
            "missing": [list(choice) for choice in split.missing],
            "asks": bool(goal.parts) and not split.brought and origin is None,
            "lines": [{"text": line.text, "sources": list(line.sources), "depth": line.depth} for line in lines],
        },
    )


def _remarks(lines: tuple[Line, ...]) -> dict[str, Remark]:
    by_record: dict[str, list[str]] = {}
    for line in lines:
        by_record.setdefault(line.sources[0], []).append(line.text)
    return {record_id: Remark(tuple(texts)) for record_id, texts in by_record.items()}


class _Words:
    """Says what of a goal is brought and what is missing."""

    def __init__(self, goal: Goal, index: RecordIndex, prompts: Prompts, language: Language) -> None:
        self._goal, self._index, self._prompts, self._language = goal, index, prompts, language

    def lines(self, held: frozenset[str], origin: Occupation | None) -> list[Line]:
        """Return the lines: what is held, what comes with the occupation left, what is missing."""
        goal = self._goal
        if not goal.parts:
            return [self._line("untold", ())]
        own = credit(goal.parts, held)
        of_origin = credit(own.missing, qualifications_of(origin))
        missing = of_origin.missing
        found: list[Line] = []
        if own.brought:
            found.append(self._line("held", own.brought, parts=self._names(own.brought)))
        if origin and of_origin.brought:
            parts = self._names(of_origin.brought)
            found.append(self._line("of_origin", (origin.id, *of_origin.brought), origin=origin.name, parts=parts))
            found.append(self._line("shared_rule", (SHARED_RULE,)))
        elif origin:
            key = "nothing_shared" if origin.qualifications else "origin_unknown"
            found.append(self._line(key, (origin.id,), origin=origin.name))
        if missing:
            choices = "; ".join(self._choice(choice) for choice in missing)
            key = "missing" if own.brought or origin else "needed"
            found.append(self._line(key, tuple(part for choice in missing for part in choice), parts=choices))
        else:
            found.append(self._line("all", ()))
        if not own.brought and not origin:
            found.append(self._line("held_untold", ()))
        return found

    def _line(self, key: str, sources: tuple[str, ...], **values: str) -> Line:
        text = self._prompts.phrase(f"advice.gap.parts.{key}", self._language, goal=self._goal.record.name, **values)
        return Line(text, sources if key == "shared_rule" else (self._goal.id, *sources))

    def _choice(self, choice: Choice) -> str:
        one_of = f" {self._prompts.phrase('label.or', self._language)} "
        return one_of.join(part_name(part, self._index.get) for part in choice)

    def _names(self, parts: tuple[str, ...]) -> str:
        return "; ".join(part_name(part, self._index.get) for part in parts)
