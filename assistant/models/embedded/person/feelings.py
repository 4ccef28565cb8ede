"""What a message tells of a feeling, of the person alone, or asks about persons like them: a word on it comes first.

«Boję się matury», «mam jedno oko», «czy dziewczyna może iść na mechanika?»: none of it is a thing to look for. Where it
is all a message says, a warm word and a next step are the answer; beside a question they stand before it.
"""

import re
from dataclasses import dataclass

from assistant.models.embedded.learnt.naming import SURE as SURE_NAME
from assistant.models.embedded.learnt.naming import chances, naming_words
from assistant.models.embedded.learnt.personal import told_of_person
from assistant.models.embedded.person.change import change_in
from assistant.models.embedded.person.selfless import SURE as SURE_TOLD
from assistant.models.embedded.person.selfless import without
from assistant.models.embedded.person.told import constraints_in
from assistant.models.embedded.reading.clause import main_clause
from assistant.models.embedded.reading.subject import codes_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.plain import plainly
from guardrails.feelings import beside_feeling, feeling_in
from retrieval.analysis import analyse

TOLD, UNDER_AGE = "told", "under_age"
"""Kinds beside those of ``data/feelings.yaml``: facts about the person and nothing else; one under 18."""
OF_WHO_MAY = frozenset({"sex", "age", "health", "past"})
"""What asks whether such a person may at all; the rest of the question is read as ever."""
STEPS = {
    "matura": "feeling.matura",
    "eighth": "feeling.eighth",
    "exam": "feeling.exam",
    "coping": "feeling.coping",
    "wrong": "feeling.coping",
    "tired": "feeling.tired",
    "sad": "feeling.sad",
    "wanted": "feeling.choice",
    "parents": "feeling.parents",
    "health": "feeling.doctor",
    UNDER_AGE: "course_entry",
}
"""The rule that shows a way on, by the key of the question that finds it."""
ASKED_SURELY = 0.9
MOST_TOLD = 16
"""A message of more words tells a story, and something in it is wished."""
TIRED, WANTED = "tired", "wanted"
"""Others want something else of one: what they want is no wish."""
_PART = re.compile(r"(?<=[.!?;])\s+|,\s+|\s+(?=(?:ale|but|але|но|a ja|and i|а я)\s)", re.IGNORECASE)
_LEADS_IN = re.compile(
    r"^\W*(?:dodam|nadmieni\w+|aha|a|i|by the way|зауважу|додам|до речі)?\W*(?:że|that|що)?\W*$", re.IGNORECASE
)
_ASKS_ON = re.compile(r"\s*(?:(?:a|а|and|what about)\s+\S+(?:\s+\S+)?|(?:z|ze|with|з|із|зі)\s+\S+)\W*$", re.IGNORECASE)
_YEARS = re.compile(r"\d")
_NOTHING_ASKED = frozenset(
    {Intent.UNDECIDED, Intent.OFF_TOPIC, Intent.NOTE, Intent.CORRECT, Intent.FIND, Intent.PLAN, Intent.RECOMMEND}
)


@dataclass(frozen=True, slots=True)
class Felt:
    """``kind`` of a feeling, ``rest`` the question without it; ``alone`` where nothing is asked or wished beside."""

    kind: str
    rest: str
    alone: bool


def felt_in(question: str) -> Felt | None:
    """Return what ``question`` tells of a feeling or of the person alone; ``None`` where it tells neither."""
    kind = feeling_in(question)
    if kind == TIRED and _YEARS.search(question):
        return None  # «nie chcę się uczyć 5 lat» asks for less
    if kind in OF_WHO_MAY:
        return Felt(kind, question, alone=not naming_words(question))
    if kind:
        parts = [part for part in _PART.split(question) if part]
        kept = [part for part in parts if not feeling_in(part)]
        if len(kept) < len(parts) and any(_names(part) or _asks(part) for part in kept):
            return Felt(kind, ", ".join(part.strip(" .,;") if part[-1] != "?" else part for part in kept), alone=False)
        return Felt(kind, question, alone=kind == WANTED or not _names(beside_feeling(question)))
    return Felt(_kind_told(question), question, alone=True) if _only_told(question) else None


def _only_told(message: str) -> bool:
    """Tell whether a message says nothing but what the person is: no trade, no school, no wish, no question."""
    if "?" in message or len(message.split()) > MOST_TOLD or change_in(message) is not None or _answers(message):
        return False
    if constraints_in(message).keys() - {"adult"} or codes_in(message, analyse(message, max_words=60)):
        return False
    spans = told_of_person(message, SURE_TOLD)
    return bool(spans) and bool(_LEADS_IN.match(without(message, spans)))


def _answers(message: str) -> bool:
    """Tell whether a few words answer a question about a direction, or ask on («z ludźmi», «a emerytura»)."""
    return bool(_ASKS_ON.match(message))


def _kind_told(message: str) -> str:
    return UNDER_AGE if constraints_in(message).get("adult") is False else TOLD


def _names(text: str) -> bool:
    words = analyse(text, max_words=100)
    return bool(codes_in(text, words)) or any(chance >= SURE_NAME for chance in chances(words.words))


def _asks(part: str) -> bool:
    reading = main_clause(plainly(part))[0].reading
    return reading.score >= ASKED_SURELY and reading.intent not in _NOTHING_ASKED
