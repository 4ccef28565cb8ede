"""What the grammatical dictionary says of a capitalised word: a first name, a surname, a place, a firm, a plain word.

Source: the labels of SGJP, as Morfeusz 2 ships it (BSD 2-clause); it knows the cases of names ("Gwidonem") too.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_PLACES = frozenset({"nazwa_geograficzna", "człon_nazwy_geograficznej", "nazwa_dzielnicy"})
_FIRST, _LAST, _PLAIN = "imię", "nazwisko", "nazwa_pospolita"


@dataclass(frozen=True, slots=True)
class Kinds:
    """``firsts``: the first names the form may belong to; ``plain``: it is a common word (too).

    ``known`` is false for a word the dictionary does not hold; ``thing``: a place or a firm; ``trade``: a common
    word for a person and for nothing else ("fryzjer", but not "ptaszek"); ``verbal``: it is no noun (too).
    """

    firsts: frozenset[str] = frozenset()
    last: bool = False
    plain: bool = False
    thing: bool = False
    trade: bool = False
    verbal: bool = False
    known: bool = True


@cache
def morfeusz() -> Any:
    """Return the dictionary, loaded when first asked for."""
    import morfeusz2  # noqa: PLC0415 - loading its dictionary costs 0.1 s that not every command needs

    return morfeusz2.Morfeusz(generate=False)


@lru_cache(maxsize=32_768)
def kinds(word: str) -> Kinds:
    """Return what ``word`` may be, read with a capital letter; nothing is known of Cyrillic words."""
    if "\u0400" <= word[0] <= "\u04ff":
        return Kinds(known=False)
    read = [reading for start, _, reading in morfeusz().analyse(word.title()) if start == 0]
    if all(tag == "ign" for _, _, tag, *_ in read):
        return Kinds(known=False)
    firsts = frozenset(lemma.partition(":")[0] for _, lemma, _, labels, _ in read if _FIRST in labels)
    plain = [tag for _, lemma, tag, labels, _ in read if _PLAIN in labels or (not labels and lemma.islower())]
    return Kinds(
        firsts=firsts,
        last=any(_LAST in labels for *_, labels, _ in read),
        plain=bool(plain),
        thing=any(_PLACES.intersection(labels) or "nazwa_firmy" in labels for *_, labels, _ in read),
        trade=any(nouns := [":m1" in tag for tag in plain if tag.startswith("subst")]) and all(nouns),
        verbal=any(not tag.startswith("subst") and not tag.startswith("depr") for tag in plain),
    )
