"""«Gdzie zdać egzamin w Opolu?»: a question where the exam is held, of what it names or of what was spoken of."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models.embedded.asked.crafts import craft_asked
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent, intent_reader
from assistant.models.embedded.words.places import place_words, region_of
from retrieval.analysis import Word, analyse

BOARD, CHAMBER = "okręgowa komisja egzaminacyjna", "izba rzemieślnicza"
MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class ExamPlace:
    """``region`` is where; ``target`` the id of the record spoken of, ``subject`` what the question names itself.

    ``of_craft`` tells that an exam of a craft is meant, ``follows`` that only another place is named.
    """

    region: str
    target: str = ""
    subject: str = ""
    of_craft: bool = False
    follows: bool = False


def exam_place(question: str, memo: Memo) -> ExamPlace | None:
    """Return the exam a question asks the place of; ``None`` where it names no place or asks for something else."""
    words = analyse(question, max_words=MOST_WORDS + 1).words
    region = region_of(words)
    if not region or len(words) > MOST_WORDS:
        return None
    asks = _of_exam(words) or (_who_awards(words) and craft_asked(memo.question, Memo()) is not None)
    spoken = bool(memo.question) and craft_asked(memo.question, Memo()) is not None
    asked = spoken or _of_exam(analyse(memo.question, max_words=MOST_WORDS).words) or _awarded(memo)
    places = place_words(words)
    subject = " ".join(word.surface for i, word in enumerate(words) if i not in places and _may_name(word))
    if not asks and (subject or not asked):
        return None
    before = memo.question if not subject else ""
    of_craft = any(craft_asked(text, Memo()) is not None for text in (question, before) if text)
    return ExamPlace(region, "" if subject else _record(memo), subject, of_craft, follows=not asks)


def asks_where(question: str) -> bool:
    """Tell whether a question asks where the exam is and names nothing itself («gdzie go zdać?»)."""
    words = analyse(question, max_words=MOST_WORDS).words
    where = any(not lexicon.words("where").isdisjoint((*word.lemmas, word.folded)) for word in words)
    return where and _of_exam(words) and not any(map(_may_name, words))


def _of_exam(words: Sequence[Word]) -> bool:
    return any(word.folded.startswith(lexicon.in_order("exam")) for word in words)


def _who_awards(words: Sequence[Word]) -> bool:
    """«Kto wydaje w Poznaniu?»: after the paper of a craft its chamber is asked for."""
    who = any(word.folded in lexicon.words("who") for word in words)
    return who and any(word.folded.startswith(lexicon.in_order("of_institution")) for word in words)


def _may_name(word: Word) -> bool:
    idle = intent_reader().asking | lexicon.words("noise") | lexicon.words("where") | lexicon.words("paper_words")
    idle |= lexicon.words("goes_there")
    of_exam = word.folded.startswith((*lexicon.in_order("exam"), *lexicon.in_order("of_exam")))
    known = word.stop or of_exam or not idle.isdisjoint((*word.lemmas, word.folded))
    return not known and names_something(word.surface)


def _awarded(memo: Memo) -> bool:
    """After who awards a record («who signs the certificate?») a place asks for the body that is there."""
    return memo.intent == Intent.WHO_AWARDS and bool(_record(memo))


def _record(memo: Memo) -> str:
    """The record last spoken of; none after a rule."""
    if memo.speaks_of_rule:
        return ""
    return next((one for one in (*memo.focus, *memo.recent) if one.startswith(("kzis:", "zrk:"))), "")
