"""Let personas talk through ``POST /api/v1/answer`` until their goal is met or their patience is out."""

from time import perf_counter
from typing import Any

import httpx

from evaluation.expectations import outcome_of
from evaluation.personas.sets import Exchange, Persona, Talk
from evaluation.personas.speech import spoken
from evaluation.turns import Turn

CLARIFICATION = "clarification_asked"


class ServerGoneError(RuntimeError):
    """The server did not answer; the message names it."""


def talk(persona: Persona, client: httpx.Client) -> Talk:
    """Talk until the goal is met, nothing is left to say, or patience is out; raises ``ServerGoneError``."""
    tries, replies = list(persona.says), list(persona.if_asked)
    turns: list[Exchange] = []
    thread, success, asked = "", False, False
    while len(turns) < persona.patience and not success and (tries or (asked and replies)):
        line = replies.pop(0) if asked and replies else tries.pop(0)
        said = spoken(persona, line, len(turns) + 1)
        started = perf_counter()
        answer = _put(client, said, persona, thread)
        turn = Turn(message=said, answer=answer, ms=round((perf_counter() - started) * 1_000, 3))
        thread, asked = str(answer.get("thread_id", thread)), turn.status == CLARIFICATION
        success = outcome_of(persona.goal, turn).as_expected
        turns.append(Exchange(said=said, status=turn.status, text=turn.text, ms=turn.ms))
    return Talk(
        persona=persona.name,
        language=persona.language,
        mood=persona.mood,
        spelling=persona.spelling,
        success=success,
        tired=not success and len(turns) == persona.patience,
        turns=tuple(turns),
    )


def _put(client: httpx.Client, said: str, persona: Persona, thread: str) -> dict[str, Any]:
    body = {"message": said, "audience": persona.audience, "thread_id": thread or None}
    try:
        reply = client.post("/api/v1/answer", json={name: value for name, value in body.items() if value})
        found = reply.json()
    except (httpx.HTTPError, ValueError) as error:
        raise ServerGoneError(f"{client.base_url} did not answer: {error}") from error
    if reply.is_error:
        return {"status": found.get("answer_status", "error_model"), "text": str(found.get("detail", ""))}
    return dict(found)
