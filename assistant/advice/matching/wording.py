"""The reasons of a recommendation in sentences; each says what it rests on, or that nothing is known."""

from dataclasses import dataclass

from assistant.advice.interests.fit import fit_of
from assistant.advice.matching.competences import degree_of
from assistant.advice.matching.factors import FactorName
from assistant.advice.matching.ranking import Ranking, Reason
from assistant.advice.matching.table import unit
from assistant.answer import Factor, Recommendation
from prompts import Prompts
from register.occupation import Occupation
from register.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one ranking in one language."""

    prompts: Prompts
    language: Language
    ranking: Ranking

    def recommendation(self, place: int) -> Recommendation:
        """Return a record with its score and the factors that make it up: score = sum of weight x value."""
        because = tuple(
            Factor(factor=one.name.value, weight=one.weight, value=one.value, text=self.sentence(place, one))
            for one in self.ranking.reasons(place)
        )
        record = self.ranking.row(place).record
        return Recommendation(record_id=record.id, title=record.name, score=self.ranking.score(place), because=because)

    def lines(self, place: int) -> tuple[str, ...]:
        """Return the score and every reason of a record, the strongest first, the unknown last."""
        reasons = sorted(self.ranking.reasons(place), key=lambda one: (one.value is None, -one.contribution))
        told = (self.sentence(place, one) for one in reasons if one.wanted > 0)
        return (self._say("score", percent=percent(self.ranking.score(place))), *told)

    def sentence(self, place: int, reason: Reason) -> str:
        """Return the sentence of one factor."""
        if reason.value is None:
            why = self._say(f"factor.{reason.name}.{self._missing(reason.name)}")
            return f"{why} {self._say('factor.passed_on', percent=percent(reason.wanted))}"
        return _TELL[reason.name](self, place, reason.value)

    def _missing(self, name: FactorName) -> str:
        """Tell whether the person has not told it or the sources do not say it."""
        person = self.ranking.person
        told = {
            FactorName.WISH: bool(person.wish),
            FactorName.INTERESTS: person.interests is not None,
            FactorName.SKILLS: bool(person.skills),
            FactorName.LEVEL: person.level is not None,
        }
        return "unknown" if told.get(name, True) else "untold"

    def _wish(self, _place: int, value: float) -> str:
        return self._say("factor.wish.known" if value > 0 else "factor.wish.none", percent=percent(value))

    def _interests(self, place: int, value: float) -> str:
        fit = fit_of(2 * value - 1)
        label = self.prompts.phrase(f"interests.fit.{fit.value if fit else 'none'}", self.language)
        return self._say("factor.interests.known", occupation=self._nearest(place).name, fit=label)

    def _nearest(self, place: int) -> Occupation:
        """Return the occupation of a record whose interests fit best."""
        table, own = self.ranking.table, self.ranking.person.interests
        wanted = None if own is None else unit(own.values)
        pairs = [pair for pair, row in enumerate(table.profile_row) if row == place]
        best = max(pairs, key=lambda pair: 0.0 if wanted is None else float(table.profiles[pair] @ wanted))
        return table.profiled[best]

    def _skills(self, place: int, _value: float) -> str:
        row, phrases = self.ranking.row(place), self.ranking.table.phrases
        likeness = dict(zip(self.ranking.table.statements, phrases.best(self.ranking.person.skills), strict=True))
        degrees = [degree_of(float(likeness[one.text])) for one in row.competences]
        counts = {degree: degrees.count(degree) for degree in ("covered", "partly", "missing")}
        return self._say("factor.skills.known", total=len(degrees), **counts)

    def _entry(self, place: int, value: float) -> str:
        need, have = self.ranking.row(place).entry.level, self.ranking.person.education
        if need == 0:
            return self._say("factor.entry.none")
        return self._say("factor.entry.met" if value else "factor.entry.not_yet", need=need, have=have)

    def _level(self, place: int, _value: float) -> str:
        level = self.ranking.row(place).record.prk_level
        return self._say("factor.level.known", level=level, wanted=self.ranking.person.level)

    def _demand(self, place: int, _value: float) -> str:
        row = self.ranking.row(place)
        fact = self.ranking.table.market.demand_of(row.occupations)
        title, period = (fact.name_in(self.language), fact.period) if fact else ("", "")
        return self._say("factor.demand.known", title=title, period=period)

    def _pay(self, place: int, value: float) -> str:
        row = self.ranking.row(place)
        fact = self.ranking.table.market.pay_of(row.occupations)
        title, period = (fact.name_in(self.language), fact.period) if fact else ("", "")
        amount = round(float(fact.value)) if fact else 0
        return self._say("factor.pay.known", title=title, period=period, amount=amount, percent=percent(value))

    def _say(self, key: str, **values: object) -> str:
        return self.prompts.phrase(f"advice.{key}", self.language, **values)


_TELL = {
    FactorName.WISH: Wording._wish,
    FactorName.INTERESTS: Wording._interests,
    FactorName.SKILLS: Wording._skills,
    FactorName.ENTRY: Wording._entry,
    FactorName.LEVEL: Wording._level,
    FactorName.DEMAND: Wording._demand,
    FactorName.PAY: Wording._pay,
}


def percent(value: float) -> int:
    """Return a share of 1 as a whole number of hundredths."""
    return round(100 * value)
