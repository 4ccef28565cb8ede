"""Closed fields of a record against a sentence: the course, kinds of school, full or partial, whether it expires."""

import re
from collections.abc import Iterator

from guardrails.output.claim import Claim
from guardrails.output.lists import word_list
from guardrails.output.polarity import denies
from guardrails.output.source import Source

_COURSE = tuple(word_list("fields.course"))
_DENIED = tuple(word_list("fields.denied"))
_ALONE = tuple(word_list("fields.alone"))
_SCHOOLS = {
    "technikum": tuple(word_list("fields.technikum")),
    "szkoła policealna": tuple(word_list("fields.post_secondary")),
    "liceum": tuple(word_list("fields.liceum")),
    "BS": tuple(word_list("fields.vocational")),
}
_FOR = ("dla", "for", "для", "osob", "people")
_QUALIFICATION = ("kwalifik", "qualif", "кваліфік")
_FULL = ("peln", "full", "повна", "повною", "повну", "повної")
_PARTIAL = ("czastkow", "partial", "частков")
_COPULAS = frozenset({"to", "jest", "is", "are", "це", "є"})
_BRACKETED = 2
_SYSTEM = frozenset({"zsk", "zrk"})
_OUTSIDE = ("poza", "outside", "поза", "osobn", "odreb", "separate", "окрем")
_BELONGS = tuple(word_list("fields.belongs"))
_NOT_OF_SYSTEM = re.compile(
    r"(?:poza|outside(?: the)?|поза) (?:ZSK|Zintegr|Integr|Інтегр)"
    r"|(?:nie|not|не)(?: jest| są| to| a| an| є){0,2} (?:certy|certi|серти|kwalif|qualif|кваліф)\w{0,12}"
    r"(?: \w{1,20}){0,4} \(?(?:ZSK|Zintegr|Integr|Інтегр)",
    re.IGNORECASE,
)
_RENEWS = tuple(word_list("fields.renews"))


def fields(claim: Claim) -> dict[str, float]:
    """Return whether a closed field of the one cited record says otherwise, or the same."""
    if len(claim.cited) != 1:
        return {"field_wrong": 0.0, "field_right": 0.0}
    verdicts = tuple(_verdicts(claim, claim.cited[0]))
    return {"field_wrong": float(False in verdicts), "field_right": float(bool(verdicts) and all(verdicts))}


def _verdicts(claim: Claim, source: Source) -> Iterator[bool]:
    """Yield, for each field a clause speaks of, whether the record agrees."""
    reading = claim.reading
    whole = denies(reading)
    for span in reading.clauses:
        words = [token.word for token in reading.tokens[span[0] : span[1]]]
        # A word in brackets has its verb outside
        denied = (denies(reading, span) if len(words) > _BRACKETED else whole) or _has(words, _DENIED)
        yield from _course(words, source, denied=denied)
        yield from _schools(words, source, denied=denied)
        yield from _system(words, source, denied=denied or _has(words, _OUTSIDE))
        if not denied and "nie" not in words and "не" not in words:
            yield from _kind(words, source)
            yield from _validity(words, source)


def _system(words: list[str], source: Source, *, denied: bool) -> Iterator[bool]:
    """A licence that its record calls no certificate of the system, or outside it, is not part of the system."""
    if _SYSTEM.isdisjoint(words) or not any(_NOT_OF_SYSTEM.search(unit.reading.text) for unit in source.units):
        return
    if denied or _has(words, _BELONGS):
        yield denied


def _course(words: list[str], source: Source, *, denied: bool) -> Iterator[bool]:
    allowed = source.fields.get("kkz_allowed")
    if isinstance(allowed, bool) and _has(words, _COURSE):
        yield allowed is not denied


def _schools(words: list[str], source: Source, *, denied: bool) -> Iterator[bool]:
    kinds = source.fields.get("school_types") or ()
    if not isinstance(kinds, list | tuple) or not kinds:
        return
    known = {_school(str(kind)) for kind in kinds}
    said = {kind for kind, beginnings in _SCHOOLS.items() if _has(words, beginnings)}
    only = said and _has(words, _ALONE) and not _has(words, _FOR)
    if only and "nie" not in words and "not" not in words:
        yield len(said) > 1 or said == known & _SCHOOLS.keys()
    elif not only:
        yield from ((kind in known) is not denied for kind in said)


def _school(kind: str) -> str:
    return "BS" if kind.startswith("BS") or "branżow" in kind else kind


def _kind(words: list[str], source: Source) -> Iterator[bool]:
    kind = source.fields.get("kind")
    if kind not in ("full", "partial") or not _has(words, _QUALIFICATION) or _COPULAS.isdisjoint(words):
        return
    full, partial = _has(words, _FULL), _has(words, _PARTIAL)
    if full is not partial:
        yield full is (kind == "full")


def _validity(words: list[str], source: Source) -> Iterator[bool]:
    validity = source.fields.get("validity")
    if (
        isinstance(validity, dict)
        and validity.get("indefinite")
        and not validity.get("renewal")
        and _has(words, _RENEWS)
    ):
        yield False


def _has(words: list[str], beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in words)
