"""Holland interests of occupations, computed beforehand from O*NET ratings of US occupations."""

from collections.abc import Iterable, Mapping
from typing import Any

from ingest.snapshot.tables.reading import Row
from ingest.snapshot.tables.sourcing import Source
from register.vocabulary import Confidence, MatchedBy

SOURCE = Source(
    ("O*NET 29.3, Interests (CC BY 4.0, zmienione), połączone przez ESCO i ISCO-08",),
    Confidence.OWN,
    as_of="2023-11",
    derived=True,
    note="oceny zawodów amerykańskich; sposób połączenia w polu how",
)
_MATCHED = {
    "esco_same_unit_group": MatchedBy.CROSSWALK,
    "esco_other_unit_group": MatchedBy.CROSSWALK,
    "isco08_unit_group_mean": MatchedBy.CODE4,
}


def read_interests(rows: Iterable[Row]) -> Mapping[str, dict[str, Any]]:
    """Return the interests by KZiS code; occupations without a match are left out."""
    return {row["kzis_code"]: _interests(row) for row in rows if row["how"] in _MATCHED}


def _interests(row: Row) -> dict[str, Any]:
    scores = {letter.lower(): float(row[letter]) for letter in "RIASEC"}
    return {**scores, "matched_by": _MATCHED[row["how"]], "how": row["how"]}
