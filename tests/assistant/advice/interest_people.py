"""People who answer by a rule, and occupations made for a test."""

from assistant.advice.interests import Form, HollandType, Questionnaire, Response, Session
from register.occupation import Occupation, Riasec
from register.record import Provenance
from register.vocabulary import Confidence, MatchedBy

SOURCE = Provenance(sources=("https://example.org",), confidence=Confidence.OWN, retrieved="2026-11-20")
PRACTICAL = {"R": 5, "I": 4, "A": 1, "S": 2, "E": 1, "C": 3}


def answer_all(questionnaire: Questionnaire, session: Session, by_type: dict[str, int | None]) -> Session:
    """Answer to the end by type; ``None`` skips."""
    while item := questionnaire.question(session):
        value = by_type[item.type]
        session = questionnaire.skip(session) if value is None else questionnaire.answer(session, value)
    return session


def responses(questionnaire: Questionnaire, by_type: dict[str, list[int | None]]) -> list[Response]:
    """Full-form responses: the n-th value of a type is said to its n-th item."""
    left = {HollandType(kind): list(values) for kind, values in by_type.items()}
    asked = [item for item in questionnaire.items(Form.FULL) if int(item.id[1]) <= len(left[item.type])]
    return [Response(item=item.id, value=left[item.type].pop(0)) for item in asked]


def occupation(code: str, ratings: tuple[float, ...] | None, **more: object) -> Occupation:
    """An occupation with interests R I A S E C on 1-7."""
    fields: dict[str, object] = {
        "id": f"kzis:{code}",
        "name": f"zawód {code}",
        "code": code,
        "isco_group": code[:4],
        "full_prk_level": 4,
        "url": "https://example.org",
        "provenance": (SOURCE,),
    }
    if ratings:
        profile = dict(zip("riasec", ratings, strict=True))
        fields["riasec"] = Riasec(**profile, matched_by=MatchedBy.CODE4, how="isco08_unit_group_mean")
    return Occupation.model_validate(fields | more)
