"""A person's name that is told of: "kuzyn nazywa się …", "ksywka …", "po mężu …", "ks. …", "mówią mi …"."""

import re
from collections.abc import Iterator

from guardrails.dictionary import kinds
from guardrails.glance import Cue
from guardrails.name_words import UPPER, is_first_name, is_plain, is_surname, may_be_name
from guardrails.spans import Span

_ONE = rf"{UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}}){{0,2}}"
_IS_CALLED = Cue(
    re.compile(
        r"(?:kuzyn\w{0,3}|koleg\w{1,2}|kole[zż]an\w{1,3}|szef\w{0,3}|s[aą]siad\w{0,3}|brat\w{0,3}|siostr\w"
        r"|syn\w{0,3}|c[oó]rk\w|m[aą][zż]\w{0,2}|[zż]on\w"
        r"|pani?|ch[lł]opak\w{0,2}|dziewczyn\w|nauczyciel\w{0,3}|kierowni\w{1,4}"
        r"|doradc\w)[\s(,–-]{1,4}(?:kt[oó]r[yaą]\s)?nazywa\w{0,2} si[eę]\s"
        rf"({_ONE}(?:\s{_ONE})?)"
    ),
    hints=("nazywa",),
)
_CALLED = re.compile(
    r"(?<!\w)(?:ksyw\w{1,3}|pseudonim\w{0,2}|przezwisk\w{1,2}|zwan\w{1,3}|alias|aka|nickname)(?:\s(?:to|jako"
    r"|is))?[\s:]{1,2}"
    rf"(?-i:([„\"'«]?{_ONE}[”\"'»]?(?:\s{_ONE})?))",
    re.IGNORECASE,
)
_NICKNAME = re.compile(r"ksyw|pseudo|przezw|nick", re.IGNORECASE)
_COUPLE = re.compile(
    rf"(?<!\w)[Pp]a[nń]stw\w{{1,2}}\s({UPPER}[^\W\d_]{{1,25}}(?:owie|ów|owom|scy|skich|ccy|ckich))(?!\w)"
)
# Behind a learned or spiritual title, or where a name is spelt, a surname may stand alone.
_TITLED = re.compile(
    rf"(?<!\w)(?:prof\.|ks\.|mec\.|mgr|dr|in[zż]\.|de domo|z domu|nazwiskiem|nazw\.:?|pisze si[eę]|wuefist\w{{1,2}}"
    rf"|matematyczk\w|polonistk\w|anglistk\w)\s"
    rf"({_ONE})(?!\w)"
)
_SURNAME_ON = re.compile(
    rf"(?<!\w)(?:[Nn]azwisk\w{{1,2}}|[Пп]різвищ\w)(?:\s[^\W\d_]{{1,12}}){{1,3}}?[:\s]{{1,2}}(?-i:({_ONE}))(?!\w)"
)
_CALL_ME = re.compile(
    rf"(?<!\w)(?:wo[łl]aj[aą] (?:na )?mnie|m[oó]wi[aą] (?:mi|na mnie)|кличуть мене|називають мене)\s({_ONE})(?!\w)",
    re.IGNORECASE,
)
_HAIL = re.compile(rf"(?<!\w)(?:Dear|Hi|Hello|Cześć|Hej|Drog[ai]|Szanown[aey]|Вітаю|Привіт)\s({_ONE})[,!]")
_AFTER_MARRIAGE = re.compile(rf"(?<!\w)po\s(?:m[eę][zż]u|[zż]onie|ojcu|matce)\s({_ONE})(?!\w)")


def find(text: str) -> Iterator[Span]:
    """Yield the names; they may overlap, the caller keeps the first."""
    yield from map(_span, _IS_CALLED.finditer(text))
    for match in _CALLED.finditer(text):
        if _NICKNAME.match(match[0]) or not is_plain(match[1].strip("„\"'«”»").split()[0]):
            yield _span(match)
    yield from (_span(match) for match in _CALL_ME.finditer(text) if match[1][0].isupper())
    yield from (_span(match) for match in _HAIL.finditer(text) if is_first_name(match[1]))
    yield from (_span(match) for match in _TITLED.finditer(text) if kinds(match[1]).last and _may_be(match[1]))
    for pattern in (_AFTER_MARRIAGE, _SURNAME_ON, _COUPLE):
        yield from (_span(match) for match in pattern.finditer(text) if _may_be(match[1]) and not match[1].isupper())


def _may_be(word: str) -> bool:
    return is_surname(word) and may_be_name(word)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(1), match.end(1), "IMIĘ I NAZWISKO")
