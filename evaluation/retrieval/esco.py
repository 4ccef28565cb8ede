"""A set made from an ESCO folder, not stored: alternative label → occupation, alternative label → skill."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from evaluation.retrieval.sets import Question
from retrieval.analysis import fold
from retrieval.edge.collection import Document
from retrieval.training.texts import Concept, esco_concepts, share_of

Change = Callable[[str], str]


def esco_set(folder: Path, part: str, kind: str) -> tuple[list[Question], list[Document]]:
    """Return the questions of ``part`` (``dev`` or ``test``) and all documents of ``kind``.

    ``kind`` is ``occupations`` or ``skills``. Concepts of both parts are kept out of training, by the hash of
    their address. Slices: the label as it is, without diacritics, with one typo, in English.
    """
    concepts = _concepts(folder, "pl", kind)
    documents = [Document(uri, concept.label, concept.description) for uri, concept in concepts.items()]
    chosen = {uri: concept for uri, concept in concepts.items() if share_of(uri) == part}
    english = _concepts(folder, "en", kind)
    questions = [
        *_asked(chosen, "as written", str),
        *_asked({uri: one for uri, one in chosen.items() if _marked(one)}, "no diacritics", fold),
        *_asked(chosen, "one typo", _with_typo),
        *_english(chosen, english),
    ]
    return questions, documents


def _concepts(folder: Path, language: str, kind: str) -> dict[str, Concept]:
    if kind == "occupations":
        return esco_concepts(folder, language, ("occupations",))
    found = esco_concepts(folder, language)
    return {uri: concept for uri, concept in found.items() if "/skill/" in uri}


def _asked(concepts: dict[str, Concept], slice_: str, change: Change) -> Iterator[Question]:
    for uri, concept in concepts.items():
        for number, alias in enumerate(concept.aliases):
            name = f"{uri.rpartition('/')[2]}-{number}-{slice_}"
            yield Question(id=name, query=change(alias), relevant={uri: 1.0}, slice=slice_)


def _english(chosen: dict[str, Concept], english: dict[str, Concept]) -> Iterator[Question]:
    for uri in chosen:
        if uri in english:
            yield Question(id=f"{uri}-en", query=english[uri].label, relevant={uri: 1.0}, slice="English")


def _marked(concept: Concept) -> bool:
    return any(fold(alias) != alias for alias in concept.aliases)


def _with_typo(text: str) -> str:
    """Swap, drop or double one letter of the longest word; always the same for a text."""
    random = Random(text)  # noqa: S311 - repeatable, not secret
    words = text.split()
    place = max(range(len(words)), key=lambda i: len(words[i]))
    word = words[place]
    if len(word) < 4:
        return text
    at = random.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    words[place] = random.choice([swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]])
    return " ".join(words)
