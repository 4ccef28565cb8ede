"""Names in a sentence: proper names, acronyms, quoted titles and the register's names must stand in its evidence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, product

from guardrails.output.claim import Claim, relatives
from guardrails.output.folding import fold
from guardrails.output.lists import word_list
from guardrails.output.numerals import month_of
from guardrails.output.source import Source, latin, stems_of
from guardrails.output.words import Form, Kind, Lemmas, Token, form_of

_QUOTED = re.compile(r"[„“”\"«]([^„“”\"»«\n]{3,120})[”“\"»]")
# Acronyms everybody in the field reads as the notion; what they stand for is in the lexicon or the record.
COMMON = word_list("entities.common")
_POLITE = word_list("entities.polite")
_NAME_WORD = re.compile(r"[^\W\d_]{1,60}")
_Name = tuple[str, tuple[str, ...]]
"""A record's id and the words of one of its names."""


def foreign_names(claim: Claim) -> Iterator[str]:
    """Yield proper names, acronyms and quoted titles that the cited records do not hold."""
    for at, token in enumerate(claim.reading.tokens):
        if not claim.is_open(token.start, token.start + len(token.text)):
            continue
        if token.kind is Kind.WORD and _is_name(claim, at) and not _founded(token, claim.cited):
            yield token.text
    if claim.language == "uk":
        return
    for match in _QUOTED.finditer(claim.reading.text):
        quoted = match[1]
        if not claim.is_open(*match.span(1)):
            continue
        if words := [form_of(word) for word in re.findall(r"[^\W\d_]{3,40}", quoted)]:
            missing = [form for form in words if form.content and not _known(form, claim.cited)]
            if len(missing) * 2 > len(words):
                yield quoted[:40]


def _is_name(claim: Claim, at: int) -> bool:
    tokens = claim.reading.tokens
    token = tokens[at]
    if (
        not token.text[0].isupper()
        or token.word in COMMON
        or len(token.text) < 2
        or re.fullmatch(r"[IVX]+", token.text)
    ):
        return False
    acronym = token.text.isupper() and len(token.text) <= 6
    opens = (
        at == 0
        or tokens[at - 1].text in '.!?:•*-–—„“"«()|#'
        or all(other.kind is not Kind.WORD for other in tokens[:at])
    )
    if opens and not acronym:
        return False
    return token.word not in _POLITE and not token.form.keys & (_POLITE | COMMON) and month_of(token.text) is None


def _founded(token: Token, sources: tuple[Source, ...]) -> bool:
    if _known(token.form, sources) or any(token.word in source.words for source in sources):
        return True
    if token.text.isupper() and any(token.word in _initials(source) for source in sources):
        return True
    plain = latin(token.word)
    return any(
        _alike(plain, word) for source in sources for word in source.words if word[:1] == plain[:1] or word[:1] == "j"
    )


def _known(form: Form, sources: tuple[Source, ...]) -> bool:
    for source in sources:
        if not source.keys.isdisjoint(form.keys) or any(f"#{name}" in source.keys for name in relatives(form.concepts)):
            return True
        if any(stem in source.stems for stem in stems_of(form.folded)):
            return True
    return False


def _alike(one: str, two: str) -> bool:
    """Tell whether two spellings are one name (``Kraków``, ``Кракові``): a long common beginning."""
    shared = next(
        (at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right), min(len(one), len(two))
    )
    short = min(len(one), len(two))
    return shared >= 4 and shared >= 0.6 * short


def _initials(source: Source) -> frozenset[str]:
    """Return what runs of words abbreviate to (``okręgowa komisja egzaminacyjna`` → ``oke``)."""
    return _initials_of(
        " ".join(token.word for unit in source.units for token in unit.reading.tokens if token.kind is Kind.WORD)
        + " "
        + fold(source.title.text)
    )


@cache
def _initials_of(text: str) -> frozenset[str]:
    letters = "".join(word[0] for word in text.split())
    return frozenset(letters[at : at + size] for size in (2, 3, 4, 5) for at in range(len(letters) - size + 1))


class Names:
    """The register's own names, found in a sentence in any inflection; ``names`` are (record id, its names).

    They are kept by the lemmas of their first two words; the other words are looked up once a sentence has those.
    """

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]] = (), lemmas: Lemmas | None = None) -> None:
        self._lemmas = lemmas
        by_words: dict[tuple[str, str], list[_Name]] = defaultdict(list)
        for record_id, titles in names:
            for title in titles:
                words = tuple(_NAME_WORD.findall(title)[:24])
                if len(words) > 1:
                    by_words[words[:2]].append((record_id, words))
        self._count = sum(map(len, by_words.values()))
        self._by_keys: dict[tuple[str, str], list[list[_Name]]] = defaultdict(list)
        for (first, second), found in by_words.items():
            for keys in product(self._keys(first), self._keys(second)):
                self._by_keys[keys].append(found)

    def __len__(self) -> int:
        return self._count

    def _keys(self, word: str) -> frozenset[str]:
        return form_of(word, self._lemmas).keys

    def in_(self, tokens: tuple[Token, ...]) -> Iterator[tuple[str, int, int]]:
        """Yield (record id, first token, end) of every name of two or more words in ``tokens``, each once."""
        words = [(at, token.form.keys) for at, token in enumerate(tokens) if token.kind is Kind.WORD]
        for place, ((at, first), (_, second)) in enumerate(pairwise(words)):
            beginnings = (self._by_keys.get(keys, ()) for keys in product(first, second))
            alike = {id(found): found for group in beginnings for found in group}
            for record_id, name in chain.from_iterable(alike.values()):
                span = words[place : place + len(name)]
                if len(span) == len(name) and self._fits(name, span):
                    yield record_id, at, span[-1][0] + 1

    def _fits(self, name: tuple[str, ...], span: list[tuple[int, frozenset[str]]]) -> bool:
        return all(not seen.isdisjoint(self._keys(word)) for (_, seen), word in zip(span[2:], name[2:], strict=True))


def uncited_records(claim: Claim, names: Names) -> Iterator[str]:
    """Yield names of register records that the sentence speaks of and no cited record holds or refers to."""
    cited = {record_id for source in claim.cited for record_id in (source.record_id, *source.related)}
    for record_id, start, end in names.in_(claim.reading.tokens):
        words = [token.form for token in claim.reading.tokens[start:end] if token.form.content]
        if not claim.is_open(*claim.reading.span(start, end)) or all(form.concepts for form in words):
            continue  # "poziom PRK" and "kwalifikacja wolnorynkowa" are notions before they are records
        if record_id not in cited and not all(_known(form, claim.cited) for form in words):
            yield " ".join(token.text for token in claim.reading.tokens[start:end])
