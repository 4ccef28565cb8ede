"""``assess_interests``: the questionnaire of interests, a step at a time; the notebook keeps where it stands."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.interests import Form, InterestsError, Match, Questionnaire, Session, Wording, match_occupations
from assistant.advice.interests.errors import Reason
from assistant.advice.interests.holland import HollandType
from assistant.advice.matching.entry import reserved_for
from assistant.desk import Desk
from assistant.evidence import Remark
from assistant.notebook import noting
from assistant.toolbox import Found, Tool
from prompts import Prompts
from register.occupation import Occupation
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex

YOUNGEST = 14
MOST_A_LEVEL = 2
MOST_OCCUPATIONS = 6

Action = Literal["start", "start_full", "answer", "skip", "back", "pause", "resume", "status", "lengthen"]


class AssessInterests(BaseModel):
    """Run the interest questionnaire, one question at a time: start, answer (1-5), skip, back, pause, resume, status.

    For people of 14 and over who do not know what to choose. Ask exactly the question it returns, with its progress.
    ``start_full`` asks all 48 questions instead of about 15; ``lengthen`` goes on with the full form after a result.
    """

    model_config = ConfigDict(title="assess_interests", extra="forbid")

    action: Action
    value: int | None = Field(None, ge=1, le=5, description="with answer: 1 not at all … 5 very much")
    age: int | None = Field(None, ge=1, le=120, description="years of age, where the user told them")


def assess_interests_tool(index: RecordIndex, prompts: Prompts) -> Tool:
    """Build the tool; the result's ``data`` says where the questionnaire stands, its notes are ready sentences."""
    questionnaire = Questionnaire()

    async def run(arguments: AssessInterests, desk: Desk) -> Found:
        wording = Wording(prompts, desk.language)
        try:
            session = _stepped(questionnaire, arguments, desk.notebook.interests)
        except InterestsError as error:
            return Found(notes=(wording.error(error),), data={"state": "refused"})
        kept = noting(interests=questionnaire.dump(session))
        if session.paused or questionnaire.question(session) is not None:
            state = "paused" if session.paused else "asking"
            opening = wording.introduction() if not session.responses and arguments.action.startswith("start") else ()
            notes = (*opening, wording.question(questionnaire, session))
            scale = {str(number): text for number, text in wording.scale().items()}
            return Found(notes=notes, edit=kept, data={"state": state, "scale": scale, **_far(questionnaire, session)})
        found = _finished(index, questionnaire, session, wording)
        return Found(**found, edit=kept)

    return Tool("assess_interests", AssessInterests, run)


def _stepped(questionnaire: Questionnaire, arguments: AssessInterests, kept: str) -> Session:
    """The session after the step; ``start`` takes up what was begun, and begins anew what was finished."""
    if arguments.age is not None and arguments.age < YOUNGEST:
        raise InterestsError(Reason.TOO_YOUNG, f"the questionnaire is for people of {YOUNGEST} and over")
    session = questionnaire.load(kept) if kept else questionnaire.start()
    match arguments.action:
        case "start" | "start_full":
            return _begun(questionnaire, session, full=arguments.action == "start_full")
        case "answer":
            # A missing number is refused by the questionnaire, in words for people.
            return questionnaire.answer(session, arguments.value or 0)
        case "skip":
            return questionnaire.skip(session)
        case "back":
            return questionnaire.back(session)
        case "pause":
            return questionnaire.pause(session)
        case "resume":
            return questionnaire.resume(session) if session.paused else session
        case "lengthen":
            return questionnaire.lengthen(session)
        case _:
            return session


def _begun(questionnaire: Questionnaire, session: Session, *, full: bool) -> Session:
    """Take up what is under way; else begin, the full form after a finished short one with its answers."""
    if session.responses and questionnaire.question(session) is not None:
        return questionnaire.resume(session) if session.paused else session
    if full and session.responses and session.form is Form.SHORT:
        return questionnaire.lengthen(session)
    return questionnaire.start(Form.FULL if full else Form.SHORT)


def _far(questionnaire: Questionnaire, session: Session) -> dict[str, Any]:
    progress = questionnaire.progress(session)
    return {"number": progress.number, "total": progress.total}


def _finished(index: RecordIndex, questionnaire: Questionnaire, session: Session, wording: Wording) -> dict[str, Any]:
    """The result in words, and the occupations most alike, at most two a level, with what each rests on.

    Occupations kept for one group of people are left out: nobody is asked whether they belong to it.
    """
    result = questionnaire.result(session)
    every = index.records(Filters(types=frozenset({RecordType.OCCUPATION})))
    occupations = [record for record in every if isinstance(record, Occupation) and not reserved_for(record)]
    matches = match_occupations(result, occupations, limit=MOST_A_LEVEL)
    best = [match for level in matches.levels for match in level.matches][:MOST_OCCUPATIONS]
    records = index.get_many(tuple(match.occupation_id for match in best))
    return {
        "records": records,
        "confidences": (1.0,) * len(records),
        "notes": wording.result(result),
        "remarks": {match.occupation_id: _remark(match, wording) for match in best},
        "data": {
            "state": "finished",
            "shape": result.shape.value,
            "types": [(wording.type(kind), wording.about_type(kind)) for kind in result.code.letters or HollandType],
            "source": wording.source() if best else wording.no_match(),
            "lengthen": wording.lengthening(questionnaire) if session.form is Form.SHORT else "",
            "fits": {match.occupation_id: wording.fit(match) for match in best},
        },
    }


def _remark(match: Match, wording: Wording) -> Remark:
    return Remark(wording.match(match))
