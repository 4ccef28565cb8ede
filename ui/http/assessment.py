"""The self-assessment over HTTP: the questionnaire, and answers to scores, occupations and qualifications.

Nothing is kept: answers come, scores go.
"""

from typing import Annotated

from fastapi import APIRouter, HTTPException
from pydantic import Field

from assistant.advice.interests import (
    Form,
    InterestsError,
    Matches,
    Questionnaire,
    Response,
    Result,
    match_occupations,
    score,
)
from assistant.advice.interests import Wording as InterestWords
from assistant.advice.matching import FactorName, MatchingError, Person, weights_of
from assistant.advice.matching.person import told_by
from assistant.advice.matching.wording import Wording
from assistant.answer import AnswerModel, Recommendation
from assistant.tools.recommend import RecommendQualifications, ranked
from guardrails.output.protected import strip
from prompts import Prompts
from register.vocabulary import Language
from ui.http.service import Service, TheService

router = APIRouter(prefix="/api/v1/assessment", tags=["assessment"])
Level = Annotated[int, Field(ge=1, le=8)]
Rating = Annotated[int, Field(strict=True, ge=1, le=5)]


class Question(AnswerModel):
    """One activity to rate."""

    id: str
    text: str


class Assessment(AnswerModel):
    """The questionnaire: what is said before it, the five answers, and the questions in the order they are asked."""

    bank: str
    form: Form
    introduction: tuple[str, ...]
    scale: dict[int, str]
    questions: tuple[Question, ...]


class Answers(AnswerModel):
    """What was answered: 1-5 by question id, ``null`` for a skipped one. ``bank`` is that of the questionnaire.

    ``wish``, ``level`` and ``weights`` (0-1 by factor) serve the recommendation of qualifications.
    """

    bank: str = Field(max_length=100)
    form: Form = Form.SHORT
    answers: dict[Annotated[str, Field(max_length=40)], Rating | None] = Field(max_length=100)
    language: Language = Language.PL
    levels: tuple[Level, ...] = Field((), max_length=8)
    limit: int = Field(5, ge=1, le=10)
    wish: str = Field("", max_length=500)
    level: Level | None = None
    weights: dict[FactorName, float] = {}


class Assessed(AnswerModel):
    """Scores with the numbers they were made of, occupations by likeness, qualifications with reasons."""

    result: Result
    summary: tuple[str, ...]
    matches: Matches
    recommendations: tuple[Recommendation, ...]
    weights: dict[str, float]
    source: str


@router.get("")
def questionnaire(form: Form = Form.SHORT, language: Language = Language.PL) -> Assessment:
    """Return the questions of a form."""
    rules, words = Questionnaire(), InterestWords(Prompts(), language)
    return Assessment(
        bank=rules.bank.id,
        form=form,
        introduction=words.introduction(),
        scale=words.scale(),
        questions=tuple(Question(id=item.id, text=getattr(item.text, language.value)) for item in rules.items(form)),
    )


@router.post("")
def assess(given: Answers, service: TheService) -> Assessed:
    """Score answers and rank occupations and qualifications by them."""
    words = InterestWords(Prompts(), given.language)
    try:
        result = _scored(given)
        table = service.assistant.tables.now()
        matches = match_occupations(result, table.occupations, levels=given.levels, limit=given.limit)
        weights = weights_of({name.value: weight for name, weight in given.weights.items()})
    except InterestsError as error:
        raise HTTPException(422, words.error(error)) from error
    except MatchingError as error:
        raise HTTPException(422, Prompts().phrase(f"advice.error.{error.reason}", given.language)) from error
    return Assessed(
        result=result,
        summary=words.result(result),
        matches=matches,
        recommendations=_recommended(given, result, weights, service),
        weights={name.value: weight for name, weight in weights.items()},
        source=words.source(),
    )


def _scored(given: Answers) -> Result:
    rules = Questionnaire()
    if given.bank != rules.bank.id:
        raise HTTPException(422, "the answers belong to another version of the questions")
    responses = (Response(item=item, value=value) for item, value in given.answers.items())
    return score(responses, rules.items(given.form))


def _recommended(
    given: Answers, result: Result, weights: dict[FactorName, float], service: Service
) -> tuple[Recommendation, ...]:
    """Return qualifications; none where neither interests nor a wish are there to rank by."""
    person = Person(interests=told_by(result), level=given.level, wish=strip(given.wish.strip()).text)
    if person.interests is None and not person.wish:
        return ()
    asked = RecommendQualifications(limit=given.limit, prk_levels=list(given.levels))
    ranking = ranked(service.index, service.assistant.tables, person, weights, asked)
    wording = Wording(Prompts(), given.language, ranking)
    return tuple(wording.recommendation(place) for place in ranking.chosen)
