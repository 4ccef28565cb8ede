"""Cards written out: plain text for the terminal, Markdown for the page."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from textwrap import fill

from register.vocabulary import Language
from ui.card import Card, Line
from ui.texts import text

MANY = 12
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~$-])")


def as_plain(card: Card, language: Language, width: int = 100) -> str:
    """Write the card for a terminal of ``width`` columns; letters lead from a field to its source below."""
    notes = _Notes(language)
    head = [card.title, "=" * min(len(card.title), width), f"{card.kind} · {card.record_id}", card.url, ""]
    fields = [row for line in card.lines for row in _plain(line, notes, width)]
    wrap = partial(fill, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    sources = [wrap(note, width) for note in notes.lines(str)]
    return "\n".join([*head, *fields, "", f"{text('card.sources', language)}:", *sources])


def as_markdown(card: Card, language: Language) -> str:
    """Write the card as Markdown without its title, which the page shows; every text is escaped."""
    notes = _Notes(language)
    rows = [f"{escape(card.kind)} · `{card.record_id}`"]
    rows += [_markdown(line, notes) for line in card.lines]
    rows.append(f"[{text('card.page', language)}]({_address(card.url)})")
    rows.append(f"**{text('card.sources', language)}**")
    return "\n\n".join([*rows, *notes.lines(_with_link)])


def escape(value: str) -> str:
    """Make ``value`` literal in Markdown, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(value.split()))


class _Notes:
    """Sources of a card, each once, with the letter fields refer to it by."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._letters: dict[tuple[str, str, str], str] = {}

    def mark(self, line: Line) -> str:
        """Return the letter of the line's source."""
        origin = (line.confidence, line.as_of, line.source)
        number = len(self._letters)
        letter = chr(ord("a") + number % 26) * (number // 26 + 1)
        return self._letters.setdefault(origin, letter)

    def lines(self, write: Callable[[str], str]) -> Iterator[str]:
        """Write the sources with how sure they are and the date they speak for."""
        as_of = text("card.as_of", self.language)
        for (confidence, date, source), letter in self._letters.items():
            yield f"({letter}) {confidence}; {as_of} {date}; {write(source)}"


def _plain(line: Line, notes: _Notes, width: int) -> Iterator[str]:
    head, mark = f"{line.label}: {_probably(line, notes.language)}", f" ({notes.mark(line)})"
    if len(line.values) == 1:
        yield fill(head + line.values[0] + mark, width, subsequent_indent="    ")
    else:
        yield head.rstrip() + mark
        for value in line.values:
            yield fill(value, width, initial_indent="  - ", subsequent_indent="    ")


def _markdown(line: Line, notes: _Notes) -> str:
    shown = [escape(value) for value in line.values[:MANY]]
    if len(line.values) > MANY:
        shown.append(text("card.more", notes.language, count=len(line.values) - MANY))
    head, mark = f"**{line.label}:** {_probably(line, notes.language)}", f"*({notes.mark(line)})*"
    if len(shown) == 1:
        return f"{head}{shown[0]} {mark}"
    return f"{head}{mark}" + "".join(f"\n- {value}" for value in shown)


def _probably(line: Line, language: Language) -> str:
    return f"{text('card.probably', language)} " if line.derived else ""


def _with_link(source: str) -> str:
    """Make an address at the start of a source a link, and the rest literal."""
    address, _, rest = source.partition(" ")
    if not address.startswith(("http://", "https://")):
        return escape(source)
    return f"[{escape(address)}]({_address(address)}) {escape(rest)}".rstrip()


def _address(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
