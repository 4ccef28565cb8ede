"""What is recommended for a liking, in sentences: which it answers, what one does, and which school teaches it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assistant.advice.matching import Liked, Ranking, Row, likings_of
from assistant.advice.school.wording import SchoolWords
from prompts import Prompts
from register.occupation import Occupation
from register.vocabulary import Language
from retrieval.analysis.morphology import readings, ukrainian

MOST_DONE = 4


@dataclass(frozen=True, slots=True)
class LikedWords:
    """The sentences of one ranking for likings, in one language; none where the wish tells none."""

    prompts: Prompts
    language: Language
    ranking: Ranking
    liked: Liked
    minor: bool = False

    @property
    def beside(self) -> tuple[str, ...]:
        """The rules and occupations no longer taught that are told beside what fits."""
        return tuple(dict.fromkeys(record_id for one in self.liked.likings for record_id in one.beside))

    def data(self, unwanted: Iterable[str]) -> dict[str, Any]:
        """Return the likings by name, those nothing was found for, what was left out, and each record's sentences."""
        if not self.liked:
            return {}
        shown = {self.ranking.row(place).record.id: list(self.lines(place)) for place in self.ranking.chosen}
        answered = {one.key for record_id in shown for one in self.liked.answered(record_id)}
        return {
            "likings": [one.name(self.language) for one in self.liked.likings if one.key in answered],
            "unanswered": [one.name(self.language) for one in self.liked.likings if one.key not in answered],
            "away": list(dict.fromkeys(name for text in unwanted for name in self._names_of(text))),
            "told": shown,
            "occupations": {self.ranking.row(place).record.id: one.id for place, one in self.occupations().items()},
            "own": [line for place in self.ranking.chosen for line in (self._way(place), self._answers(place)) if line],
        }

    def _names_of(self, text: str) -> tuple[str, ...]:
        return tuple(one.name(self.language) for one in likings_of(text)) or (_called(text, self.language),)

    def occupations(self) -> dict[int, Occupation]:
        """Return the occupations that what is shown is the whole of, by the place of the qualification."""
        places = self.ranking.chosen if self.liked else ()
        return {place: one for place in places if (one := _whole(self.ranking.row(place))) is not None}

    def lines(self, place: int) -> tuple[str, ...]:
        """Return the sentences of a record."""
        if not self.liked:
            return ()
        row = self.ranking.row(place)
        said = [line for line in (self._answers(place),) if line]
        occupation = _whole(row)
        if occupation is None:
            return tuple(said)
        if done := self._done(row, occupation):
            said.append(self.prompts.phrase("advice.liked.done", self.language, activities="; ".join(done)))
        later = self._words.later(occupation) if self.minor else ""
        return (*said, *filter(None, (self._way(place), later)))

    def _answers(self, place: int) -> str:
        """Which of several likings a record answers."""
        answered = self.liked.answered(self.ranking.row(place).record.id) if len(self.liked.likings) > 1 else ()
        names = ", ".join(one.name(self.language) for one in answered)
        return self.prompts.phrase("advice.liked.answers", self.language, likings=names) if names else ""

    @property
    def _words(self) -> SchoolWords:
        return SchoolWords(self.prompts, self.language, self.ranking.table)

    def _way(self, place: int) -> str:
        occupation = _whole(self.ranking.row(place))
        return self._words.way_there(occupation) if occupation else ""

    def _done(self, row: Row, occupation: Occupation) -> tuple[str, ...]:
        """What one does in it, first what is liked of it, where that is in the words of the turn."""
        activities = occupation.activities.get(self.language, ())
        if self.language is not Language.PL:
            return activities[:MOST_DONE]
        done = (records[row.record.id].activities for records in self.liked.records if row.record.id in records)
        first = [place for places in done for place in places if place < len(activities)]
        return tuple(activities[place] for place in dict.fromkeys((*first, *range(len(activities)))))[:MOST_DONE]


def _called(text: str, language: Language) -> str:
    """What somebody is called by their work, as it is named: «kucharz» of «nie chcę być kucharzem»."""
    word = text.casefold()
    if language is Language.EN or not word.isalpha():
        return text
    nouns = (lemma.partition(":")[0] for lemma, tag in readings(word) if tag.startswith("subst"))
    return next(nouns, "") or ukrainian(word) or text


def _whole(row: Row) -> Occupation | None:
    """The occupation a qualification is the whole of."""
    return None if row.part_of_school else next(iter(row.occupations), None)
