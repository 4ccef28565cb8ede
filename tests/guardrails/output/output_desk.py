"""A small desk of evidence."""

from register.evidence import Evidence
from register.vocabulary import RecordType


def given_record(handle: str, title: str, text: str, **facts: object) -> Evidence:
    return Evidence(
        handle=handle,
        kind=RecordType.QUALIFICATION,
        record_id=f"zrk:{handle}",
        title=title,
        url=f"https://example.org/{handle}",
        as_of="2026-11-01",
        text=text,
        facts=facts,
    )


WINDOWS = given_record(
    "q1",
    "Montowanie stolarki budowlanej",
    "Nazwa: Montowanie stolarki budowlanej\nPoziom PRK: 3\nWażność: 10 lat\n"
    "Przedłużenie: wniosek 3 miesiące przed końcem ważności; trzeba udokumentować co najmniej 3 lata pracy\n"
    "Objętość: 60 godz.\nZadania: montowanie okien; montowanie drzwi; konserwowanie i serwisowanie",
    prk_level=3,
    volume_hours=60,
    validity={"text": "10 lat", "years": 10, "indefinite": False},
    tasks=["montowanie okien", "montowanie drzwi", "konserwowanie i serwisowanie"],
)
CODING = given_record(
    "q2",
    "Programowanie w języku C/C++",
    "Nazwa: Programowanie w języku C/C++\nPoziom PRK: 4\nWażność: bezterminowo\nObwieszczenie: M.P. 2022 poz. 1250",
    prk_level=4,
    validity={"indefinite": True},
)
EXAM = given_record(
    "f1",
    "Egzamin zawodowy",
    "Część pisemną zdaje się od 50% punktów, a część praktyczną od 75% punktów. Egzamin pisemny ma 40 pytań i trwa "
    "60 minut. Część praktyczna trwa od 120 do 240 minut. Uczniowie nie płacą za egzamin.",
)
COURSE = given_record(
    "f2",
    "Kwalifikacyjny kurs zawodowy (KKZ)",
    "Na KKZ mogą zapisać się osoby pełnoletnie, bez względu na wykształcenie. Kurs trwa od 2 do 4 semestrów. "
    "Zaświadczenie o ukończeniu KKZ nie potwierdza kwalifikacji. Certyfikat wydaje okręgowa komisja egzaminacyjna. "
    "Dorośli mogą się uczyć także zdalnie (stan: kwiecień 2020).",
    kkz_allowed=True,
)
DESK = {item.handle: item for item in (WINDOWS, CODING, EXAM, COURSE)}
