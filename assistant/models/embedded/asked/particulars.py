"""A particular asked of the record spoken of: learning in the evenings, the matura, an age, renewal, a course.

«Zaocznie?», «bez matury?», «od ilu lat?», «a co potem, od nowa egzamin?» name nothing and are answered by the record,
or by a word that it does not tell, not by all that is known of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.onward import occupation_of
from assistant.models.embedded.dialogue.spoken import points
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.person.told_alone import tells_facts_alone
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.phrase_file import PhraseFile
from assistant.models.embedded.words.places import place_words
from retrieval.analysis import Word, analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("particulars.yaml"))
MOST_WORDS, MOST_TOLD, MOST_LISTED, MOST_OTHER = 14, 3, 8, 2
MOST_READ = 3
FEW = 2
AWARDING, COURSE, FREE, SEX, SCHOOLING, PARTLY = "awarding", "course", "free", "sex", "schooling", "partly"
SHORTER, NEXT, STUDIES = "shorter", "next", "studies"
OF_TERM = ("deadline", "renewal")
_KINDS = {
    "deadline": Intent.VALIDITY,
    "renewal": Intent.VALIDITY,
    "course": Intent.SCHOOLS,
    "attendance": Intent.SCHOOLS,
    "no_school": Intent.ENTRY,
    "schooling": Intent.ENTRY,
    "matura": Intent.ENTRY,
    STUDIES: Intent.ENTRY,
    "age": Intent.ENTRY,
    "clean": Intent.ENTRY,
    "free": Intent.PRICE,
    "sex": Intent.ENTRY,
    "level": Intent.LEVEL,
    "partly": Intent.OUTCOMES,
    "awarding": Intent.WHO_AWARDS,
    "codes": Intent.PARTS,
    "code": Intent.ABOUT,
    "driving": Intent.ENTRY,
    "register": Intent.ABOUT,
    "branch": Intent.ABOUT,
    "shorter": Intent.SCHOOLS,
    "next": Intent.SCHOOLS,
}
"""The kinds in the order in which they are told, with the intent each is kept as."""
_OF_SCHOOLING = frozenset({COURSE, SCHOOLING, "matura", "attendance", "age"})
_IN_A_LINE = frozenset({"code", "branch", "register", SEX, STUDIES})
"""What takes one line of each of a list, or one for all."""


def particular_asked(question: str, memo: Memo) -> Wish | None:
    """Return the wish for particulars of the record spoken of; ``None`` where anything else is asked or named."""
    analysis = analyse(question, max_words=MOST_WORDS + 1)
    words = analysis.words
    memo = _of_record(memo)
    if not memo.it.startswith(("kzis:", "zrk:")) or len(memo.chosen_from) > MOST_LISTED:
        return None
    if not 0 < len(words) <= MOST_WORDS or analysis.codes or points(words):
        return None
    if len(words) > FEW and tells_facts_alone(question):
        return None  # «mam 50 lat i średnie»; «bez matury» still asks
    said = [fold(word.surface) for word in words]
    kinds = tuple(kind for kind in _KINDS if _asks(said, kind) and _may_be(kind, words, memo))
    if not kinds or _PHRASES.says(said, "beside") or _names_another(question, words, said, kinds):
        return None
    owner = _owner(kinds, memo)
    if len(memo.chosen_from) > 1 and not owner:
        return _of_each(kinds, question, memo.chosen_from)
    onward = kinds == (NEXT,)
    return Wish(
        _KINDS[kinds[0]],
        1.0,
        targets=(owner or memo.it,),
        parents=_beside(memo, onward=onward),
        question=question,
        asks=(question,),
        clause=question,
        onward=onward,
        particulars=() if onward or kinds == (AWARDING,) else tuple(kind for kind in kinds if kind != NEXT),
    )


def _owner(kinds: Sequence[str], memo: Memo) -> str:
    """The one occupation spoken of before its qualifications were listed: schools and courses are asked of that."""
    taught = [one for one in memo.recent if one.startswith("kzis:")]
    of_parts = len(memo.chosen_from) > 1 and all(one.startswith("zrk:") for one in memo.chosen_from)
    return taught[0] if of_parts and len(taught) == 1 and set(kinds) <= _OF_SCHOOLING else ""


def _beside(memo: Memo, *, onward: bool) -> tuple[str, ...]:
    """The occupations spoken of; what comes after one is told by where else its parts count, so these as well."""
    kinds, most = (("kzis:", "zrk:"), MOST_READ) if onward else (("kzis:",), 2)
    return tuple(one for one in memo.recent if one.startswith(kinds))[:most]


def _of_record(memo: Memo) -> Memo:
    """After a rule on something else («czy po egzaminie jest praktyka?») the record before it is spoken of still."""
    of_its_own = not memo.speaks_of_rule or _has_any(memo.name_of(memo.it), "of_rules")
    before = "" if of_its_own else next(iter(memo.recent[1:2]), "")
    return replace(memo, focus=(before,), intent="") if occupation_of(before) else memo


def _of_each(kinds: Sequence[str], question: str, targets: tuple[str, ...]) -> Wish | None:
    """«A potem?» after the terms of two, «na kursie też?» after the schools of three."""
    of_each = Wish(Intent.VALIDITY, 1.0, targets=targets, question=question, asks=(question,))
    if set(kinds) <= _IN_A_LINE:
        return replace(of_each, intent=_KINDS[kinds[0]], clause=question, particulars=tuple(kinds))
    if len(targets) > MOST_TOLD:
        return None
    if kinds == (COURSE,) and all(map(occupation_of, targets)):
        return replace(of_each, intent=Intent.SCHOOLS, course=True)
    return of_each if set(kinds) <= {*OF_TERM} else None


def _asks(said: Sequence[str], kind: str) -> bool:
    return _PHRASES.says(said, kind, "asked") and not _PHRASES.says(said, kind, "else")


def _may_be(kind: str, words: Sequence[Word], memo: Memo) -> bool:
    """A term is asked on about after it was told; whoever may learn it is asked of an occupation."""
    if kind in OF_TERM:
        told = memo.intent == Intent.VALIDITY or _has_any(memo.question, "of_term")
        return told and not occupation_of(memo.it)
    if kind == SHORTER:
        return bool(occupation_of(memo.it)) and memo.intent in (Intent.DURATION, Intent.SCHOOLS)
    if kind == NEXT:
        return not _may_be("renewal", words, memo)
    if kind == AWARDING and place_words(words):
        return False  # which of them is near is another question
    if kind == COURSE and occupation_of(memo.it):
        return not _has_any(" ".join(word.surface for word in words), "must")
    if kind == PARTLY:
        return memo.it.startswith("zrk:") and not occupation_of(memo.it)
    return kind not in (SEX, SCHOOLING, STUDIES) or bool(occupation_of(memo.it))


def _names_another(question: str, words: Sequence[Word], said: Sequence[str], kinds: Sequence[str]) -> bool:
    """Tell whether a word is left that may name a thing of its own."""
    known = _PHRASES.places(said, "idle").union(*(_PHRASES.places(said, kind, "asked") for kind in kinds))
    named = naming_words(question)
    left = [at for at, word in enumerate(words) if at not in known and not word.stop and not word.folded.isdecimal()]
    return len(left) > MOST_OTHER or any(at in named and names_something(words[at].surface) for at in left)


def _has_any(text: str, key: str) -> bool:
    return _PHRASES.says([fold(word.surface) for word in analyse(text, max_words=100).words], key)
