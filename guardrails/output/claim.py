"""A sentence beside its evidence: what it says, what it cites, and how well each statement matches it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guardrails.output.concepts import firm, light
from guardrails.output.glue import is_glue
from guardrails.output.lists import word_list
from guardrails.output.quantities import Quantity
from guardrails.output.reading import Reading
from guardrails.output.source import Source, Unit, stems_of
from guardrails.output.words import Form, Kind

_LIGHT, _NOUN, _OTHER = 0.2, 1.0, 0.75
# Concepts that say the same from two sides: one of them in the evidence is enough to speak of the other.
_FAMILIES = (
    frozenset({"price", "free_of_charge", "currency", "fee_exempt"}),
    frozenset({"salary", "price"}),
    frozenset({"certificate", "certify", "confirm"}),
    frozenset({"valid", "renew"}),
    frozenset({"cke", "polytechnic_center"}),
    frozenset({"master_craft", "journeyman", "craft"}),
    frozenset({"degree", "university"}),
    frozenset({"oke", "commission"}),
    frozenset({"minor", "youth"}),
    frozenset({"enrol", "application"}),
)


@dataclass(frozen=True)
class Claim:
    """One sentence, the sources it cites, and all sources of the turn."""

    reading: Reading
    cited: tuple[Source, ...]
    uncited: Callable[[], tuple[Source, ...]]
    language: str
    gaps: tuple[tuple[int, int], ...] | None = None
    """Spans of characters that need a source, where the rest is a text of our own; ``None``: all of it does."""

    @cached_property
    def others(self) -> tuple[Source, ...]:
        """The records of the turn that the sentence does not cite; read when a check first asks for them."""
        return self.uncited()

    def is_open(self, start: int, end: int) -> bool:
        """Tell whether characters ``start`` to ``end`` need a source."""
        return self.gaps is None or any(start < last and first < end for first, last in self.gaps)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The quantities that need a source."""
        return tuple(item for item in self.reading.quantities if self.is_open(*self.reading.span(item.start, item.end)))

    @cached_property
    def words(self) -> tuple[tuple[int, Form, float], ...]:
        """The content words that need support, each with its weight; numbers and codes are checked apart."""
        counted = {at for item in self.reading.quantities for at in range(item.start, item.end)}
        phrases = [signal for signal in self.reading.signals if signal.name in _SET]
        counted |= {at for signal in phrases for at in range(signal.start, signal.end)}
        return tuple(
            (at, form, weight_of(form))
            for at, form in self.reading.content
            if at not in counted and form.folded not in _NUMERIC
        )

    @cached_property
    def title_keys(self) -> frozenset[str]:
        """What the cited records are called."""
        return frozenset().union(*(source.title.keys for source in self.cited))

    @cached_property
    def units(self) -> tuple[tuple[float, Source, Unit], ...]:
        """The statements of the cited records, best match first, with the share of the sentence they cover."""
        ranked = [ranked for source in self.cited for ranked in self._ranked(source)]
        return tuple(sorted(ranked, key=lambda entry: -entry[0]))

    @cached_property
    def aligned(self) -> tuple[tuple[Source, Unit], ...]:
        """The statements the sentence most likely rests on."""
        best = self.units[0][0] if self.units else 0.0
        return tuple((source, unit) for score, source, unit in self.units[:12] if score > 0.12 and score >= 0.7 * best)

    def _ranked(self, source: Source) -> Iterator[tuple[float, Source, Unit]]:
        """Yield how much of the sentence each statement of a record covers, less what its title alone would."""
        called = source.title.keys
        words = [
            (form.keys | {f"#{name}" for name in form.concepts}, 0.3 * weight if form.keys & called else weight)
            for _, form, weight in self.words
        ]
        numbers = {(item.dimension, item.value, item.key) for item in self.reading.quantities}
        total = sum(weight for _, weight in words) + len(numbers)
        for unit in source.units:
            if not unit.told:
                continue
            keys = unit.keys
            hit = sum(weight for sought, weight in words if not sought.isdisjoint(keys))
            shared = sum((item.dimension, item.value, item.key) in numbers for item in unit.reading.quantities)
            yield (hit + shared) / total if total else 0.0, source, unit

    def support(self, form: Form) -> float:
        """Return how well a word is founded in the cited records: 1 as a lemma, less as a concept or a related word."""
        return self._support[form.folded] if form.folded in self._support else _support(form, self.cited)

    @cached_property
    def _support(self) -> dict[str, float]:
        return {form.folded: _support(form, self.cited) for _, form, _ in self.words}

    @cached_property
    def coverage(self) -> float:
        """The weighted share of the words founded in the cited records; 1 when there is nothing to found."""
        return self._covered(self._support)

    def _covered(self, support: Mapping[str, float]) -> float:
        if all(weight <= _LIGHT for _, _, weight in self.words):
            return 1.0
        total = sum(weight for _, _, weight in self.words)
        return sum(weight * support[form.folded] for _, form, weight in self.words) / total if total else 1.0

    @cached_property
    def better_elsewhere(self) -> float:
        """How much better the sentence is covered by a record it does not cite."""
        found = ({form.folded: support_in(form, source) for _, form, _ in self.words} for source in self.others)
        return max(map(self._covered, found), default=0.0) - self.coverage

    @cached_property
    def unfounded(self) -> tuple[Form, ...]:
        """The content words without any support in the cited records, light ones left out."""
        return tuple(form for form in self.unsupported if weight_of(form) > _LIGHT)

    @cached_property
    def unsupported(self) -> tuple[Form, ...]:
        """The content words without any support in the cited records, light ones too."""
        return tuple(form for _, form, _ in self.words if self.support(form) < 0.5)


def weight_of(form: Form) -> float:
    """Return how much a word's support counts."""
    if firm(form.concepts):
        return 1.25
    if light(form.concepts) or is_glue(form.folded, form.lemmas):
        return _LIGHT
    return _NOUN if form.noun else _OTHER


def _support(form: Form, sources: tuple[Source, ...]) -> float:
    return max((support_in(form, source) for source in sources), default=0.0)


def support_in(form: Form, source: Source) -> float:
    """Return 1 for a shared lemma, 0.9 for a shared concept, 0.7 for a related word, else 0."""
    if not source.keys.isdisjoint(form.keys):
        return 1.0
    if form.concepts and any(f"#{name}" in source.keys for name in relatives(form.concepts)):
        return 0.9
    return 0.7 if any(stem in source.stems for stem in stems_of(form.folded)) else 0.0


def relatives(concepts: frozenset[str]) -> frozenset[str]:
    """Return ``concepts`` with those that speak of the same thing."""
    return concepts.union(*(family for family in _FAMILIES if family & concepts))


def claim_of(
    reading: Reading,
    handles: tuple[str, ...],
    sources: Mapping[str, Source],
    language: str,
    gaps: tuple[str, ...] | None = None,
) -> Claim:
    """Put a sentence beside the sources of its turn; of one of our templates only what fills the ``gaps`` is asked."""
    cited = tuple(sources[handle] for handle in handles if handle in sources)
    others = tuple(handle for handle in sources if handle not in handles)
    return Claim(
        reading,
        cited,
        lambda: tuple(sources[handle] for handle in others),
        language,
        None if gaps is None else tuple(_spans(reading.text, gaps)),
    )


def _spans(text: str, gaps: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where ``gaps`` stand, one after the other; one that spacing has changed opens the whole text."""
    at = 0
    for gap in gaps:
        found = text.find(gap, at)
        yield (found, found + len(gap)) if found >= 0 else (0, len(text))
        at = max(at, found + len(gap))


# Set phrases: what they mean is checked apart (``bez terminu`` against an indefinite validity).
_SET = frozenset({"endless", "gratis"})
_NUMERIC = word_list("claim.numeric")

__all__ = ["Claim", "Kind", "claim_of", "relatives", "support_in", "weight_of"]
