"""What is asked in the middle of a talk in a few words of its own: who helps, what now, why, from where, all in short.

None of it names a thing to look for; what was said before decides which rule answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.models.embedded.asked.branches import branches_listed, school_listed
from assistant.models.embedded.asked.lists import list_asked
from assistant.models.embedded.dialogue.memo import Memo, is_rule
from assistant.models.embedded.dialogue.offers import ASKING
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.reading.subject import names_something, subject_of
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.phrase_file import PhraseFile
from register.vocabulary import Audience
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("asides.yaml"))
MOST_WORDS, MOST_WORDS_NOW = 16, 7
MOST_SUMMED = 8
DATA, DATED, LEVELS = "data", "dated", "levels"
TWO = 2
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_ABSENCE = "fact:A-"
COUNSELLOR, WHY, ELSEWHERE, SUMMARY, COUNTED = "counsellor", "why", "elsewhere", "summary", "counted"
NOT_HELD = frozenset({"matura_failed", "matura_again", "exam_again", "year_failed", "school_changed", "dismissed"})
"""What the answer says openly not to be in the data, and who knows it."""


@dataclass(frozen=True, slots=True)
class _Said:
    words: tuple[str, ...]
    question: str
    memo: Memo
    audience: Audience


def aside_asked(question: str, memo: Memo, audience: Audience) -> Wish | None:
    """Return the wish of a message that asks nothing but one of these; ``None`` for any other message."""
    analysis = analyse(question, max_words=MOST_WORDS + 1)
    words = tuple(fold(word.surface) for word in analysis.words)
    if not 0 < len(words) <= MOST_WORDS or analysis.codes:
        return None
    said = _Said(words, question, memo, audience)
    readers = (
        _purpose,
        _dated,
        _data,
        _levels,
        _sources,
        _summary,
        _counsellor,
        _next_step,
        _why,
        _absent,
        _elsewhere,
        _boards,
        _counted,
        _price,
        _at_school,
    )
    return next((wish for reads in readers if (wish := reads(said))), None)


def _purpose(said: _Said) -> Wish | None:
    """«A po co to w ogóle?» in the middle of the questionnaire."""
    asks = said.memo.offer == ASKING and len(said.words) <= MOST_WORDS_NOW and _asks(said.words, "purpose")
    return _of_rules(said, "purpose", _PHRASES.lists["of_questionnaire"]) if asks else None


def _dated(said: _Said) -> Wish | None:
    """«Z jakiego dnia jest opis fryzjera?»: of the record named, else of the one spoken of."""
    if not _asks(said.words, DATED):
        return None
    words = analyse(said.question, max_words=MOST_WORDS).words
    name = subject_of(words, frozenset(range(len(words))) - naming_words(said.question))
    asked = Wish(Intent.SOURCES, 1.0, question=said.question, clause=said.question, aside=DATED)
    if names_something(name):
        return replace(asked, subject=name, subjects=(name,))
    return replace(asked, targets=(said.memo.it,)) if said.memo.it.startswith(("kzis:", "zrk:")) else None


def _levels(said: _Said) -> Wish | None:
    """«A różnica między poziomem 3 a 4?»: what the rules say of each of them."""
    told = {int(word) if word.isdecimal() else _ROMAN.get(word, 0) for word in said.words}
    rules: list[str] = _PHRASES.lists["of_levels"]
    levels = sorted(number for number in told if 0 < number <= len(rules))
    named = any(not lexicon.words("level").isdisjoint(word.lemmas) for word in analyse(said.question).words)
    if len(levels) != TWO or not named or not _asks(said.words, LEVELS):
        return None
    return _of_rules(said, LEVELS, *(rules[number - 1] for number in levels))


def _data(said: _Said) -> Wish | None:
    """«Skąd pochodzą dane?», «how fresh are your data?»: of the assistant, whatever was cited before."""
    if not _asks(said.words, DATA):
        return None
    return Wish(Intent.SOURCES, 1.0, question=said.question, clause=said.question, aside=DATA)


def _sources(said: _Said) -> Wish | None:
    if not said.memo.cited or not _asks(said.words, "sources"):
        return None
    return Wish(Intent.SOURCES, 1.0, question=said.question, targets=said.memo.cited)


def _summary(said: _Said) -> Wish | None:
    """All that was spoken of, in short."""
    spoken = said.memo.recent[:MOST_SUMMED]
    if not spoken or not _asks(said.words, SUMMARY):
        return None
    records = tuple(record_id for record_id in reversed(spoken) if not is_rule(record_id))
    rules = tuple(filter(is_rule, reversed(spoken)))[:5]
    wish = Wish(Intent.ABOUT, 1.0, question=said.question, targets=records, asks=(said.question,))
    return _with(wish, SUMMARY, rules)


def _counsellor(said: _Said) -> Wish | None:
    if not _asks(said.words, COUNSELLOR):
        return None
    at_school = said.audience is Audience.YOUTH
    return _of_rules(said, COUNSELLOR, *_PHRASES.lists["by_a_person"][: 1 + at_school])


def _next_step(said: _Said) -> Wish | None:
    """«To co mam teraz zrobić?» after a rule that has a rule on the way from it."""
    after: str = _PHRASES.lists["next"].get(said.memo.it, "")
    asks = after and len(said.words) <= MOST_WORDS_NOW and _asks(said.words, "next_step")
    return _of_rules(said, "next_step", after) if asks else None


def _why(said: _Said) -> Wish | None:
    """«Czemu nie?»: the reason of the rule just quoted; where none is known, that rule once more."""
    if not said.memo.speaks_of_rule or not _asks(said.words, WHY):
        return None
    if any(word not in _PHRASES.lists["bare"] and not _PHRASES.says((word,), WHY, "asked") for word in said.words):
        return None
    return _of_rules(said, WHY, _PHRASES.lists["reason"].get(said.memo.it, said.memo.it))


def _absent(said: _Said) -> Wish | None:
    """«Is there a qualification for it?» after the rule that none is held: that rule once more."""
    asks = said.memo.it.startswith(_ABSENCE) and len(said.words) <= MOST_WORDS_NOW and _asks(said.words, "absent")
    return _of_rules(said, WHY, said.memo.it) if asks else None


def _elsewhere(said: _Said) -> Wish | None:
    """«W sieci widuję 30 września»: figures from elsewhere, beside the rule just quoted."""
    figures = any(word.isdecimal() for word in said.words)
    if not figures or not said.memo.speaks_of_rule or "?" in said.question or not _asks(said.words, ELSEWHERE):
        return None
    return _of_rules(said, ELSEWHERE, said.memo.it)


def _counted(said: _Said) -> Wish | None:
    """«Ile ich jest?» after a list that was looked for; one by level or branch is counted anew, over all the data."""
    if not said.memo.chosen_from or len(said.words) > MOST_WORDS_NOW or not _asks(said.words, "how_many_boards"):
        return None
    if any(reads(said.memo.question) for reads in (list_asked, branches_listed, school_listed)):
        return None
    return _with(Wish(Intent.SYSTEM, 1.0, question=said.question, asks=(said.question,)), COUNTED, ())


def _boards(said: _Said) -> Wish | None:
    """«Ile ich jest w kraju?», «co one wydają?» after exam boards were named."""
    rules: dict[str, str] = _PHRASES.lists["of_boards"]
    short = len(said.words) <= MOST_WORDS_NOW and said.memo.it.startswith("inst:oke")
    kind = next((kind for kind in rules if short and _asks(said.words, kind)), "")
    return _of_rules(said, kind, rules[kind]) if kind else None


def _price(said: _Said) -> Wish | None:
    """«Ile to kosztuje?» after a rule on validation: what is told of courses and school exams is of something else."""
    asks = (
        said.memo.it in _PHRASES.lists["of_validation"]
        and len(said.words) <= MOST_WORDS_NOW
        and _asks(said.words, "price")
    )
    return _of_rules(said, "price", _PHRASES.lists["price_of_validation"]) if asks else None


def _at_school(said: _Said) -> Wish | None:
    """A matura or a year failed, another school, a dismissal: no rule holds it, one may be of what comes nearest."""
    kinds: dict[str, list[str]] = _PHRASES.lists["at_school"]
    after = _PHRASES.lists["again_after"].get(said.memo.it, "") if len(said.words) <= MOST_WORDS_NOW else ""
    asked = after if after and _asks(said.words, "again") else ""
    kind = asked or next((kind for kind in kinds if kind in _PHRASES.lists and _asks(said.words, kind)), "")
    return _of_rules(said, kind, *kinds[kind]) if kind else None


def _of_rules(said: _Said, kind: str, *rules: str) -> Wish:
    asks = (f"{said.memo.question} {said.question}".strip(),)
    return _with(Wish(Intent.SYSTEM, 1.0, question=said.question, asks=asks), kind, rules)


def _with(wish: Wish, kind: str, rules: tuple[str, ...]) -> Wish:
    return replace(wish, clause=wish.question, aside=kind, aside_rules=rules)


def _asks(said: Sequence[str], kind: str) -> bool:
    return _PHRASES.says(said, kind, "asked") and not _PHRASES.says(said, kind, "else")
