"""Lemmas: of Polish words from Morfeusz, of Ukrainian ones from simplemma, of others by a light cut."""

from functools import cache
from itertools import product
from typing import Any

from retrieval.analysis.normalise import fold

_VARIANTS = {"a": "aą", "c": "cć", "e": "eę", "l": "lł", "n": "nń", "o": "oó", "s": "sś", "z": "zżź"}
_MOST_VARIANTS = 300


@cache
def _morfeusz() -> Any:
    import morfeusz2  # noqa: PLC0415 - loading its dictionary costs 0.1 s that not every command needs

    return morfeusz2.Morfeusz(generate=False)


def readings(word: str) -> tuple[tuple[str, str], ...]:
    """Return the (lemma, tag) readings of a case-folded word; none for a word Morfeusz does not know.

    Words it splits into several segments (``byłem``) give the readings of their first segment.
    """
    found = _morfeusz().analyse(word)
    return tuple(
        (lemma.partition(":")[0].casefold(), tag)
        for start, _, (_, lemma, tag, *_) in found
        if start == 0 and tag != "ign" and lemma
    )


@cache
def _ukrainian_lemmas() -> Any:
    from simplemma.strategies import DictionaryLookupStrategy  # noqa: PLC0415 - 0.4 s that Polish does not need

    return DictionaryLookupStrategy()


def ukrainian(word: str) -> str:
    """Return the lemma of a case-folded Ukrainian word, or nothing for a word that the dictionary does not have."""
    cyrillic = "\u0400" <= word[0] <= "\u04ff"
    return (_ukrainian_lemmas().get_lemma(word, "uk") or "").casefold() if cyrillic else ""


def with_diacritics(word: str) -> tuple[str, ...]:
    """Return the known words that ``word`` may be when it was typed without Polish letters, lemma by lemma.

    Only words of ASCII letters that Morfeusz does not know are worth asking about.
    """
    choices = [_VARIANTS.get(char, char) for char in word]
    count = 1
    for choice in choices:
        count *= len(choice)
    if not word.isascii() or not word.isalpha() or len(word) < 4 or count > _MOST_VARIANTS:
        return ()
    candidates = ("".join(letters) for letters in product(*choices))
    return tuple(dict.fromkeys(lemma for typed in candidates for lemma, _ in readings(typed)))


def is_infinitive(surface: str) -> bool:
    """Tell whether a word may be the infinitive of a Polish verb, in any letters («naprawiac»)."""
    forms = (form for form in (surface, *with_diacritics(surface)) if fold(form) == fold(surface))
    return any(tag.startswith("inf") for form in forms for _, tag in readings(form))


def is_masculine_noun(word: str) -> bool:
    """Tell whether ``word`` is the nominative of a noun for a man."""
    return any(lemma == word and tag.startswith("subst:sg:nom:m1") for lemma, tag in readings(word))


def light_stem(word: str) -> str:
    """Cut the commonest endings of English and Ukrainian words, which Morfeusz does not know."""
    if word.isascii():
        return _english(word)
    return _ukrainian_stem(word) if "\u0400" <= word[0] <= "\u04ff" else word


def _english(word: str) -> str:
    """Harman's S-stemmer (JASIS 42:1, 1991): plurals only."""
    if len(word) > 4 and word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "us":
        return word[:-1]
    return word


def _ukrainian_stem(word: str) -> str:
    endings = (
        "ами",
        "ями",
        "ого",
        "ому",
        "ими",
        "ові",
        "еві",
        "ою",
        "ею",
        "ам",
        "ям",
        "ах",
        "ях",
        "ем",
        "ом",
    )
    for ending in (*endings, "ий", "ій", "их", "им", "ів", "а", "я", "у", "ю", "и", "і", "е", "о", "ь", "й"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
