"""Codes and dates of a text, in figures and in words."""

import re
from collections.abc import Iterator

from guardrails.output.numerals import month_of
from guardrails.output.quantities.dimensions import Dimension, Quantity
from guardrails.output.words import Kind, Token, plain_code

YEAR = re.compile(r"^(?:19|20)\d{2}$")


def fixed(tokens: tuple[Token, ...]) -> Iterator[Quantity]:
    """Yield codes and dates."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind is Kind.CODE:
            yield Quantity(Dimension.CODE, 0.0, plain_code(token.text), token.text, at, at + 1)
        elif token.kind is Kind.DATE:
            yield Quantity(Dimension.DATE, 0.0, _iso(token.text), token.text, at, at + 1)
        elif token.kind is Kind.WORD and (month := month_of(token.text)):
            item = _written_date(tokens, at, month)
            yield item
            at = item.end - 1
        at += 1


def _iso(text: str) -> str:
    if "-" in text:
        return text if len(text) == 10 else f"{text}-??"
    day, month, year = text.split(".")
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _written_date(tokens: tuple[Token, ...], at: int, month: int) -> Quantity:
    """Read ``19 grudnia 2018``, ``December 19, 2018``, ``w grudniu 2018``; unknown parts are ``??``."""
    start, end, day, year = at, at + 1, "??", "????"
    if at and tokens[at - 1].kind is Kind.NUMBER and len(tokens[at - 1].text) <= 2:
        start, day = at - 1, f"{int(tokens[at - 1].text):02d}"
    elif at > 1 and tokens[at - 1].text == "." and tokens[at - 2].kind is Kind.NUMBER and len(tokens[at - 2].text) <= 2:
        start, day = at - 2, f"{int(tokens[at - 2].text):02d}"
    rest = list(tokens[end : end + 3])
    if day == "??" and rest and rest[0].kind is Kind.NUMBER and len(rest[0].text) <= 2:
        day, end = f"{int(rest[0].text):02d}", end + 1
        rest = rest[1:]
    if rest and rest[0].text == ",":
        rest, comma = rest[1:], 1
    else:
        comma = 0
    if rest and YEAR.match(rest[0].text):
        year, end = rest[0].text, end + 1 + comma
    text = " ".join(token.text for token in tokens[start:end])
    return Quantity(Dimension.DATE, 0.0, f"{year}-{month:02d}-{day}", text, start, end)
