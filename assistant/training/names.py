"""The words that names of occupations and qualifications are made of, in any language of the records."""

from collections.abc import Iterator
from pathlib import Path

from assistant.training import TrainingError
from register.library import parse_json
from register.occupation import Occupation
from register.qualification import Qualification
from retrieval.analysis import analyse


def name_words(records: Path) -> list[str]:
    """Return the lemmas of all names in the records (``*.jsonl``) of a folder, sorted.

    Raises ``TrainingError`` where there are none, ``RecordError`` for a broken record.
    """
    found = {lemma for text in _names(records) for word in analyse(text).content for lemma in word.lemmas}
    if not found:
        raise TrainingError(f"no names of occupations or qualifications in {records}")
    return sorted(found)


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = parse_json(line)
            if isinstance(record, Occupation | Qualification):
                yield record.name
                yield from filter(None, record.translations.values())
                yield from (alias for aliases in record.aliases.values() for alias in aliases)
