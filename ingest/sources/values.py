"""Reading one value of a foreign JSON record, whatever shape it comes in; unreadable ones give ``None``."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ingest.sources.words import KINDS, STATUSES, category_of, role_of

_NAMES = ("name", "nazwa", "title", "label", "text", "value", "code", "kod", "id")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_INLINE = re.compile(r"</?(?:a|b|em|i|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAK = re.compile(r"(?:<br ?/?>|</p>|</li>)", re.IGNORECASE)
_LONGEST = 200_000


def text(value: Any) -> str | None:
    """Return a value as plain text without mark-up: of an object its name, of a list its items by commas."""
    match value:
        case str():
            return clean(value) or None
        case bool() | None:
            return None
        case int() | float():
            return str(value)
        case Mapping():
            return next((found for name in _NAMES if (found := text(value.get(name)))), None)
        case list():
            return ", ".join(texts(value)) or None
    return None


def texts(value: Any) -> tuple[str, ...]:
    """Return the texts of a list, or of one value."""
    items = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(found for item in items if (found := text(item))))


def clean(written: str) -> str:
    """Strip mark-up, entities, control characters and lone surrogates; keep line breaks."""
    lines = _BREAK.sub("\n", written[:_LONGEST])
    plain = _CONTROL.sub("", html.unescape(_TAG.sub(" ", _INLINE.sub("", lines))))
    whole = plain.encode("utf-8", "ignore").decode()
    return "\n".join(line for part in whole.splitlines() if (line := " ".join(part.split())))


def number(value: Any) -> int | None:
    """Return the first whole number of a value."""
    found = re.match(r"\D{0,3}(\d{1,9})", text(value) or "")
    return int(found[1]) if found else None


def level(value: Any) -> int | None:
    """Return a PRK level written in Arabic or Roman digits."""
    words = (text(value) or "").casefold().split()
    arabic = (int(word) for word in words if word in tuple("12345678"))
    roman = (_ROMAN[word] for word in words if word in _ROMAN)
    return next(arabic, None) or next(roman, None)


def day(value: Any) -> date | None:
    """Return a date written as 2026-11-20… or 20.11.2026."""
    written = text(value) or ""
    iso = re.match(r"(\d{4})-(\d{2})-(\d{2})", written)
    polish = re.match(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", written)
    parts = iso.groups() if iso else polish.groups()[::-1] if polish else ()
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def code(value: Any) -> str | None:
    """Return an official code in one spelling: ``inf 03.`` → ``INF.03``."""
    written = text(value) or ""
    school = re.fullmatch(r"([A-Za-z]{3})[. ]?(\d{2})\.?", written)
    return f"{school[1].upper()}.{school[2]}" if school else written or None


def validity(value: Any) -> dict[str, Any] | None:
    """Return how long a document is valid: the words, and years or no limit where they say so."""
    written = text(value)
    if not written:
        return None
    years = re.search(r"(\d{1,2})\s*(?:lat|rok)", written)
    endless = "bezterminow" in written.casefold()
    return {"text": written, "years": int(years[1]) if years and not endless else None, "indefinite": endless}


def bodies(value: Any) -> tuple[dict[str, str], ...]:
    """Return institutions as references by name."""
    return tuple({"name": name} for name in texts(value))


def occupations(value: Any) -> tuple[str, ...]:
    """Return the record ids of six-digit occupation codes found in a value."""
    found = re.findall(r"(?<!\d)\d{6}(?!\d)", " ".join(_strings(value)))
    return tuple(dict.fromkeys(f"kzis:{one}" for one in found))


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str() | int():
            yield str(value)
        case Mapping():
            for item in value.values():
                yield from _strings(item)
        case list():
            for item in value:
                yield from _strings(item)


READERS: Mapping[str, Callable[[Any], Any]] = {
    "text": text,
    "texts": texts,
    "number": number,
    "level": level,
    "date": day,
    "code": code,
    "validity": validity,
    "bodies": bodies,
    "occupations": occupations,
    "local_text": lambda value: {"pl": found} if (found := text(value)) else None,
    "kind": lambda value: KINDS.get((text(value) or "").casefold()),
    "status": lambda value: STATUSES.get((text(value) or "").casefold()),
    "category": lambda value: category_of(text(value) or ""),
    "roles": lambda value: tuple(dict.fromkeys(role for word in texts(value) if (role := role_of(word)))),
}
