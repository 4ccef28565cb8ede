"""Polish word forms: lemmas and parts of speech from Morfeusz, feminine names of occupations led to masculine ones."""

from functools import lru_cache

from guardrails.dictionary import morfeusz

# Suffix pairs of feminine agent nouns; longest first.
_FEMININE = tuple(
    (pair.split("-")[0], pair.split("-")[1])
    for pair in (  # noqa: SIM905 - pairs read better in rows
        "ożka-og rniczka-rnik niczka-nik iczka-ik yczka-yk czyni-ca yni-a orka-or erka-er arka-arz "
        "arka-ar istka-ista ystka-ysta antka-ant entka-ent atka-at ątka-ąt jka-j lka-l aczka-acz "
        "owa-owy czka-k ka-"
    ).split()
)


@lru_cache(maxsize=65_536)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """Return the (lemma, tag) readings of a Polish form, case-folded; none for a word Morfeusz does not know.

    A form it splits (``byłem``) gives the readings of its first segment.
    """
    if not word or "\u0400" <= word[0] <= "\u04ff":
        return ()
    found = morfeusz().analyse(word.casefold())
    return tuple(
        dict.fromkeys(
            (lemma.partition(":")[0].casefold(), tag)
            for start, _, (_, lemma, tag, *_) in found
            if start == 0 and tag != "ign" and lemma
        )
    )


@lru_cache(maxsize=65_536)
def lemmas(word: str) -> tuple[str, ...]:
    """Return the lemmas of one word: those Morfeusz gives, and the masculine names of feminine occupations."""
    found = tuple(dict.fromkeys(lemma for lemma, _ in readings(word)))
    return found + tuple(name for lemma in found for name in _masculine(lemma))


def _masculine(lemma: str) -> tuple[str, ...]:
    if len(lemma) < 6:
        return ()
    made = (lemma[: -len(old)] + new for old, new in _FEMININE if lemma.endswith(old))
    return tuple(name for name in made if len(name) > 3 and _is_masculine_person(name))[:1]


@lru_cache(maxsize=16_384)
def _is_masculine_person(word: str) -> bool:
    return any(lemma == word and tag.startswith("subst:sg:nom:m1") for lemma, tag in readings(word))


def part_of_speech(word: str) -> frozenset[str]:
    """Return the Morfeusz classes a form may belong to (``subst``, ``fin``, ``adj`` …)."""
    return frozenset(tag.partition(":")[0] for _, tag in readings(word))
