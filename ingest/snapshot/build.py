"""``python -m ingest.snapshot.build --facts DIR --data DIR``: make the snapshot from the tables of facts."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.snapshot.tables import cards, facts, institutions, labour, market, other, riasec, school
from ingest.snapshot.tables.links import merge_parts, occupation_key
from ingest.snapshot.tables.occupations import Context, new_occupation, occupation
from ingest.snapshot.tables.reading import Row, read_csv, read_jsonl, read_tsv
from ingest.snapshot.tables.sourcing import Draft
from ingest.snapshot.tables.words import Texts, put_activities, read_texts
from register.library import dangling_references, duplicate_ids, to_json

HERE = Path(__file__).parent
INTERESTS = Path("riasec") / "riasec_by_kzis_derived.csv"
FORECAST = Path("forecast") / "national_2025_2026.json"
GRADUATES = Path("ela") / "graduates-national.csv"
_FILES = {
    "qualification": "qualifications",
    "occupation": "occupations",
    "institution": "institutions",
    "system_fact": "system_facts",
    "labour_fact": "labour_facts",
}


@dataclass(slots=True)
class Snapshot:
    """The drafts by id, and what was left out: rows without a source, cards without a record."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def add(self, draft: Draft | None, what: str) -> None:
        """Add a draft; ``None`` (a row without a source) is listed; raises ``ValueError`` for an id taken."""
        if draft is None:
            self.left_out.append(f"no source: {what}")
        elif draft.id in self.drafts:
            raise ValueError(f"two rows make {draft.id}: {what}")
        else:
            self.drafts[draft.id] = draft

    def of_type(self, record_type: str) -> dict[str, Draft]:
        """Return the drafts of one type by id."""
        return {key: draft for key, draft in self.drafts.items() if draft.record_type == record_type}


def make(facts_dir: Path, data_dir: Path, texts_dir: Path = HERE / "texts") -> Snapshot:
    """Make all drafts; raises ``OSError`` for a missing table, ``ValueError`` for a contradiction."""
    texts, snapshot = read_texts(texts_dir), Snapshot()
    _add_institutions(snapshot, facts_dir, texts)
    bodies = {draft.values["name"]: draft.id for draft in snapshot.drafts.values()}
    others = read_tsv(facts_dir / "higher_and_other.tsv")
    documents = {row["name"]: row for row in others}
    context = _context(facts_dir, data_dir, texts)
    _add_school(snapshot, facts_dir, context, documents)
    for row in _tables(facts_dir, "market_qualifications"):
        draft = market.market_qualification(row, texts)
        snapshot.add(draft, row["name"])
        if draft:
            market.put_bodies(draft, row, bodies)
    _add_other(snapshot, others, texts, bodies)
    qualifications = snapshot.of_type("qualification")
    unplaced = cards.add_cards(read_jsonl(facts_dir / "records.jsonl"), qualifications)
    snapshot.left_out.extend(f"no name or table row: {card}" for card in unplaced)
    institutions.add_qualifications(snapshot.of_type("institution").values(), qualifications)
    for record_id, words in texts.activities.items():
        if draft := snapshot.drafts.get(record_id):
            put_activities(draft, words)
    _add_facts(snapshot, texts)
    _add_labour(snapshot, data_dir, texts)
    return snapshot


def write(snapshot: Snapshot, folder: Path) -> Mapping[str, int]:
    """Write one file of sorted lines for each type of record; return how many each holds.

    Raises ``RecordError`` for a record that does not fit, ``ValueError`` for references that lead nowhere.
    """
    records = [draft.record() for _, draft in sorted(snapshot.drafts.items())]
    if dangling := dangling_references(records):
        raise ValueError(f"references that lead nowhere: {dangling}")
    if doubled := duplicate_ids(records):
        raise ValueError(f"ids taken twice: {sorted(doubled)}")
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for record_type, name in _FILES.items():
        lines = [to_json(record) for record in records if record.record_type == record_type]
        text = "".join(f"{line}\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8", newline="\n")
        counts[name] = len(lines)
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    """Build into ``--out`` and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m ingest.snapshot.build", description=__doc__)
    parser.add_argument("--facts", type=Path, required=True, help="folder of the tables of facts")
    parser.add_argument("--data", type=Path, required=True, help="folder of the data files (riasec, forecast, ela)")
    parser.add_argument("--out", type=Path, default=HERE / "records")
    options = parser.parse_args(arguments)
    snapshot = make(options.facts, options.data)
    counts = write(snapshot, options.out)
    report = [f"{name}: {count}" for name, count in counts.items()]
    sys.stdout.write("\n".join([*report, *(f"left out: {what}" for what in snapshot.left_out)]) + "\n")
    return 0


def _table(folder: Path, name: str) -> tuple[Row, ...]:
    return read_tsv(folder / f"{name}.tsv")


def _tables(folder: Path, name: str) -> tuple[Row, ...]:
    return _table(folder, name) + _table(folder, f"{name}_more")


def _context(facts_dir: Path, data_dir: Path, texts: Texts) -> Context:
    links = _table(facts_dir, "occupation_links")
    parts = merge_parts(_table(facts_dir, "school_occupations"), links)
    return Context(parts, riasec.read_interests(read_csv(data_dir / INTERESTS)), texts)


def _add_institutions(snapshot: Snapshot, folder: Path, texts: Texts) -> None:
    for row in _tables(folder, "institutions"):
        held = snapshot.drafts.get(institutions.institution_id(row))
        if held:
            institutions.add_row(held, row)
        else:
            snapshot.add(institutions.institution(row, texts), row["name"])


def _add_school(snapshot: Snapshot, folder: Path, context: Context, documents: Mapping[str, Row]) -> None:
    rows = _table(folder, "school_occupations")
    known = {occupation_key(row) for row in rows}
    links = _table(folder, "occupation_links")
    new = {occupation_key(row): row for row in links if occupation_key(row) not in known}
    for row in rows:
        snapshot.add(occupation(row, context), row["occupation_name"])
    for row in new.values():
        snapshot.add(new_occupation(row, context), row["occupation_name"])
    for row in _table(folder, "withdrawn_occupations"):
        snapshot.add(occupation(row, context, withdrawn=True), row["occupation_name"])
    for row in (*rows, *new.values()):
        snapshot.add(school.full_qualification(row, context, documents), row["occupation_name"])
    _add_parts(snapshot, folder, context, documents[school.PART_ROW])


def _add_parts(snapshot: Snapshot, folder: Path, context: Context, document: Row) -> None:
    rows = _tables(folder, "school_qualifications")
    for row, older in school.merge_rows(rows).values():
        draft = school.part(row, older, context.parts, context.texts)
        school.put_document(draft, document)
        snapshot.add(draft, row["qualification_code"])


def _add_other(snapshot: Snapshot, rows: Iterable[Row], texts: Texts, bodies: Mapping[str, str]) -> None:
    for row in rows:
        if other.is_regulated(row):
            continue
        if code := other.artistic_code(row):
            full = snapshot.drafts[f"zrk:{code}"]
            other.put_terms(full, row, bodies)
            other.put_words(full, row, texts)
        else:
            snapshot.add(other.other_qualification(row, texts, bodies), row["name"])


def _add_facts(snapshot: Snapshot, texts: Texts) -> None:
    for text in texts.facts:
        snapshot.add(facts.system_fact(text), text["key"])
    for draft in snapshot.of_type("system_fact").values():
        unknown = facts.drop_unknown_related(draft, snapshot.drafts.keys())
        snapshot.left_out.extend(f"reference of {draft.id}: {key}" for key in unknown)


def _add_labour(snapshot: Snapshot, data_dir: Path, texts: Texts) -> None:
    found = snapshot.of_type("occupation")
    named = {draft.values["name"]: key for key, draft in found.items()}
    coded = {draft.values["code"]: key for key, draft in found.items() if "code" in draft.values}
    table = json.loads((data_dir / FORECAST).read_text("utf-8"))
    graduates = labour.graduates(read_csv(data_dir / GRADUATES, delimiter=";"))
    for draft in (*labour.forecast(table, named | coded), *graduates, *map(labour.pay, texts.pay)):
        snapshot.add(draft, draft.id)


if __name__ == "__main__":
    sys.exit(main())
