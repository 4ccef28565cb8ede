"""A notion said where the record has another of its family: the school for the board, the written part for the oral."""

from collections import defaultdict

from guardrails.output.claim import Claim
from guardrails.output.families import Member, members_in
from guardrails.output.words import Kind

_LOUD = ("institution", "audience", "school")
_CLOSED = frozenset(
    "form pay average territory season numeral exam_part market status independence bound medium kind "  # noqa: SIM905
    "gender_dress place sea".split()
)


def clashes(claim: Claim) -> dict[str, float]:
    """Return whether a family clashes, for the telling families each, and for the small closed ones together."""
    found = {name.rpartition(" ")[2] for name in clash_names(claim) if not name.startswith("family")}
    return {
        **{f"clash_{family}": float(family in found) for family in _LOUD},
        "clash_closed": float(not _CLOSED.isdisjoint(found)),
    }


def clash_names(claim: Claim) -> frozenset[str]:
    """Return named features: ``clash: FAMILY`` with the statements nearest the sentence, the nearest one, all, none.

    A family clashes where the sentence has a member the record lacks and the record has one the sentence lacks.
    """
    said = _by_family(members_in(token.form for token in claim.reading.tokens if token.kind is Kind.WORD))
    if not said:
        return frozenset()
    near = [unit.members for _, unit in claim.aligned]
    known = {
        "clash near:": _by_family(frozenset().union(*near)),
        "clash top:": _by_family(near[0] if near else frozenset()),
        "clash all:": _by_family(frozenset().union(*(source.members for source in claim.cited))),
    }
    found = {
        f"{name} {family}"
        for name, families in known.items()
        for family, mine in said.items()
        if mine - families[family] and families[family] - mine
    }
    found |= {f"family new: {family}" for family in said if not known["clash all:"][family]}
    return frozenset(found)


def _by_family(members: frozenset[Member]) -> defaultdict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for family, place in members:
        found[family].add(place)
    return found
