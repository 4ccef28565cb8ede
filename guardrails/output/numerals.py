"""Numbers written in words, in Polish, English and Ukrainian, led to values."""

import json
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from guardrails.output import morphology
from guardrails.output.folding import fold
from guardrails.output.words import Kind, Token


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value and the tokens ``start`` to ``end`` (exclusive) it takes.

    ``unit`` is set by compounds such as ``pięcioletni``; ``ordinal`` for ``piąty`` and ``V``.
    """

    value: float
    start: int
    end: int
    unit: str = ""
    ordinal: bool = False
    digits: bool = False


def numbers(tokens: tuple[Token, ...]) -> tuple[Number, ...]:
    """Return the numbers of a text in order; number words that follow each other are added up."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _digits(tokens, at) or _words(tokens, at) or _single(tokens, at)
        if number and not _polish_ten(tokens, number):
            number = _and_a_half(tokens, number)
            found.append(number)
            at = number.end
        else:
            at += 1
    return tuple(found)


def _and_a_half(tokens: tuple[Token, ...], number: Number) -> Number:
    """Read on over ``dwa i pół``, ``two and a half``."""
    rest = [token.text.casefold() for token in tokens[number.end : number.end + 3]]
    for joint in (["i", "pół"], ["і", "пів"], ["з", "половиною"], ["and", "a", "half"]):
        if rest[: len(joint)] == joint and not number.unit:
            return replace(number, value=number.value + 0.5, end=number.end + len(joint))
    return number


def _polish_ten(tokens: tuple[Token, ...], number: Number) -> bool:
    """Tell whether ``ten`` is the Polish *this*: it is English only beside an English word."""
    if tokens[number.start].text.casefold() != "ten" or number.end - number.start > 1:
        return False
    after = tokens[number.end].text.casefold() if number.end < len(tokens) else ""
    return not after.endswith("s") or bool(morphology.readings(after))


@cache
def tables() -> dict[str, Any]:
    """Return the tables of number words."""
    return dict(json.loads(files("guardrails.output").joinpath("data", "numerals.json").read_text("utf-8")))


def _digits(tokens: tuple[Token, ...], at: int) -> Number | None:
    token = tokens[at]
    if token.kind is not Kind.NUMBER:
        return None
    value = _value_of(token.text)
    end = at + 1
    if end < len(tokens) and (scale := tables()["scale"].get(tokens[end].text.casefold(), 0)) > 1:
        return Number(value * scale, at, end + 1, digits=True)
    return Number(value, at, end, digits=True)


def _value_of(text: str) -> float:
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    whole, mark, rest = plain.replace(",", ".").partition(".")
    # 1.000 and 1,200 are thousands; 969,46 is not
    return float(whole + rest) if mark and len(rest) == 3 and whole != "0" else float(f"{whole}.{rest or 0}")


def _words(tokens: tuple[Token, ...], at: int) -> Number | None:
    total, current, end = 0.0, 0.0, at
    while end < len(tokens) and tokens[end].kind is Kind.WORD:
        word = tokens[end].text
        value, scale = cardinal(word), tables()["scale"].get(word.casefold(), 0)
        if value is not None and not (current and value >= _step(current)):
            current += value
        elif scale == 100 and current:
            current *= 100
        elif scale > 100 and current:
            total, current = total + current * scale, 0.0
        elif scale == 1000 and end == at:
            total = 1000.0
        elif not (end > at and word.casefold() == "and"):
            break
        end += 1
        if end < len(tokens) and tokens[end].text == "-" and end + 1 < len(tokens) and cardinal(tokens[end + 1].text):
            end += 1
    if end > at and tokens[end - 1].text.casefold() == "and":
        end -= 1
    return Number(total + current, at, end) if end > at else None


def _step(current: float) -> float:
    """Return the bound the next number word must stay under (``dwadzieścia`` + ``pięć``, not ``pięć`` + ``dwa``)."""
    return next((float(step) for step in (100, 10) if current >= step and current % step == 0), 0.0) or (
        10.0 if current >= 20 and current % 10 == 0 else 0.0
    )


@lru_cache(maxsize=16_384)
def cardinal(word: str) -> int | None:
    """Return the value of a cardinal number word in any inflection, or ``None``."""
    table = tables()["cardinal"]
    plain = word.casefold().replace("’", "'").replace("ʼ", "'")
    for known in (table["en"], table["uk"], table["pl"]):
        if plain in known:
            return int(known[plain])
    forms = (lemma for lemma, tag in morphology.readings(plain) if tag.startswith(("num", "adj:sg", "adj:pl")))
    return next((int(table["pl"][lemma]) for lemma in forms if lemma in table["pl"]), None)


@lru_cache(maxsize=16_384)
def _other(word: str) -> tuple[float, str, bool] | None:
    """Return (value, unit, ordinal) of a compound, a fraction, an ordinal or a Roman number."""
    data = tables()
    plain = word.casefold().replace("’", "'").replace("ʼ", "'")
    if plain in data["fraction"] or (lemma := _first_lemma(plain)) in data["fraction"]:
        return data["fraction"].get(plain) or data["fraction"][lemma], "", False
    if word in data["roman"]:
        return data["roman"][word], "", True
    if compound := _compound(plain):
        return compound
    return _ordinal(plain)


def _compound(plain: str) -> tuple[float, str, bool] | None:
    units = tables()["compound_units"]
    for ending, unit in units.items():
        if plain.endswith(ending):
            head = plain[: -len(ending)]
            value = tables()["compound"].get(head)
            return (value, unit, False) if value is not None else None
    return None


def _ordinal(plain: str) -> tuple[float, str, bool] | None:
    table = tables()["ordinal"]
    if plain in table["en"]:
        return table["en"][plain], "", True
    for lemma, tag in morphology.readings(plain):
        if lemma in table["pl"] and tag.startswith("adj"):
            return table["pl"][lemma], "", True
    for stem, value in table["uk"].items():
        if plain.startswith(stem) and plain[len(stem) :] in tables()["uk_ordinal_endings"]:
            return value, "", True
    return None


def _first_lemma(plain: str) -> str:
    return next((lemma for lemma, _ in morphology.readings(plain)), plain)


def _single(tokens: tuple[Token, ...], at: int) -> Number | None:
    token = tokens[at]
    if token.kind is not Kind.WORD or (found := _other(token.text)) is None:
        return None
    value, unit, ordinal = found
    return Number(float(value), at, at + 1, unit, ordinal)


def month_of(word: str) -> int | None:
    """Return 1-12 for the name of a month in any inflection."""
    if (plain := word.casefold()) not in _month_words():
        return None
    return next(
        int(value)
        for stem, value in tables()["months"].items()
        if plain.startswith(stem) or fold(plain).startswith(fold(stem))
    )


@cache
def _month_words() -> frozenset[str]:
    return frozenset(tables()["month_words"])
