"""A change of occupation told in a message: «z kucharza na kelnera», «jestem sprzedawcą, jak zostać …»."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.models.embedded.learnt.naming import names_of_records
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.overlap import words_of
from retrieval.analysis import Word, analyse, fold
from retrieval.analysis.gender import masculine_of
from retrieval.analysis.morphology import readings, ukrainian, with_diacritics

MOST_ALONE = 3
_WORD = r"[^\W\d_][\w'’-]*"
_ENDS = (
    r"(?=\s*(?:[.,;:!?()\n]|\s[-–—]\s|$)|\s(?:a|ale|albo|bez|chc\w+|co|czego|czy|gdzie|ile|jak|lub|mam|od|po|przez|w|z|ze|żeby|zeby|"
    r"and|but|for|from|how|if|in|want\w*|what|where|who|with|without|"
    r"або|але|без|від|де|з|за|із|зі|та|у|чи|чого|скільки|хоч\w+|що|щоб|як)\s)"
)
_ORIGIN = rf"(?P<origin>{_WORD}(?:\s{_WORD}){{0,4}}?)"
_GOAL = rf"(?P<goal>{_WORD}(?:\s{_WORD}){{0,6}}?){_ENDS}"
_ARTICLE = r"(?:(?:being|working\s+as)\s+)?(?:an?\s+|the\s+)?"
_CHANGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[:.,;]\s*|\s){_ORIGIN}\s*(?:→|➜|->|=>)\s*{_GOAL}",
        rf"\b(?:ze?|od)\s+{_ORIGIN}\s+(?:na|do)\s+{_GOAL}",
        rf"\bze?\s+{_ORIGIN}\s+(?:zosta\w+|zrobić|zrobic|stać\s+się|stac\s+sie)\s+{_GOAL}",
        rf"\bfrom\s+{_ARTICLE}{_ORIGIN}\s+(?:in)?to\s+{_ARTICLE}{_GOAL}",
        rf"\b(?:із?|зі?|від)\s+{_ORIGIN}\s+(?:на|до|в|у)\s+{_GOAL}",
    )
)
_OWN = re.compile(
    r"\b"
    r"(?:jestem(?:\s+z\s+zawodu)?|z\s+zawodu(?:\s+jestem)?|prac(?:uj[ęe]|ował[ae]m)(?:\s+jako)?|doświadczenia\s+jako|mam\s+zaw[óo]d|"
    r"i(?:\s+a|['’])m(?:\s+a\s+qualified)?\s+an?|(?:worked|working|work|experience)\s+as\s+an?|"
    r"я(?:\s+за\s+(?:фахом|професією))?|(?:я\s+)?працюю)\s+"
    rf"(?P<own>{_WORD}(?:\s{_WORD}){{0,4}}?)(?:{_ENDS}|(?=\s(?:i|і)\s))",
    re.IGNORECASE,
)
_CALLED_IN_UKRAINIAN = re.compile(
    r"(?:ник|ік|ик|іст|ист|яр|ар|ор|ер|лог)ом$|(?:яр|тел|хар|кар|ц|єц|вц)ем$|(?:рк|чк|ниц|істк|истк|чин|ник|стр)(?:ою|ею)$"
)
_OWN_LAST = re.compile(rf"^(?P<own>{_WORD}(?:\s{_WORD}){{0,3}}?)\s+jestem\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """The occupation somebody comes from and, where the same words name it, the one they want."""

    origin: str
    goal: str = ""

    def without_origin(self, subject: str) -> str:
        """Return ``subject`` without the words of the origin, where it begins with them."""
        said, own = subject.casefold(), self.origin.casefold()
        return subject[len(own) :].strip() if f"{said} ".startswith(f"{own} ") else subject


def change_in(message: str) -> Change | None:
    """Return the change that a message tells of; none where what it names are no occupations."""
    for pattern in _CHANGES:
        for found in pattern.finditer(message):
            origin, goal = found["origin"].strip(), found["goal"].strip()
            if _are_occupations(origin, goal):
                return Change(origin, goal)
    own = _OWN.search(message) or _OWN_LAST.search(message)
    return Change(own["own"].strip()) if own and names_somebody(own["own"]) else None


def _are_occupations(origin: str, goal: str) -> bool:
    """Two different people by what they do, at least one of whom the records know."""
    if words_of(origin) == words_of(goal):
        return False
    if not all(_is_polish(word.surface, readings(word.surface)) for word in (*_head(origin), *_head(goal))):
        # Of another language only the words of records are known; «from application to certificate» are no people.
        said = analyse(goal, max_words=8).content
        return bool(said) and lexicon.words("generic").isdisjoint(said[0].lemmas) and _known(goal)
    return all(any(map(_may_be_one, _head(side))) for side in (origin, goal)) and (_known(origin) or _known(goal))


def names_somebody(text: str) -> bool:
    """Tell whether ``text`` begins with what somebody is called by their work («technika mechanika»)."""
    return any(map(_may_be_one, _head(text))) and _known(text)


def is_somebody(word: str) -> bool:
    """Tell whether a Polish word is what somebody is called by their work: in its own form, or in all its readings.

    «Elektryk» and «opiekunkę» are, «muzyka» is not. A Ukrainian word is by its ending («електриком», not «технікою»).
    """
    if _CALLED_IN_UKRAINIAN.search(word.casefold()):
        return names_somebody(word)
    found = readings(word)
    nouns = [(lemma, tag) for lemma, tag in found if tag.startswith("subst")]
    words = analyse(word).words
    polish = bool(words) and _is_polish(word, found)
    people = [lemma for lemma, tag in nouns if _is_somebody(lemma, tag, words[0])] if polish else []
    return word.casefold() in people or (bool(people) and len(people) == len(nouns))


def may_name_somebody(text: str) -> bool:
    """Tell whether ``text`` begins with what may be somebody's work, though no record bears it («tatuator», «barista»).

    A word of no known language may be.
    """
    return any(not word.known or _may_be_one(word) for word in _head(text))


def stands_as_name(text: str) -> bool:
    """Tell whether ``text`` is what something may be called: one or two words, the first a noun in the nominative.

    A word of no known language is let stand («barista» in English).
    """
    words = analyse(text, max_words=MOST_ALONE + 1).words
    if not 0 < len(words) <= MOST_ALONE or is_rank(text) or words[0].surface.isdigit():
        return False
    if not lexicon.words("of_life").isdisjoint((words[-1].folded, *words[-1].lemmas)):
        return False
    word = words[0].surface
    if "\u0400" <= word[0] <= "\u04ff":
        return ukrainian(word) in ("", word)
    written = [word, *(lemma for lemma in with_diacritics(word) if fold(lemma) == word)]
    found = [tag for form in written for _, tag in readings(form)]
    return not (found or with_diacritics(word)) or any(tag.startswith("subst") and "nom" in tag for tag in found)


def is_rank(text: str) -> bool:
    """Tell whether ``text`` says what one is on the way in a trade («mistrz»), and no trade."""
    return all(not lexicon.words("ranks").isdisjoint(word.lemmas) for word in analyse(text).words)


def may_be_occupations(names: Sequence[str]) -> bool:
    """Tell whether things named together may be occupations, whether records bear their names or not."""
    if all(map(names_somebody, names)):
        return True
    return all(map(stands_as_name, names)) and any(map(may_name_somebody, names))


def names_somebody_alone(text: str) -> bool:
    """Tell whether ``text`` is what somebody is called by their work and little else."""
    return len(text.split()) <= MOST_ALONE and names_somebody(text)


def _head(text: str) -> tuple[Word, ...]:
    """The words one of which says who it is: the first two that are no stop words."""
    words = (word for word in analyse(text, max_words=8).words if not word.stop)
    idle = lexicon.words("noise") | lexicon.words("around") | lexicon.words("ranks")
    return tuple(word for word in words if idle.isdisjoint(word.lemmas))[:2]


def _known(text: str) -> bool:
    return any(not names_of_records().isdisjoint(word.lemmas) for word in _head(text))


def _may_be_one(word: Word) -> bool:
    """Tell whether a Polish word may be somebody, of another language whether names of records have it."""
    found = readings(word.surface)
    if _is_polish(word.surface, found):
        return any(_is_somebody(lemma, tag, word) for lemma, tag in found)
    return not names_of_records().isdisjoint(word.lemmas)


def _is_polish(surface: str, found: Iterable[tuple[str, str]]) -> bool:
    return bool(tuple(found)) and not "\u0400" <= surface[0] <= "\u04ff"


def _is_somebody(lemma: str, tag: str, word: Word) -> bool:
    """A noun for a man, a woman's name made of one, or one like «księgowa» that records have."""
    if not tag.startswith("subst"):
        return False
    in_owa = lemma.endswith("owa") and not names_of_records().isdisjoint(word.lemmas)
    return ":m1" in tag or ".m1" in tag or masculine_of(lemma) is not None or in_owa
