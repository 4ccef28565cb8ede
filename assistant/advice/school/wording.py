"""A school occupation in sentences: the schools, the time, the work, the level, the next step, the date of the data."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.advice.interests.fit import fit_of
from assistant.advice.matching import Person
from assistant.advice.matching.table import Table
from assistant.advice.school.choosing import AFTER, POST_SECONDARY, Choice, SchoolWay, goes_on, ways_of
from assistant.fields import told
from prompts import Prompts
from register.occupation import Occupation
from register.vocabulary import Language

TOLD_TASKS = 4
TOLD_NEXT = 2
LONGEST_WISH = 120


@dataclass(frozen=True, slots=True)
class SchoolWords:
    """The texts of one language."""

    prompts: Prompts
    language: Language
    table: Table

    def lines(self, choice: Choice) -> tuple[str, ...]:
        """Return what a pupil should know of an occupation."""
        return tuple(self._lines(choice))

    def way_there(self, occupation: Occupation) -> str:
        """Return which schools teach an occupation and for how long; nothing where the data name none."""
        taught = "; ".join(map(self._way, ways_of(occupation)))
        return self._listed(self._say("taught", schools=taught)) if taught else ""

    def later(self, occupation: Occupation) -> str:
        """Return that one cannot begin after the primary school, where that is so."""
        ways = ways_of(occupation)
        return self._say("later") if ways and all(way.school == POST_SECONDARY for way in ways) else ""

    def factor(self, name: str, value: float | None, occupation: Occupation, person: Person) -> str:
        """Return the sentence of one factor."""
        if value is None:
            told = person.interests is not None
            case = "unknown" if name == "interests" and told else "untold"
            return self.prompts.phrase(f"advice.factor.{name}.{case}", self.language)
        percent = round(100 * value)
        if name == "wish":
            key = "known" if value > 0 else "none"
            return self.prompts.phrase(f"advice.factor.wish.{key}", self.language, percent=percent)
        fit = fit_of(2 * value - 1)
        label = self.prompts.phrase(f"interests.fit.{fit.value if fit else 'none'}", self.language)
        return self.prompts.phrase(
            "advice.factor.interests.known", self.language, occupation=occupation.name, fit=label
        )

    def check(self) -> str:
        """Say that what schools offer has to be looked up."""
        return self._say("check")

    def nothing_told(self) -> str:
        """Ask for something to choose by."""
        return self._say("nothing_told")

    def nothing_found(self, wish: str) -> str:
        """Say that no occupation is about the wish, or, without one, that none is left."""
        return self._say("no_match", wish=wish[:LONGEST_WISH]) if wish else self._say("nothing_found")

    def unknown(self, record_id: str) -> str:
        """Say that an id leads to no occupation."""
        return self._say("unknown", id=record_id)

    def _lines(self, choice: Choice) -> Iterator[str]:
        occupation = choice.occupation
        branch = [self._say("branch", branch=self._told(occupation.branch))] if occupation.branch else []
        taught = "; ".join(self._way(way) for way in choice.ways)
        yield self._listed(*branch, self._say("taught", schools=taught) if taught else self._say("no_school"))
        if choice.later:
            yield self._say("later")
        if occupation.tasks:
            yield self._say("work", tasks="; ".join(occupation.tasks[:TOLD_TASKS]))
        parts = [" / ".join(one.removeprefix("zrk:") for one in choice) for choice in occupation.qualifications]
        learns = [self._say("learns", codes=", ".join(parts))] if parts else []
        level = occupation.full_prk_level
        yield self._listed(self._say("level", level=level) if level else self._say("no_level"), *learns)
        yield from (self._say(f"after.{_key(way.school)}") for way in choice.ways if way.school in AFTER)
        for other, shared in goes_on(occupation, self.table.occupations)[:TOLD_NEXT]:
            yield self._say("goes_on", name=other.name, codes=", ".join(one.removeprefix("zrk:") for one in shared))
        if occupation.entry_restrictions:
            yield self._say("restrictions", text=self._told(occupation.entry_restrictions).rstrip("."))
        yield self._demand(occupation)
        if date := _school_date(occupation):
            yield self._say("as_of", date=date)

    def _way(self, way: SchoolWay) -> str:
        school = self._say(f"type.{_key(way.school)}")
        return (
            self._say("way", school=school, years=f"{way.years:g}")
            if way.years
            else self._say("way_unknown", school=school)
        )

    def _listed(self, *parts: str) -> str:
        text = "; ".join(parts)
        return f"{text[0].upper()}{text[1:]}."

    def _demand(self, occupation: Occupation) -> str:
        fact = self.table.market.demand_of((occupation,))
        if fact is None:
            return self.prompts.phrase("advice.factor.demand.unknown", self.language)
        title = fact.name_in(self.language)
        return self.prompts.phrase("advice.factor.demand.known", self.language, title=title, period=fact.period)

    def _told(self, field: str) -> str:
        return told(field, self.prompts, self.language)

    def _say(self, key: str, **values: object) -> str:
        return self.prompts.phrase(f"school.{key}", self.language, **values)


_KEYS = {"technikum": "technikum", "BS I": "bs1", "BS II": "bs2", "szkoła policealna": "policealna"}


def _key(school: str) -> str:
    return _KEYS.get(school, "other")


def _school_date(occupation: Occupation) -> str:
    return occupation.source_of("school_types").as_of or "" if occupation.school_types else ""
