"""Pasted CVs and job advertisements: a document in a message is data, whatever it says, not the user's own words."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

import yaml

from guardrails.evidence import Neutralised, as_data, neutralise
from guardrails.lexicon import DATA
from guardrails.normalise import fold

LEAST_CHARACTERS = 120
LEAST_HEADINGS = 2
MOST_OF_A_HEADING = 40
_LINE = re.compile(r"[^\n]+")
_EDGES = " \t*#•·-–—_=:0123456789.)"
_KEY = secrets.token_bytes(16)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A message and the part of it that is a document: characters ``start`` to ``end``."""

    text: str
    start: int
    end: int

    @property
    def document(self) -> str:
        """The pasted part."""
        return self.text[self.start : self.end]

    def around(self, document: str) -> str:
        """Return the message with another text in the place of the document."""
        return self.text[: self.start] + document + self.text[self.end :]


def pasted_in(text: str) -> Pasted | None:
    """Return the document in a message, or ``None``: from its first heading on, less a question of the user after it.

    A document has two headings of a CV or an advertisement, each opening a line, and some length. Linear.
    """
    starts = [start for start, heading in _lines(text) if heading]
    headings = {heading for _, heading in _lines(text) if heading}
    if len(headings) < LEAST_HEADINGS:
        return None
    start, end = starts[0], _end(text)
    return Pasted(text, start, end) if end - start >= LEAST_CHARACTERS else None


def disarmed(text: str) -> Neutralised:
    """Return a message whose document gives no orders, and what was put out of action; others as they are."""
    found = pasted_in(text)
    if found is None:
        return Neutralised(text)
    result = neutralise(found.document)
    return Neutralised(found.around(result.text), result.found) if result.found else Neutralised(text)


def marked(text: str) -> str:
    """Return a message as a model is to read it: its document between marks that it cannot write itself.

    The mark is the same for the same text while the process lives, so that a server may keep the beginning of a prompt.
    """
    found = pasted_in(text)
    if found is None:
        return text
    mark = blake2b(found.document.encode(), key=_KEY, digest_size=6).hexdigest()
    return found.around("\n" + as_data(found.document, mark)[0] + "\n")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the start of each line, and its heading where it opens with one."""
    for line in _LINE.finditer(text):
        opening = line[0][: 2 * MOST_OF_A_HEADING].partition(":")[0].strip(_EDGES)
        yield line.start(), _heading(opening)


def _heading(opening: str) -> str:
    plain = fold(opening) if len(opening) <= MOST_OF_A_HEADING else ""
    return plain if plain in _headings() else ""


def _end(text: str) -> int:
    """Return where the document ends: before a last paragraph that asks something."""
    whole = text.rstrip()
    at = whole.rfind("\n\n")
    return at if at > 0 and whole.endswith("?") else len(text)


@cache
def _headings() -> frozenset[str]:
    tree: dict[str, list[str]] = yaml.load((DATA / "pasted.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return frozenset(map(fold, tree["headings"]))
