"""What a set expects of an answer, and how far an answer meets it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import field_validator

from evaluation.lines import Row
from evaluation.matching import folded, folded_part, holds
from evaluation.metrics import ratio
from evaluation.metrics.citations import precision_by_id, recall_by_id
from evaluation.metrics.ratio import NOTHING, Ratio
from evaluation.turns import Turn
from register.vocabulary import AnswerStatus

Alternatives = str | tuple[str, ...]


class Expect(Row):
    """Expectations of one answer; what is absent is not looked at.

    ``status``: any of these; ``cites``: each of these ids; ``cites_any``: one of these ids or titles;
    ``contains``: each of these texts, of an inner list any; ``absent``: none of these; ``tools``: each was called.
    ``reference``: a right answer in full, which nothing is required to repeat: chrF and a judge compare with it.
    """

    status: tuple[AnswerStatus, ...] = ()
    cites: tuple[str, ...] = ()
    cites_any: tuple[str, ...] = ()
    contains: tuple[Alternatives, ...] = ()
    absent: tuple[Alternatives, ...] = ()
    tools: tuple[str, ...] = ()
    reference: str = ""

    @field_validator("status", "cites", "cites_any", "tools", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @property
    def ids(self) -> tuple[str, ...]:
        """Everything that may be a record id."""
        return (*self.cites, *self.cites_any)

    @property
    def empty(self) -> bool:
        """Whether nothing is expected, so that every answer passes."""
        return not (self.status or self.ids or self.contains or self.absent or self.tools)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one answer met its expectations: a ratio for each, and what was not met, in words."""

    ratios: dict[str, Ratio]
    faults: tuple[str, ...]

    @property
    def as_expected(self) -> bool:
        """Whether every expectation was met."""
        return not self.faults


def outcome_of(expect: Expect, turn: Turn) -> Outcome:
    """Compare an answer with what was expected of it."""
    text = folded(turn.text)
    missing = [one for one in expect.contains if not holds(text, one)]
    present = [one for one in expect.absent if holds(text, one)]
    untouched = [one for one in expect.tools if one not in turn.tools]
    right = turn.status in expect.status
    ratios = {
        "right_status": ratio.truth(right) if expect.status else NOTHING,
        "facts_present": ratio.of(len(expect.contains) - len(missing), len(expect.contains)),
        "forbidden_absent": ratio.of(len(expect.absent) - len(present), len(expect.absent)),
        "right_tools": ratio.truth(not untouched) if expect.tools else NOTHING,
        **_citations(expect, turn),
    }
    return Outcome(ratios, tuple(_faults(expect, turn, missing, present, untouched)))


def accepted(expect: Expect, turn: Turn) -> frozenset[str]:
    """Return the cited records that ``expect`` accepts, by id or by title, as ids in lower case."""
    ids = {one.casefold() for one in expect.ids}
    titles = tuple(folded_part(one).strip() for one in expect.cites_any)
    return frozenset(
        one.record_id.casefold()
        for one in turn.cited
        if one.record_id.casefold() in ids or any(f" {title} " in folded(one.title) for title in titles if title)
    )


def _citations(expect: Expect, turn: Turn) -> dict[str, Ratio]:
    if not expect.ids:
        return {"citation_precision": NOTHING, "citation_recall": NOTHING}
    cited = [one.record_id.casefold() for one in turn.cited]
    every = tuple(one.casefold() for one in expect.cites)
    return {
        "citation_precision": precision_by_id(cited, accepted(expect, turn)),
        "citation_recall": recall_by_id(cited, every, _any_met(expect, turn)),
    }


def _any_met(expect: Expect, turn: Turn) -> bool | None:
    if not expect.cites_any:
        return None
    return bool(accepted(expect.model_copy(update={"cites": ()}), turn))


def _faults(
    expect: Expect,
    turn: Turn,
    missing: Sequence[Alternatives],
    present: Sequence[Alternatives],
    untouched: Sequence[str],
) -> Iterator[str]:
    if expect.status and turn.status not in expect.status:
        yield f"status {turn.status}, expected {' or '.join(expect.status)}"
    cited = {one.record_id.casefold() for one in turn.cited}
    yield from (f"not cited: {one}" for one in expect.cites if one.casefold() not in cited)
    if _any_met(expect, turn) is False:
        yield f"none cited of: {', '.join(expect.cites_any)}"
    yield from (f"missing: {_named(one)}" for one in missing)
    yield from (f"forbidden: {_named(one)}" for one in present)
    yield from (f"tool not used: {one}" for one in untouched)


def _named(one: Alternatives) -> str:
    return one if isinstance(one, str) else " / ".join(one[:4]) + (" / …" if len(one) > 4 else "")
