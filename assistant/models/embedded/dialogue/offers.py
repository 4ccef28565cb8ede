"""What a short message answers to: the question the assistant has put itself, by what its memo notes as offered."""

from collections.abc import Callable, Mapping

from assistant.models.embedded.calls import Call
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.replies import (
    agrees,
    asks_result,
    choices_of,
    consents,
    number_of,
    resumes,
    step_of,
)
from assistant.models.embedded.person.change import change_in, names_somebody_alone
from assistant.models.embedded.person.told import papers_in
from assistant.models.embedded.reading.subject import codes_in
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.plain import clauses
from retrieval.analysis import analyse

ASKING, OFFERED, PAUSED = "interests:asking", "interests:offered", "interests:paused"
DONE = "interests:done"
CONSENT, MEANINGS, PAPERS, HELD = "profile:consent", "profile:meanings", "foreign:papers", "gap:held"


def taken_up(message: str, memo: Memo) -> Wish | None:
    """Return the wish of a message that answers the assistant's own question; ``None`` where it does not."""
    kind, _, detail = memo.offer.partition("#")
    answer = _ANSWERS.get(kind)
    return answer(message, detail) if answer else None


def declined(message: str, memo: Memo) -> str:
    """Return what a message asks for beside a no to the questionnaire («nie, testu nie chcę. Szukam …»), else all."""
    if memo.offer.partition("#")[0] not in (OFFERED, ASKING):
        return message
    parts = clauses(message)
    rest = parts[1:] if consents(parts[0]) is False else parts
    return " ".join(rest) or message


def _step(message: str, _: str) -> Wish | None:
    """A step of the questionnaire under way."""
    step = step_of(message)
    return Wish(Intent.INTERESTS, 1.0, question=message, step=step) if step else None


def _after(message: str, _: str) -> Wish | None:
    """One number more after the last question, or the result once more."""
    if (number := number_of(message)) is not None:
        return Wish(Intent.INTERESTS, 1.0, question=message, step=("answer", number))
    return Wish(Intent.INTERESTS, 1.0, question=message, step=("status", None)) if asks_result(message) else None


def _start(message: str, _: str) -> Wish | None:
    """A yes to the offer of the questionnaire, or to take it up again."""
    taken = agrees(message) or resumes(message)
    return Wish(Intent.INTERESTS, 1.0, question=message, step=("start", None)) if taken else None


def _consent(message: str, _: str) -> Wish | None:
    """Whether the notes may be kept: «tak, zapamiętaj», «nie»."""
    agreed = consents(message)
    return None if agreed is None else _noting(message, Call("keep_profile", {"agreed": agreed}))


def _meanings(message: str, entry: str) -> Wish | None:
    """Which of the proposed meanings of an entry are meant: «1», «pierwsze i trzecie», «żadne»."""
    chosen = choices_of(message)
    if chosen is None or not entry.isdecimal():
        return None
    return _noting(message, Call("correct_profile", {"action": "confirm", "entry": int(entry), "choices": chosen}))


def _papers(message: str, _: str) -> Wish | None:
    """Which papers from abroad are meant."""
    kinds = papers_in(message)
    return Wish(Intent.FOREIGN, 1.0, question=message, papers=kinds) if kinds else None


def _of_gap(message: str, goal: str) -> Wish | None:
    """What the person has, asked for to tell what is missing: their occupation, or codes of qualifications."""
    codes = codes_in(message, analyse(message, max_words=60))
    change = change_in(message)
    told = (
        change.origin if change and not change.goal else message.strip(" .!") if names_somebody_alone(message) else ""
    )
    if not (told or codes) or "?" in message:
        return None
    return Wish(Intent.GAP, 1.0, question=message, targets=(goal,), origin=told, held=codes)


def _noting(message: str, call: Call) -> Wish:
    return Wish(Intent.NOTE, 1.0, question=message, call=call)


_ANSWERS: Mapping[str, Callable[[str, str], Wish | None]] = {
    ASKING: _step,
    OFFERED: _start,
    PAUSED: _start,
    DONE: _after,
    CONSENT: _consent,
    MEANINGS: _meanings,
    PAPERS: _papers,
    HELD: _of_gap,
}
