"""Split a draft into sentences, keeping what separates them, so that each can be judged and shown alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guardrails.frame import HANDLE, Sentence, handles_of

# A stop, closing quotes or brackets and citation marks that belong to the sentence, then a gap.
_END = re.compile(r"[.!?…]+[\"'”»)\]]*(?:\s?\[[a-z]\d{1,3}\])*(?=\s|$)")
_LAST_WORD = re.compile(r"(\S+?)[.!?…]*[\"'”»)]*$")
_CODE = re.compile(r"^[A-Z]{2,3}\.\d{1,2}$")
_FENCE = "```"  # a code block hides nothing: its lines are sentences like any other
_ORDINAL = re.compile(r"^\(?(\d{1,2}|[ivxIVX]{1,4})$")
_ABBREVIATIONS = frozenset((Path(__file__).parent / "data" / "abbreviations.txt").read_text("utf-8").casefold().split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence and the white space (or list mark) that stood before it."""

    lead: str
    sentence: Sentence


def split(draft: str) -> tuple[Piece, ...]:
    """Return the sentences of ``draft`` in order; a line break always ends one."""
    pieces: list[Piece] = []
    gap = ""
    for line in draft.splitlines():
        if not line.strip() or line.lstrip().startswith(_FENCE):
            gap = "\n\n" if pieces else ""
            continue
        lead = (gap or "\n") if pieces else ""
        for text in _of_line(line.strip()):
            pieces.append(Piece(lead, Sentence(text, handles_of(text))))
            lead = " "
        gap = ""
    return tuple(pieces)


def _of_line(line: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(line):
        if _goes_on(line[start : end.end()], line[end.end() :]):
            continue
        yield line[start : end.end()].strip()
        start = end.end()
    if line[start:].strip():
        yield line[start:].strip()


def _goes_on(head: str, tail: str) -> bool:
    """Tell whether the stop belongs to an abbreviation, a code or an ordinal and the sentence goes on."""
    following = tail.lstrip()
    if not following:
        return False
    bare = HANDLE.sub("", head).rstrip()
    if head.endswith("]") and not bare.endswith("]") and following[0].isupper():
        return False  # marks close a sentence, whatever its last word is: "kategorii C. [q1] Kto …"
    word = _LAST_WORD.search(bare)
    if not bare.endswith(".") or word is None:
        return following[0].islower()
    last = word[1].lstrip("([\"'„«")
    if last.casefold() in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last.isupper()):
        return True
    if _CODE.match(last) or _ORDINAL.match(last):
        return not following[0].isupper()
    return following[0].islower()
