"""From a question to a wish: what is wanted, of what, and whether it goes back to what was said before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.models.embedded import lexicon
from assistant.models.embedded.intents import Intent, Reading, intent_reader
from assistant.models.embedded.situation import Memo, Situation
from retrieval.analysis import Analysis, Word, analyse, fold

SURE = 0.5
UNSURE = 0.2
# A longer question says itself what it is about.
MOST_WORDS_BACK = 11
_SCHOOL_CODE = re.compile(r"^[a-z]{2,3}\.\d{1,2}$")
_TALK = frozenset({Intent.GREETING, Intent.THANKS, Intent.BYE, Intent.WHO_ARE_YOU, Intent.OFF_TOPIC, Intent.UNDECIDED})
OF_RECORDS = frozenset(
    {
        Intent.WHO_AWARDS,
        Intent.LEVEL,
        Intent.VALIDITY,
        Intent.DURATION,
        Intent.ENTRY,
        Intent.PARTS,
        Intent.TASKS,
        Intent.OUTCOMES,
        Intent.SCHOOLS,
    }
)
_BACKWARD = frozenset({Intent.ANOTHER, Intent.SIMPLER, Intent.MORE, Intent.SOURCES})
# The ids of the register's cards lie in this range.
_REGISTER_ID = re.compile(r"^1[2-4]\d{3}$")
_NOTICE = re.compile(r"\bM\.?\s?P\.?\s+(?:z\s+)?(\d{4})\s*r?\.?,?\s*poz\.?\s*(\d{1,5})\b", re.IGNORECASE)
NOTICE = "MP-"
_SEPARATORS = re.compile(r"\s(?:a|od|i|czy|oraz|and|from|or|vs\.?|та|чи|від|і)\s|\s[-–—]\s|,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants. ``subject`` is the question without its asking words; ``targets`` are record ids

    the question points back to, ``before`` those it may point back to when nothing else fits; ``simple`` asks for
    fewer and plainer words, ``more`` for all there is.
    """

    intent: Intent
    score: float
    subject: str = ""
    codes: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    question: str = ""
    region: str = ""
    excluded: str = ""
    levels_unknown: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    simple: bool = False
    more: bool = False

    @property
    def has_subject(self) -> bool:
        """Tell whether the question names something of its own."""
        return bool(self.subject or self.codes)


def read_wish(situation: Situation) -> Wish:
    """Read the question in the light of the memo."""
    return _read(situation.question, situation.memo)


@lru_cache(maxsize=256)
def _read(question: str, memo: Memo) -> Wish:
    analysis = analyse(question, max_words=400)
    readings = intent_reader().read(analysis.words)
    best = readings[0] if readings else Reading(Intent.FIND, 0.0, frozenset())
    wish = Wish(
        intent=best.intent,
        score=best.score,
        subject=_subject(analysis.words, best),
        codes=_codes(question, analysis),
        question=question,
        excluded=_excluded(analysis.words),
        levels_unknown=_levels_unknown(analysis.words),
    )
    wish = _place(_settle(wish, analysis.words, best.used, memo), analysis.words)
    if wish.intent is not Intent.COMPARE:
        return wish
    sides = wish.codes if len(wish.codes) > 1 else _sides(question, best, analysis.words)
    return replace(wish, sides=sides)


def _settle(wish: Wish, words: Sequence[Word], used: frozenset[int], memo: Memo) -> Wish:
    """Decide between a question of its own and one that goes back to the last answer."""
    if (chosen := _choice(words, used, memo)) and not wish.codes:
        if chosen.startswith("?"):
            return replace(wish, intent=Intent.FIND, score=1.0, subject=chosen[1:], question=chosen[1:])
        return replace(_asked_of_chosen(wish, memo), targets=(chosen,))
    if wish.intent in _BACKWARD and wish.score >= SURE:
        return _backward(wish, words, memo)
    if wish.intent in _TALK and wish.score >= SURE and not wish.codes:
        return wish
    if len(words) <= MOST_WORDS_BACK and not wish.codes:
        wish = replace(wish, before=tuple(dict.fromkeys((*memo.focus[:1], *memo.listed[:5]))))
    if wish.score < UNSURE and wish.has_subject:
        return replace(wish, intent=Intent.FIND, score=0.0)
    if wish.score < SURE:
        wish = replace(wish, intent=Intent.SYSTEM)
    if not _own_subject(wish) and memo.focus:
        return replace(wish, targets=(_focus(wish, memo),), subject="")
    return wish


def _focus(wish: Wish, memo: Memo) -> str:
    """What «it» is: the last record for a question only records answer, else whatever was spoken of last."""
    records = (record_id for record_id in memo.focus if not record_id.startswith("fact:"))
    return next(records, memo.focus[0]) if wish.intent in OF_RECORDS else memo.focus[0]


def _asked_of_chosen(wish: Wish, memo: Memo) -> Wish:
    """A question of its own about the record chosen, or the last one once more."""
    if wish.score >= SURE and wish.intent not in (Intent.FIND, Intent.ANOTHER, Intent.SIMILAR):
        return replace(wish, subject="")
    return _again(replace(wish, intent=Intent.ANOTHER), memo)


def _place(wish: Wish, words: Sequence[Word]) -> Wish:
    """A question that names a kind of institution is about institutions; a voivodeship narrows it."""
    lemmas = {lemma for word in words for lemma in word.lemmas}
    region = next(
        (name for name in lexicon.in_order("regions") if fold(name) in lemmas or fold(name)[:-1] + "i" in lemmas), ""
    )
    named = wish.intent in (Intent.FIND, Intent.ABOUT, Intent.SYSTEM) and bool(lemmas & lexicon.words("institutions"))
    if named and (region or len(words) <= 6) and not wish.targets:
        return replace(wish, intent=Intent.INSTITUTIONS, region=region)
    return replace(wish, region=region)


def _own_subject(wish: Wish) -> bool:
    if wish.codes:
        return True
    subject = {lemma for word in analyse(wish.subject).content for lemma in word.lemmas}
    idle = lexicon.words("generic") | lexicon.words("around") | lexicon.words("noise")
    return bool(subject - idle)


def _backward(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish:
    if wish.intent is Intent.SOURCES:
        return replace(wish, targets=memo.cited)
    if wish.intent is Intent.ANOTHER:
        place = _ordinal(words)
        place = 1 if place is None else place
        if -len(memo.listed) <= place < len(memo.listed):
            return replace(_again(wish, memo), targets=(memo.listed[place],))
        return replace(wish, targets=())
    again = _again(wish, memo)
    return replace(again, targets=memo.focus[:1], simple=wish.intent is Intent.SIMPLER, more=wish.intent is Intent.MORE)


def _again(wish: Wish, memo: Memo) -> Wish:
    """The last question once more; an overview asked for a second time is about the record chosen."""
    last = Intent(memo.intent) if memo.intent else Intent.ABOUT
    overview = (Intent.FIND, Intent.SIMILAR, Intent.COMPARE, Intent.PARTS, Intent.INSTITUTIONS, Intent.BECOME)
    if wish.intent is Intent.ANOTHER and last in overview:
        last = Intent.ABOUT
    return replace(wish, intent=last, subject="", question=memo.question or wish.question)


def _choice(words: Sequence[Word], used: frozenset[int], memo: Memo) -> str:
    """A short answer to «which one?»: by number, or by words that all stand in one option's name and in no other."""
    if not memo.options or len(words) > 6:
        return ""
    place = _ordinal(words)
    if place is not None and -len(memo.options) <= place < len(memo.options):
        return memo.options[place].partition("|")[0]
    idle = lexicon.words("generic") | lexicon.words("around") | lexicon.words("noise")
    asking = {lemma for i in used for lemma in words[i].lemmas}
    said = [set(word.lemmas) for word in words if not word.stop]
    said = [lemmas for lemmas in said if lemmas.isdisjoint(idle) and lemmas.isdisjoint(asking)]
    if not said:
        return ""
    fits = [option for option in memo.options if all(lemmas & _lemmas(option.partition("|")[2]) for lemmas in said)]
    return fits[0].partition("|")[0] if len(fits) == 1 else ""


def _ordinal(words: Sequence[Word]) -> int | None:
    lemmas = [lemma for word in words for lemma in (*word.lemmas, word.folded)]
    places = lexicon.ordinals()
    return next((places[lemma] for lemma in lemmas if lemma in places), None)


def _lemmas(text: str) -> set[str]:
    return {lemma for word in analyse(text).content for lemma in word.lemmas}


def _subject(words: Sequence[Word], reading: Reading) -> str:
    """The words from the first to the last that are neither asking words nor stop words."""
    unwanted = {i + 1 for i, word in enumerate(words) if word.folded in lexicon.words("without")}
    places = [i for i, word in enumerate(words) if i not in reading.used and not word.stop and i not in unwanted]
    if not places:
        return ""
    inside = range(places[0], places[-1] + 1)
    return " ".join(words[i].surface for i in inside if i not in reading.used or _between(i, places, words))


def _excluded(words: Sequence[Word]) -> str:
    """The negative wishes of the question («bez matury»), for the search to understand."""
    pairs = pairwise(words)
    return " ".join(f"{a.surface} {b.surface}" for a, b in pairs if a.folded in lexicon.words("without"))


def _levels_unknown(words: Sequence[Word]) -> tuple[str, ...]:
    """The numbers beside the word «level» that are no level of the framework."""
    named = [i for i, word in enumerate(words) if set(word.lemmas) & lexicon.words("level")]
    beside = (words[i + step].surface for i in named for step in (-1, 1) if 0 <= i + step < len(words))
    return tuple(number for number in beside if number.isdigit() and not 1 <= int(number) <= 8)


def _between(place: int, places: Sequence[int], words: Sequence[Word]) -> bool:
    return words[place].stop and any(i > place for i in places)


def _sides(question: str, reading: Reading, words: Sequence[Word]) -> tuple[str, ...]:
    asking = {words[i].surface for i in reading.used}
    sides = []
    for side in _SEPARATORS.split(question.strip(" ?!.")):
        analysis = analyse(side)
        kept = [word.surface for word in analysis.words if word.surface not in asking and not word.stop]
        sides.append(" ".join((*analysis.codes, *kept)))
    return tuple(side for side in sides if side)[:3]


def _codes(question: str, analysis: Analysis) -> tuple[str, ...]:
    """Codes of qualifications and occupations, ids of the register's cards, positions of Monitor Polski."""
    notices = [f"{NOTICE}{year}-{position}" for year, position in _NOTICE.findall(question)]
    ids = [word.surface for word in analysis.words if _REGISTER_ID.match(word.surface)]
    return tuple(notices or [code.upper() for code in (*analysis.codes, *ids) if _is_code(code)])


def _is_code(code: str) -> bool:
    return bool(_SCHOOL_CODE.match(code)) or (code.isdigit() and len(code) in (5, 6))
