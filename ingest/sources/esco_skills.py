"""ESCO's skills, kept beside the index as names: a person's own words are compared with them, nothing is searched."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.sources.csv_files import read_csv

SOURCE = "skills_pl.csv"
FILE = "esco-skills.csv"
_COLUMNS = ("conceptUri", "preferredLabel", "altLabels")


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of ESCO: its address, its Polish name, and everything it is called, the name first."""

    uri: str
    label: str
    names: tuple[str, ...]


def keep_skills(folder: Path, data_dir: Path) -> int:
    """Keep the names of ``skills_pl.csv`` of an ESCO download, the file whole or not at all; return how many.

    A folder without that file keeps what there was and counts 0. Raises ``SourceError`` for another file.
    """
    if not (folder / SOURCE).is_file():
        return 0
    rows = list(read_csv(folder / SOURCE, frozenset(_COLUMNS[:2]), "ESCO's skills"))
    path = data_dir / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_suffix(".part")
    with made.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, _COLUMNS, extrasaction="ignore", restval="")
        writer.writeheader()
        writer.writerows(rows)
    made.replace(path)
    return len(rows)


def kept_skills(data_dir: Path) -> Iterator[Skill]:
    """Yield the skills kept in ``data_dir``; none where none were brought. Raises ``SourceError``."""
    path = data_dir / FILE
    if not path.is_file():
        return
    for row in read_csv(path, frozenset(_COLUMNS), "kept ESCO skills"):
        label = row["preferredLabel"].strip()
        others = (name.strip() for name in row["altLabels"].splitlines())
        yield Skill(row["conceptUri"].strip(), label, tuple(dict.fromkeys(filter(None, (label, *others)))))
