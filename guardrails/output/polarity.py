"""What a text denies: negation that is one, told from *bez terminu* and *nie wcześniej niż*, which affirm."""

from dataclasses import dataclass

from guardrails.output.lists import word_list
from guardrails.output.reading import Reading
from guardrails.output.signals import Signal

_DENIALS = word_list("polarity.denials")
_NOT_DENIED = word_list("polarity.not_denied")
_AFFIRMING = ("endless", "gratis", "neutral")


def denies(reading: Reading, span: tuple[int, int] | None = None) -> bool:
    """Tell whether a text, or a span of its tokens, denies something; ``nic nie kosztuje`` affirms that it is free."""
    start, end = span or (0, len(reading.tokens))
    words = [token.word for token in reading.tokens]
    affirmed = {at for signal in reading.signals if _affirms(signal, words) for at in range(signal.start, signal.end)}
    belongs = {
        at for at in affirmed if words[at] in ("nie", "не") and words[at + 1 : at + 2] in (["nalezy"], ["naleza"])
    }
    for at in range(start, end):
        following = words[at + 1] if at + 1 < len(words) else ""
        if words[at] in _DENIALS and (at not in affirmed or at in belongs) and following not in _NOT_DENIED:
            return True
    return False


def _affirms(signal: Signal, words: list[str]) -> bool:
    """Tell whether a phrase with a negation affirms: ``bez terminu``, ``bez względu na``."""
    return signal.name in _AFFIRMING or (signal.name == "free" and words[signal.start] in ("bez", "niezaleznie"))


@dataclass(frozen=True, slots=True)
class Clause:
    """Content keys of a clause, whether it denies, and whether it says that somebody pays (``None``: no word of it)."""

    keys: frozenset[str]
    denies: bool
    pays: bool | None = None

    def contradicts(self, other: "Clause") -> bool:
        """Tell whether two clauses about the same say opposite things."""
        if self.pays is not None and other.pays is not None:
            return self.pays is not other.pays
        return self.denies is not other.denies


def polarities(reading: Reading) -> tuple[Clause, ...]:
    """Return the clauses of a text that have content."""
    found = (_clause(reading, span) for span in reading.clauses)
    return tuple(clause for clause in found if clause.keys)


def _clause(reading: Reading, span: tuple[int, int]) -> Clause:
    keys, denied = reading.keys_in(span), denies(reading, span)
    free = "#free_of_charge" in keys or any(
        signal.name == "gratis" and span[0] <= signal.start < span[1] for signal in reading.signals
    )
    if free:
        return Clause((keys - {"#free_of_charge"}) | {"#price"}, denied, denied)
    return Clause(keys, denied, not denied if "#price" in keys else None)
