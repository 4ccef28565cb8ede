"""Figures of the labour market for one occupation: what is held, with sources, dates and what is not."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query

from assistant.labour import Question
from assistant.tools.labour_market import question_of
from prompts import Prompts
from register.facts import LabourFact
from register.occupation import Occupation
from register.vocabulary import LabourTopic, Language
from ui.http.service import TheService
from ui.records import record_of

router = APIRouter(prefix="/api/v1", tags=["records"])
_PROMPTS = Prompts()


@router.get("/occupations/{record_id:path}/labour-market")
def labour_market(
    record_id: str,
    service: TheService,
    region: Annotated[str, Query(max_length=60, description="Voivodeship, in Polish.")] = "",
    topic: LabourTopic | None = None,
    language: Language = Language.PL,
) -> dict[str, Any]:
    """Return the figures for an occupation, its own ones first; ``notes`` say what is not held and why."""
    occupation = record_of(service.index, record_id, "kzis")
    if not isinstance(occupation, Occupation):
        raise HTTPException(404, "there is no such record")
    question: Question = question_of(occupation, region, topic)
    told = service.assistant.shelf.ask(question)
    return {
        "occupation": {"record_id": occupation.id, "title": occupation.name},
        "region": question.region,
        "figures": [_as_json(figure) for figure in told.figures],
        "notes": [_told(note, language) for note in told.notes],
    }


def _as_json(figure: LabourFact) -> dict[str, Any]:
    whole = figure.model_dump(mode="json", exclude={"record_type", "provenance", "aliases", "activities", "summary"})
    sources = [source for entry in figure.provenance for source in entry.sources]
    return {
        **whole,
        "as_of": figure.as_of,
        "fetched": figure.fetched.isoformat(),
        "confidence": figure.source_of("value").confidence.value,
        "read_from": list(dict.fromkeys(sources)),
    }


def _told(note: str, language: Language) -> dict[str, str]:
    _, kind, detail = (*note.split(":", 2), "", "")[:3]
    if kind == "not_held":
        said = _PROMPTS.phrase(f"labour.topic.{detail}", language)
        return {"kind": kind, "detail": detail, "text": _PROMPTS.phrase("labour.note.not_held", language, detail=said)}
    return {"kind": kind, "detail": detail, "text": _PROMPTS.phrase(f"labour.note.{kind}", language, detail=detail)}
