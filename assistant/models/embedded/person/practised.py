"""Somebody who does a job already and wants a paper for it: «kelnerka od 6 lat, co mogę potwierdzić?».

What it takes is a paper that asks for no school: an exam, a validation, the exam of a chamber of crafts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.learnt.rules import clear_rule
from assistant.models.embedded.person.change import change_in, is_somebody, names_somebody
from assistant.models.embedded.person.told import is_denied, lacks_papers, lies_ahead
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.attributes import strong_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.patterns import starts_of
from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import Word, analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("practised.yaml"))
_YEAR = re.compile(r"(?:19|20)\d\d")
MOST_YEARS = 60
YOUNGEST = 16
"""From this number on years beside no word of work may be an age."""
YEARS_ASKED = 2
"""Years of work in the occupation that the exam without a school asks for (fact:R025)."""
WORKED, EXTERNAL, EXCLUDED, DIPLOMA = "fact:C-nauka-w-pracy", "fact:R025", "fact:R028", "fact:R014"
CHAMBER, PAPERS_OF_CRAFTS, JOURNEYMAN = "fact:R064", "fact:C-czeladnik-a-mistrz", "fact:C-egzamin-czeladniczy-kto"
BY_WORK = ((WORKED, EXTERNAL, EXCLUDED, DIPLOMA), (CHAMBER, PAPERS_OF_CRAFTS, JOURNEYMAN))
"""The rules of papers that ask for no school."""
_NEAR = 3
_LONGEST_NAME = 3
_OF_A_WAY = frozenset(
    {Intent.BECOME, Intent.ENTRY, Intent.FIND, Intent.GAP, Intent.MUST_HAVE, Intent.PATHWAY, Intent.SYSTEM}
)
_UNSURE = frozenset({Intent.FIND, Intent.SYSTEM})
_OF_NOBODY = frozenset({Intent.ENTRY, Intent.MUST_HAVE, Intent.SYSTEM})
"""Asked so, words for work may be those of the question: «jakie warunki (wiek, staż)?», «kara bez certyfikatu?»."""
_OPEN = frozenset(
    {
        Intent.ABOUT,
        Intent.ANOTHER,
        Intent.BECOME,
        Intent.ENTRY,
        Intent.FIND,
        Intent.FOREIGN,
        Intent.GAP,
        Intent.INSTITUTIONS,
        Intent.MUST_HAVE,
        Intent.NOTE,
        Intent.OUTCOMES,
        Intent.PARTS,
        Intent.PATHWAY,
        Intent.RECOMMEND,
        Intent.SCHOOLS,
        Intent.SYSTEM,
        Intent.UNDECIDED,
        Intent.WHO_AWARDS,
    }
)


def practised(message: str) -> bool:
    """Tell whether somebody says that they do the work already and asks for a paper for it."""
    words = analyse(message, max_words=200).words
    does = _any("does", words) or years_worked(message) is not None or _since(words) or lacks_papers(message)
    return does and (_any("confirm", words) or _wants_paper(words) or lacks_papers(message))


def years_worked(message: str) -> int | None:
    """Return the years somebody says to have worked, where they are surely no age; else ``None``."""
    words = analyse(message, max_words=200).words
    spans = ((at, number) for at, number in _numbers(words) if not (lies_ahead(words, at) or is_denied(words, at)))
    told = [number for at, number in spans if _of_work(words, at, number)]
    return min(told) if told else None


def of_practice(wish: Wish, message: str, memo: Memo) -> Wish:
    """Return the wish for a paper without school, of the job that the message or the talk before it names."""
    if wish.intent is Intent.PRICE and memo.it in wish.targets:  # of the exam that was spoken of
        return replace(wish, unproven=bool(memo.told_of_person.get("unproven")))
    if wish.intent not in _OPEN or wish.codes or wish.call is not None or wish.listed or wish.papers or wish.abroad:
        return wish
    words = analyse(message, max_words=200).words
    if strong_in(words) or not (practised(message) or _of_a_craft(wish, message)):
        return wish
    if wish.intent in _OF_NOBODY and not (_own(message, words) or _of_a_craft(wish, message)):
        return wish
    moves = _any("elsewhere", words) and not _any("ranks", words)
    if moves or _goes_elsewhere(wish):
        return wish
    name = _trade(wish, message)
    if not names_somebody(name) and clear_rule(message) not in ("", *chain.from_iterable(BY_WORK)):
        return wish  # «8 lat w harcerstwie»: the rule for what is told, not for a job
    if name:
        return replace(_about(wish, name), asks=(message,))
    if helps_only(message):
        return replace(_about(wish, ""), asks=(message,))
    if memo.it.startswith(("kzis:", "zrk:")):
        return replace(_about(wish, ""), targets=(memo.it,))
    return wish


def _own(message: str, words: Sequence[Word]) -> bool:
    """Tell whether somebody's own work is told: «staż» and «bez certyfikatu» may be only what is asked about."""
    said = [fold(word.surface) for word in words]
    own = {*_PHRASES.patterns("does")} - {*_PHRASES.patterns("experience")}
    does = any(True for pattern in own for _ in starts_of(pattern, said))
    return (
        does
        or years_worked(message) is not None
        or _since(words)
        or any(names_somebody(word.surface) and _introduced(words, at) for at, word in enumerate(words))
        or (lacks_papers(message) and not _any("duty", words))
    )


def _of_a_craft(wish: Wish, message: str) -> bool:
    """«Jak zrobić mistrza, jestem stolarzem?»: the paper of a trade is wanted, from a chamber of crafts."""
    words = analyse(message, max_words=200).words
    if wish.craft is None or wish.intent not in _OF_A_WAY or not _any("ranks", words):
        return False
    sure = wish.craft.surely and wish.intent not in _UNSURE
    return sure or bool(wish.craft.trade) or names_somebody(_trade(wish, message))


def _goes_elsewhere(wish: Wish) -> bool:
    """Tell whether a goal was read beside the occupation the person comes from; the paper itself is none."""
    goal = _without_papers(wish.subject).casefold()
    return bool(wish.origin and goal) and goal not in wish.origin.casefold()


def _about(wish: Wish, name: str) -> Wish:
    return wish.about(name, intent=Intent.BECOME, origin="", unproven=True)


def _trade(wish: Wish, message: str) -> str:
    """What they do: what they call themselves by it, else what the message names («szyję ubrania»)."""
    change = change_in(message)
    if helps_only(message):
        change = None  # whom they help is told by the other words, if it is told
    if change is not None and not change.goal and (own := _without_papers(change.origin)):
        return own
    words = analyse(message, max_words=200).words
    named = naming_words(message)
    people = [place for place, word in enumerate(words) if names_somebody(word.surface) and not _idle(word)]
    if helps_only(message):  # «na budowie 10 lat» names no trade
        people = [place for place in people if is_somebody(words[place].surface)]
    people = [place for place in people if not _helps(words[place])]
    if unpapered := next(
        (at for at in people if at + 1 < len(words) and _any("without", words[at + 1 : at + 3])), None
    ):
        return words[unpapered].surface  # «murarz bez papierów»
    said = [place for place in people if place in named or _introduced(words, place)]
    said += [place for place in named if is_somebody(words[place].surface) and _introduced(words, place)]
    said += [place for place in people if _with_years(words, place)]
    said += [at for at, word in enumerate(words) if is_somebody(word.surface) and _is_own(words, at)]
    said = [at for at in said if not _helps(words[at])]
    if said:
        return " ".join(one.surface for one in _name_from(words, said[0], named))
    of_craft = (wish.craft.named, wish.craft.trade) if wish.craft else ()
    kept = (_without_papers(one) for one in (*of_craft, *wish.subjects))
    if helps_only(message):  # whom they help, if that is told
        return next(
            (word.surface for word in words if is_somebody(word.surface) and not (_helps(word) or _idle(word))), ""
        )
    return next((one for one in kept if names_something(one)), "")


def helps_only(message: str) -> bool:
    """«Robię jako pomocnik na budowie»: no trade is told that an exam could confirm."""
    return _any("helper", analyse(message, max_words=200).words)


def _introduced(words: Sequence[Word], place: int) -> bool:
    """«Jestem kucharką», «czeladnik fryzjer»."""
    return place > 0 and any(_fits_any(key, words[place - 1]) for key in ("being", "ranks"))


def _is_own(words: Sequence[Word], place: int) -> bool:
    """«Jestem sprzątaczką»: what one calls oneself, though no record bears the name."""
    return place > 0 and _fits_any("being", words[place - 1]) and not _helps(words[place]) and not _idle(words[place])


def _helps(word: Word) -> bool:
    return _fits_any("helper", word)


def _with_years(words: Sequence[Word], place: int) -> bool:
    """«Stolarz 20 lat», whether years of work or an age."""
    return any(at == place + 1 for at, _ in _numbers(words))


def _name_from(words: Sequence[Word], place: int, named: frozenset[int]) -> Iterator[Word]:
    """The word for somebody and those of the name after it («operator koparki»)."""
    yield words[place]
    for after in range(place + 1, min(place + _LONGEST_NAME, len(words))):
        if after not in named or _fits_any("paper", words[after]) or _fits_any("does", words[after]):
            return
        yield words[after]


def _without_papers(text: str) -> str:
    kept = (word for word in analyse(text, max_words=40).words if not _idle(word))
    return " ".join(word.surface for word in kept)


def _idle(word: Word) -> bool:
    keys = ("paper", "confirm", "does", "years", "wanted", "worked", "ranks")
    return word.surface.isdigit() or any(_fits_any(key, word) for key in keys)


def _wants_paper(words: Sequence[Word]) -> bool:
    """A paper is named that they do not say they have, and something is wanted or asked."""
    papers = [place for place, word in enumerate(words) if _fits_any("paper", word)]
    lacked = [place for place in papers if not _has(words, place)]
    return bool(lacked) and _any("wanted", words)


def _has(words: Sequence[Word], place: int) -> bool:
    """«Mam dyplom technika»: they have this paper; «nie mam dyplomu»: they do not."""
    before = words[max(0, place - _NEAR) : place]
    return any(_fits_any("had", word) for word in before) and not any(_fits_any("negated", word) for word in before)


def _of_work(words: Sequence[Word], place: int, number: int) -> bool:
    near = words[place + 1 : place + 2 + _NEAR]
    if any(_fits_any("taught", word) for word in near):
        return False
    if any(_fits_any("worked", word) for word in near):
        return True
    before = words[max(0, place - 2) : place]
    aged = any(_fits_any("aged", word) for word in before) or any(_fits_any("aged", word) for word in near[1:2])
    since = any(_fits_any("since", word) for word in before)
    return not aged and (since or number < YOUNGEST or len(near) > 1)


def _since(words: Sequence[Word]) -> bool:
    """«Od 2010 roku», «since 2015»."""
    pairs = pairwise(words)
    return any(_fits_any("since", first) and _YEAR.fullmatch(second.surface) for first, second in pairs)


def _numbers(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The places of numbers before a word for years."""
    for place, word in enumerate(words[:-1]):
        digits = next((lemma for lemma in word.lemmas if lemma.isdecimal() and len(lemma) <= 2), "")
        if digits and int(digits) <= MOST_YEARS and _fits_any("years", words[place + 1]):
            yield place, int(digits)


def _any(key: str, words: Sequence[Word]) -> bool:
    return _PHRASES.says([fold(word.surface) for word in words], key)


def _fits_any(key: str, word: Word) -> bool:
    return _PHRASES.has_word(word.folded, key)
