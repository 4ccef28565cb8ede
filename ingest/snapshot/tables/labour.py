"""Figures of the labour market: the forecast of demand, graduates' outcomes, sourced facts about pay."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.addresses import slug
from ingest.snapshot.tables.reading import Row
from ingest.snapshot.tables.sourcing import Draft, Source
from register.vocabulary import Confidence, LabourTopic, MatchedBy

POLAND = {"teryt": "00", "level": "country", "name": "kraj"}
COHORTS = 5
"""How many of the last years of diplomas are kept."""
# Where each yearly list was read, when it was announced, and how many sources agree on it.
LISTS = {
    "2025": Source(
        ("https://www.gazetaprawna.pl/wiadomosci/kraj/artykuly/9723931",), Confidence.SINGLE_SECONDARY, as_of="2025-02"
    ),
    "2026": Source(
        (
            "https://serwisy.gazetaprawna.pl/edukacja/artykuly/10635277,jakie-zawody-beda-poszukiwane-resort-edukacji-wskazal-34-profesje.html",
            "https://businessinsider.com.pl/praca/gdzie-mozna-znalezc-prace-lista-zawodow-przyszlosci-2026/detpclp",
        ),
        Confidence.SECONDARY,
        as_of="2026-01-30",
    ),
}
ELA_PAGE = "https://www.ela.nauka.gov.pl/pl/experts/source-data"
ELA_COPY = "github.com/miriam265/Analiza-danych-w-R-i-Python @ 45c8085 (graduates-national.csv)"
PAY_READ = date(2026, 11, 28)


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """Return the names and caveats of ``labour_words.yaml``."""
    loaded: Mapping[str, Any] = yaml.safe_load((files(__package__) / "labour_words.yaml").read_text("utf-8"))
    return loaded


def forecast(table: Mapping[str, Any], occupations: Mapping[str, str]) -> Iterator[Draft]:
    """Yield a draft for every occupation of the yearly national lists, and one for the length of each list.

    ``occupations`` gives the record id of an occupation by its code and by its name. Raises ``ValueError`` for a
    list whose source is not written down here.
    """
    if unknown := table["lists"].keys() - LISTS.keys():
        raise ValueError(f"the list of {', '.join(sorted(unknown))} has no source in LISTS")
    for year, entries in table["lists"].items():
        yield _list_length(year, len(entries))
        yield from (_demanded(year, entry, occupations) for entry in entries)


def graduates(rows: Iterable[Row]) -> Iterator[Draft]:
    """Yield the measures of the last cohorts of ELA's national table; an empty cell is left out."""
    table = list(rows)
    newest = max(int(row["PL_ROKDYP"]) for row in table)
    for row in table:
        if int(row["PL_ROKDYP"]) > newest - COHORTS:
            yield from _cohort(row, newest)


def pay(row: Mapping[str, Any]) -> Draft:
    """Turn one line of ``pay.jsonl`` into a figure."""
    source = Source(tuple(row["sources"]), Confidence(row["confidence"]), as_of=row["as_of"], retrieved=PAY_READ)
    matched = {"matched_by": MatchedBy.GROUP, "code_prefix": row["code_prefix"]} if "code_prefix" in row else {}
    draft = _figure(f"pay-{row['key']}", LabourTopic.PAY, source, row["name"], row["caveats"])
    draft.put(source, **{name: row[name] for name in ("value", "unit", "period")}, **matched)
    draft.put(source, field=row.get("field"), disputed=row.get("disputed"), use_by=row["use_by"])
    draft.put(source, source={**row["source"], "url": row["sources"][0]})
    return draft


def _list_length(year: str, length: int) -> Draft:
    source = LISTS[year]
    draft = _figure(
        f"men-{year}", LabourTopic.DEMAND, source, _named("forecast", "list", year=year), _forecast_caveats()
    )
    draft.put(source, value=length, unit="zawody", period=year, use_by=_forecast_use(year))
    draft.put(source, source=_source("men-forecast", source.sources[0]))
    return draft


def _demanded(year: str, entry: Mapping[str, Any], occupations: Mapping[str, str]) -> Draft:
    source, name, code = LISTS[year], entry["zawod"], entry["kzis_code"]
    named = _named("forecast", "one", year=year, name=name)
    draft = _figure(f"men-{year}-{code or slug(name)}", LabourTopic.DEMAND, source, named, _forecast_caveats())
    draft.put(source, value="szczególne zapotrzebowanie", unit="stopień zapotrzebowania", period=year, field=name)
    draft.put(source, use_by=_forecast_use(year), source=_source("men-forecast", source.sources[0]))
    if found := occupations.get(code or "") or occupations.get(name):
        draft.put(source.but(derived=True), occupation=found, matched_by=MatchedBy.NAME)
    return draft


def _forecast_use(year: str) -> dict[str, date]:
    """A list serves until the next one is due (1 February), and is withheld a year later."""
    return {"warn": date(int(year) + 1, 2, 1), "withhold": date(int(year) + 2, 2, 1)}


def _forecast_caveats() -> list[dict[str, str]]:
    caveats: list[dict[str, str]] = words()["forecast"]["caveats"]
    return caveats


def _cohort(row: Row, newest: int) -> Iterator[Draft]:
    ela, year, level = words()["ela"], row["PL_ROKDYP"], row["PL_POZIOM"]
    source = Source((ELA_PAGE, ELA_COPY), Confidence.SECONDARY, as_of=str(newest))
    for key, measure in ela["measures"].items():
        if not (cell := row[measure["column"]]):
            continue
        levels = ela["level"][level]
        name = {language: text.format(level=levels[language], year=year) for language, text in measure["name"].items()}
        caveats = [*ela["caveats"]["all"], *ela["caveats"].get(key, ()), *ela["caveats"].get(level, ())]
        draft = _figure(f"ela-{year}-{level.lower()}-{key}", LabourTopic.GRADUATES, source, name, caveats)
        draft.put(source, value=float(cell.replace(",", ".")), unit=measure["unit"], period=year, field=levels["pl"])
        draft.put(source, sample=int(row["PL_N"]), source=_source("ela", ELA_PAGE))
        # A new edition comes each summer, about a year and a half after the last diplomas it covers.
        draft.put(source, use_by={"warn": date(newest + 3, 8, 1), "withhold": date(newest + 6, 8, 1)})
        yield draft


def _figure(
    key: str, topic: LabourTopic, source: Source, name: Mapping[str, str], caveats: Iterable[Mapping[str, str]]
) -> Draft:
    draft = Draft(f"labour:{key}", "labour_fact")
    draft.put(source, name=name["pl"], topic=topic, territory=POLAND)
    draft.put(
        source.own(),
        translations={language: name[language] for language in ("en", "uk")},
        caveats=tuple(caveats),
    )
    draft.values["url"] = source.sources[0]
    return draft


def _named(part: str, key: str, **values: str) -> dict[str, str]:
    return {language: text.format(**values) for language, text in words()[part][key].items()}


def _source(key: str, url: str) -> dict[str, Any]:
    return {"key": key, "url": url, **words()["sources"][key]}
