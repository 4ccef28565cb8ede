"""A person's name where the words before it say so ("nazywam się …"): capital letters are not needed."""

import re
from collections.abc import Iterator

from guardrails.dictionary import kinds
from guardrails.glance import Cue
from guardrails.name_words import CAPITAL, INITIAL, is_common, is_nominative, starts_no_name
from guardrails.normalise import fold
from guardrails.spans import Span

_FULL = re.compile(rf"{CAPITAL}(?:\s(?:{CAPITAL}|{INITIAL})){{0,3}}")
_WORD = r"[^\W\d_]{2,30}(?:[-'’ʼ][^\W\d_]{1,30})?"
SMALL = re.compile(rf"{_WORD}(?:\s{_WORD}){{0,2}}")
"""One to three words in whatever letters."""
_SAYS_NAME = Cue(
    re.compile(
        r"(?:nazywam si[eę]|mam na imi[eę](?!\w)|(?<!\w)ma na imi[eę](?!\w)|(?<!\w)ma na nazwisko"
        r"|na imi[eę] mam|moje imi[eę](?!\w)(?: i nazwisko)?(?: to| brzmi)?"
        r"|moja godno[sś][cć](?: to)?"
        r"|(?<!\w)zw[eę] si[eę]|(?<!\w)zowi[aą] mnie"
        r"|moje nazwisko(?: to| brzmi)?|z nazwiskiem|imi[eę] i nazwisko|imi[eę] nazwisko|(?<!\w)imi[eę]\s?:"
        r"|(?<!\w)nazwisko(?:\s?:| to| rodowe| mam)|panie[nń]skie(?: to)?|dane osobowe\s?:"
        r"|my (?:full )?name is|my name['’]?s|(?:his|her|['’]s) name is"
        r"|(?:son|daughter|brother|sister|husband|wife|friend) is called"
        r"|(?:сина|доньку|дочку|чоловіка|дружину|брата|сестру|його|її|дитину|подругу|друга) (?:звати|звуть)"
        r"|full name\s?:|(?<!\w)name\s?:|surname\s?:|my surname is|last name(?: is"
        r"|\s?:)|first name(?: is|\s?:)|call me|i am called"
        r"|мене зв[аоу]ти|мене звуть|моє ім['’ʼ]?я(?: та прізвище)?|моє прізвище"
        r"|прізвище(?=\s[\u0430-\u044f\u0454\u0456\u0457])|прізвище(?:\s?:| та ім['’ʼ]?я)"
        r"|(?<!\w)(?:ім['’ʼ]я|піб)\s?:|меня зовут|зовуть мене)"
        r"[ \t]{0,3}[:\-–—]?[ \t]{0,3}(?:to |jest |is |це )?"
    ),
    hints=(
        *("nazywam si", "na imi", "moje imi", "imię", "imie", "godno", "zwe", "zwę", "zowi", "nazwisk", "panie"),
        *("dane osobowe", "name", "call", "зв", "зов", "ім", "прізвищ", "піб"),
    ),
    in_small=True,
)
# «they call me names»: only a capital letter makes a name of what follows.
_NEEDS_CAPITAL = ("call me", "i am called")
_OF_SMALL = re.compile(r"\S+")
_VERB_LIKE = re.compile(r"(?:am|em|ym|bym|ac|ic|yc|ujac|łem|łam|lem|lam)$")


def find(text: str) -> Iterator[Span]:
    """Yield the names that follow words which announce one."""
    for said in _SAYS_NAME.finditer(text):
        if full := _FULL.match(text, said.end()):
            if not starts_no_name(full[0]):
                yield Span(full.start(), full.end(), "IMIĘ I NAZWISKO")
        elif not said[0].lower().startswith(_NEEDS_CAPITAL) and (uncased := SMALL.match(text, said.end())):
            yield from small_name(uncased)


def small_name(match: re.Match[str]) -> Iterator[Span]:
    """Take one or two words in small letters, as far as they are no common words; three behind two given names."""
    first, *others = _OF_SMALL.finditer(match[0])
    if is_common(first[0]) or fold(first[0]).endswith("nie") or (others and _VERB_LIKE.search(fold(first[0]))):
        return
    last = first
    for word in others[: 2 if others and is_nominative(others[0][0]) else 1]:
        if is_common(word[0]) or _VERB_LIKE.search(fold(word[0])) or _only_trade(word[0]):
            break
        last = word
    yield Span(match.start(), match.start() + last.end(), "IMIĘ I NAZWISKO")


def _only_trade(word: str) -> bool:
    known = kinds(word)
    return known.trade and not known.last
