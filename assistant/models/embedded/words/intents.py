"""What a question wants, by examples read with the same analyser as records and queries."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from retrieval.analysis import Word, analyse

EXAMPLES = Path(__file__).with_name("intents.yaml")
SLOT = "{x}"
# A letter n-gram overlap that makes two words the same but for a typo ("certyfikt", "zostac").
ALIKE = 0.55


class Intent(StrEnum):
    """The kinds of question; each has its examples in ``intents.yaml``."""

    BECOME = "become"
    ABOUT = "about"
    TASKS = "tasks"
    OUTCOMES = "outcomes"
    WHO_AWARDS = "who_awards"
    INSTITUTIONS = "institutions"
    LEVEL = "level"
    VALIDITY = "validity"
    DURATION = "duration"
    ENTRY = "entry"
    MUST_HAVE = "must_have"
    PARTS = "parts"
    PART_OF = "part_of"
    SCHOOLS = "schools"
    PAY = "pay"
    PRICE = "price"
    JOBS = "jobs"
    COMPARE = "compare"
    FIND = "find"
    SIMILAR = "similar"
    UNDECIDED = "undecided"
    INTERESTS = "interests"
    RECOMMEND = "recommend"
    WHY = "why"
    WEIGHTS = "weights"
    PATHWAY = "pathway"
    PLAN = "plan"
    PROFILE = "profile"
    FORGET_PROFILE = "forget_profile"
    NOTE = "note"
    CORRECT = "correct"
    KEEP = "keep"
    GAP = "gap"
    SCHOOL_CHOICE = "school_choice"
    FOREIGN = "foreign"
    SYSTEM = "system"
    ANOTHER = "another"
    SIMPLER = "simpler"
    MORE = "more"
    SOURCES = "sources"
    GREETING = "greeting"
    THANKS = "thanks"
    BYE = "bye"
    WHO_ARE_YOU = "who_are_you"
    OFF_TOPIC = "off_topic"


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its intent and the lemmas of each word outside the slot."""

    intent: Intent
    words: tuple[frozenset[str], ...]
    slotted: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """An intent, how sure it is (0-1), and which words of the question it used up."""

    intent: Intent
    score: float
    used: frozenset[int]


class IntentReader:
    """Reads intents. A word weighs by its rarity among intents; an example counts by how much of it is there

    and by how much of the question's own intent words it explains.
    """

    def __init__(self, examples: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._examples = tuple(
            Example(Intent(intent), _lemmas(text), SLOT in text)
            for intent, by_language in examples.items()
            for texts in by_language.values()
            for text in texts
        )
        owners: Counter[str] = Counter()
        for intent in Intent:
            owners.update({lemma for e in self._examples if e.intent is intent for w in e.words for lemma in w})
        self._weights = {lemma: math.log(1 + len(Intent) / count) for lemma, count in owners.items()}
        self._with: dict[str, list[int]] = {}
        for place, example in enumerate(self._examples):
            for lemma in {lemma for word in example.words for lemma in word}:
                self._with.setdefault(lemma, []).append(place)

    @property
    def asking(self) -> frozenset[str]:
        """The lemmas that questions are asked with, whatever they are about."""
        return frozenset(self._weights)

    def read(self, words: Sequence[Word]) -> tuple[Reading, ...]:
        """Return the best reading of each intent, best first."""
        lemmas = [frozenset(word.lemmas) for word in words]
        asked = sum(self._weight(word) for word in lemmas)
        best: dict[Intent, Reading] = {}
        touched = sorted({place for word in lemmas for lemma in word for place in self._with.get(lemma, ())})
        for example in (self._examples[place] for place in touched):
            reading = self._match(example, lemmas, asked)
            if reading.score > best.get(example.intent, _NOTHING).score:
                best[example.intent] = reading
        return tuple(sorted(best.values(), key=lambda reading: -reading.score))

    def _match(self, example: Example, words: Sequence[frozenset[str]], asked: float) -> Reading:
        total = covered = 0.0
        used: set[int] = set()
        for wanted in example.words:
            weight = self._weight(wanted)
            total += weight
            place = next((i for i, word in enumerate(words) if i not in used and word & wanted), None)
            if place is not None:
                covered += weight
                used.add(place)
        if not covered or (not example.slotted and len(words) > 2 * len(example.words) + 1):
            return _NOTHING
        explained = sum(self._weight(words[i]) for i in used) / asked if asked else 0.0
        score = (covered / total) ** 1.5 * (0.4 + 0.6 * min(1.0, explained))
        return Reading(example.intent, round(score, 4), frozenset(used))

    def _weight(self, lemmas: frozenset[str]) -> float:
        return max((self._weights.get(lemma, 0.0) for lemma in lemmas), default=0.0)


_NOTHING = Reading(Intent.SYSTEM, 0.0, frozenset())


@cache
def intent_reader() -> IntentReader:
    """Return the reader of the examples in the package."""
    return IntentReader(yaml.load(EXAMPLES.read_text("utf-8"), yaml.CSafeLoader))


def _lemmas(text: str) -> tuple[frozenset[str], ...]:
    words = analyse(text.replace(SLOT, " ")).words
    return tuple(frozenset(word.lemmas) for word in words)
