"""Questions for a figure of the labour market that is of no single occupation: which one, of which year and place.

«A godzinowa?», «a pierwszego stopnia?» or «wszystkie» complete the question for figures before them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent, intent_reader
from assistant.models.embedded.words.phrase_file import PhraseFile
from assistant.models.embedded.words.places import place_words, region_of
from register.vocabulary import LabourTopic
from retrieval.analysis import Word, analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("figures.yaml"))
KIND = "figures"
"""The kind of an answer made of figures, as the memo notes it."""

LISTING, COUNT, NEW, GONE, GROSS = "listing", "count", "new", "gone", "gross"
MOST_WORDS = 14
MOST_WORDS_LATER = 7
_OF_OCCUPATIONS = frozenset({"mean", "median"})
"""What is asked of an occupation as well: «jaka jest średnia pensja?» after one is about that one."""

_MINIMUM = frozenset({"minimum", "minimum_hour"})
_ABOUT_ONE = frozenset({"highest", "lowest"})


@dataclass(frozen=True, slots=True)
class Figures:
    """Which figures are asked for.

    ``measures`` stand in the order of the question, ``levels`` are degrees of study, ``period`` is a year; ``whole``
    asks for all of a list. ``text`` is the question completed by the one before, ``region`` the voivodeship named.
    """

    topic: LabourTopic
    measures: tuple[str, ...]
    levels: tuple[str, ...] = ()
    period: str = ""
    region: str = ""
    whole: bool = False
    text: str = ""

    @property
    def intent(self) -> Intent:
        """The kind of question it is."""
        return Intent.PAY if self.topic in (LabourTopic.PAY, LabourTopic.GRADUATES) else Intent.JOBS

    @property
    def group(self) -> str:
        """The first digits of the codes of the major group asked about, or nothing."""
        groups: Mapping[str, str] = _PHRASES.lists["groups"]
        return next((groups[name] for name in self.measures if name in groups), "")

    @property
    def year_before(self) -> str:
        """The year before the one asked for."""
        return str(int(self.period) - 1)

    @property
    def narrowing(self) -> tuple[str, ...]:
        """The measures beside the group: «średnia» of managers."""
        return tuple(name for name in self.measures if name not in _PHRASES.lists["groups"])


@dataclass(frozen=True, slots=True)
class _Heard:
    """The words of a message and where each list of ``figures.yaml`` has one among them."""

    text: str
    words: tuple[Word, ...]
    coded: bool

    @classmethod
    def of(cls, text: str) -> "_Heard":
        analysis = analyse(text, max_words=MOST_WORDS + 1)
        return cls(text, analysis.words, bool(analysis.codes))

    def says(self, *path: str) -> bool:
        return bool(self.places(*path))

    def places(self, *path: str) -> frozenset[int]:
        return _PHRASES.places([fold(word.surface) for word in self.words], *path)

    def of_each(self, part: str) -> tuple[str, ...]:
        """The names of a part whose words are said, in the order of the message."""
        first = {name: min(places) for name in _PHRASES.lists[part] if (places := self.places(part, name))}
        return tuple(sorted(first, key=lambda name: first[name]))

    def without(self, places: Collection[int]) -> str:
        return " ".join(word.surface for place, word in enumerate(self.words) if place not in places)

    @property
    def year(self) -> str:
        return next((word.surface for word in self.words if _is_year(word)), "")

    @property
    def years(self) -> tuple[str, ...]:
        return tuple(word.surface for word in self.words if _is_year(word))

    @property
    def region(self) -> str:
        return region_of(self.words)

    def names_nothing(self, *parts: str) -> bool:
        """Tell whether no word is left that could name a thing, beside those of the lists ``parts`` and of asking."""
        said = [self.places(part, name) for part in parts if part in _NESTED for name in _PHRASES.lists[part]]
        said += [self.places(part) for part in (*parts, "beside", "country") if part not in _NESTED]
        said += [places for _, places in attributes_in(self.words)]
        covered = frozenset[int]().union(*said, place_words(self.words))
        idle = intent_reader().asking | lexicon.words("noise") | lexicon.words("around") | lexicon.words("generic")
        left = (word for place, word in enumerate(self.words) if place not in covered and not word.stop)
        return not any(idle.isdisjoint((*word.lemmas, word.folded)) and names_something(word.surface) for word in left)


_NESTED = frozenset({"pay", "levels", "levels_later", "of_graduates"})
_OF_CHANGES = ("which", "needed", "in_demand", "of_list", "on_list", "new", "gone", "fewer_or_more")


def figures_asked(message: str, memo: Memo) -> Figures | None:
    """Return the figures a message asks for, or ``None`` where it asks for none or names an occupation."""
    heard = _Heard.of(message)
    if heard.coded or heard.says("of_them") or not 0 < len(heard.words) <= MOST_WORDS:
        return None
    return (
        _of_graduates(heard, memo) or _of_pay(heard, memo) or _of_unemployment(heard) or _of_list(heard, memo)
    ) or _the_same(heard, memo)


def on_list(message: str, memo: Memo) -> str:
    """Return what a message asks whether it is on the list of demand («a dekarz?» …), or nothing if it asks no such

    thing; the words of the list are left out.
    """
    heard = _Heard.of(message)
    after = _after(memo, Intent.JOBS)
    places = heard.places("on_list") | (heard.places("there") if after else frozenset())
    of_list = heard.places("of_list")
    if not places or not (after or of_list) or heard.says("which") or heard.says("of_them"):
        return ""
    return heard.without(places | of_list) or message


def asks_for_demand(question: str) -> bool:
    """Tell whether a question speaks of demand, or at least of no work and no offers («a cieśla?» after one)."""
    heard = _Heard.of(question)
    return heard.says("needed") or heard.says("on_list") or not heard.says("work")


def speaks_of_work(question: str) -> bool:
    """Tell whether a question has a word for work or for offers of it."""
    return _Heard.of(question).says("work")


def is_called(title: str, measure: str) -> bool:
    """Tell whether the Polish name of a figure is that of ``measure``."""
    name = fold(title.casefold())
    return any(fold(said) in name for said in _PHRASES.lists["called"].get(measure, ()))


def _of_pay(heard: _Heard, memo: Memo) -> Figures | None:
    measures = said = heard.of_each("pay")
    after = _after(memo, Intent.PAY)
    if after and heard.says("gross") and not measures and len(heard.words) <= MOST_WORDS_LATER:
        asked = heard.names_nothing("gross")
        return Figures(LabourTopic.PAY, (GROSS,), text=memo.question) if asked else None
    if "minimum_hour" in measures:
        measures = ("minimum_hour",)
    money = Intent.PAY in dict(attributes_in(heard.words)) or heard.says("by_itself") or set(said) >= _MINIMUM
    if money and not said and heard.says("country"):
        measures = ("mean", "median")  # «jakie są zarobki w Polsce?»
    if not measures or not (money or (after and len(heard.words) <= MOST_WORDS_LATER)):
        return None
    spoken_of = bool(memo.focus) and not memo.speaks_of_rule and not after
    if spoken_of and set(measures) <= _OF_OCCUPATIONS | {"minimum_hour"} and not heard.says("country"):
        return None
    if heard.says("of_school") or (heard.says("which") and not _ABOUT_ONE.isdisjoint(measures)):
        return None
    if not heard.names_nothing("pay"):
        return None
    return Figures(LabourTopic.PAY, measures, period=heard.year, region=heard.region, text=heard.text)


def _of_graduates(heard: _Heard, memo: Memo) -> Figures | None:
    before = _Heard.of(memo.question) if memo.question and _after(memo, Intent.PAY) else None
    later = before is not None and before.says("graduates")
    levels, measures = heard.of_each("levels"), heard.of_each("of_graduates")
    levels = levels or (heard.of_each("levels_later") if later else ())
    named = heard.says("graduates")
    if heard.says("of_school") or not (named or (later and (levels or measures or heard.year))):
        return None
    if not later and not measures:
        return None
    if not heard.names_nothing("graduates", "levels", "levels_later", "of_graduates"):
        return None
    text, period = heard.text, heard.year
    if later and before is not None and not (named and levels and measures):
        said_again = [("levels", levels), ("of_graduates", measures)]
        told = (before.places(part, name) for part, now in said_again if now for name in _PHRASES.lists[part])
        text = f"{heard.text} {before.without(frozenset[int]().union(*told))}"
        levels = levels or before.of_each("levels")
        measures, period = measures or before.of_each("of_graduates"), period or before.year
    return Figures(LabourTopic.GRADUATES, measures[:1], levels, period, heard.region, text=text)


def _of_unemployment(heard: _Heard) -> Figures | None:
    if not heard.says("unemployment") or not heard.names_nothing("unemployment"):
        return None
    return Figures(LabourTopic.UNEMPLOYMENT, (), period=heard.year, region=heard.region, text=heard.text)


def _of_list(heard: _Heard, memo: Memo) -> Figures | None:
    if heard.says("notion"):
        return None
    changes = tuple(name for name in (NEW, GONE) if heard.says(name))
    if changes and heard.says("needed") and heard.years and heard.names_nothing(*_OF_CHANGES):
        return Figures(LabourTopic.DEMAND, changes, period=max(heard.years), text=heard.text)
    needed = heard.says("needed") or (heard.says("on_list") and _after(memo, Intent.JOBS))
    compared = heard.says("compared") and bool(memo.focus) and not _after_list(memo)
    asks = not compared and (heard.says("in_demand") or (heard.says("which") and needed))
    nothing_else = heard.names_nothing(*_OF_CHANGES, "whole")
    if asks and nothing_else:
        measure = COUNT if heard.says("how_many") else LISTING
        return Figures(
            LabourTopic.DEMAND, (measure,), (), heard.year, heard.region, heard.says("whole"), text=heard.text
        )
    if not _after_list(memo) or not nothing_else or len(heard.words) > MOST_WORDS_LATER:
        return None
    period = heard.year or _Heard.of(memo.question).year
    if changes and period:
        return Figures(LabourTopic.DEMAND, changes, period=period, text=memo.question)
    if heard.says("how_many") or heard.says("fewer_or_more"):
        return Figures(LabourTopic.DEMAND, (COUNT,), period=period, text=memo.question)
    if heard.says("whole") or heard.year:
        return Figures(LabourTopic.DEMAND, (LISTING,), period=period, whole=heard.says("whole"), text=memo.question)
    return None


def _the_same(heard: _Heard, memo: Memo) -> Figures | None:
    """The figures before once more, of a voivodeship or the country («a w Wielkopolsce?»)."""
    placed = heard.region or heard.says("country")
    if not placed or len(heard.words) > MOST_WORDS_LATER or not heard.names_nothing():
        return None
    if _after_list(memo):
        measure = COUNT if heard.region else LISTING
        return Figures(LabourTopic.DEMAND, (measure,), region=heard.region, text=memo.question)
    if not _after(memo, Intent.PAY) or _of_a_record(memo):
        return None
    paid = Memo(kind=KIND, intent=memo.intent)
    before = _of_pay(_Heard.of(memo.question), paid) or _of_graduates(_Heard.of(memo.question), Memo())
    if before is None:
        return None
    return Figures(before.topic, before.measures, before.levels, before.period, heard.region, text=before.text)


def _after(memo: Memo, intent: Intent) -> bool:
    return memo.kind == KIND and memo.intent == intent


def _of_a_record(memo: Memo) -> bool:
    """Tell whether the last figures were those of a record."""
    return bool(memo.it) and memo.it in memo.cited and not memo.speaks_of_rule


def _after_list(memo: Memo) -> bool:
    return _after(memo, Intent.JOBS) and not _of_a_record(memo)


def _is_year(word: Word) -> bool:
    return len(word.surface) == 4 and word.surface.isdecimal() and word.surface.startswith("20")
