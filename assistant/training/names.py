"""The names of occupations and qualifications, in any language of the records, and the words they are made of."""

import re
from collections.abc import Iterator
from pathlib import Path

from assistant.models.embedded.learnt.stand_ins import PAPER, WORK, Kind, Title
from assistant.training import TrainingError
from register.library import AnyRecord, parse_json
from register.occupation import Occupation
from register.qualification import Qualification
from retrieval.analysis import analyse

MOST_WORDS = 10
"""A longer name is not said in a question."""
_CODE = re.compile(r"^[A-ZŁ]{2,3}\.\d\d\.\s*")


def name_words(records: Path) -> list[str]:
    """Return the lemmas of all names in the records (``*.jsonl``) of a folder, sorted.

    Raises ``TrainingError`` where there are none, ``RecordError`` for a broken record.
    """
    found = {lemma for text in _names(records) for word in analyse(text).content for lemma in word.lemmas}
    if not found:
        raise TrainingError(f"no names of occupations or qualifications in {records}")
    return sorted(found)


def titles_in(records: Path) -> list[Title]:
    """Return the names in the records (``*.jsonl``) of a folder, each once; what an occupation is called is no paper.

    A paper of one word («kucharz», «spawanie») is left out. Raises ``RecordError`` for a broken record.
    """
    found: dict[tuple[str, ...], Title] = {}
    for kind, name in (*_named(records, WORK), *_named(records, PAPER)):
        lemmas = tuple(word.lemmas[0] for word in analyse(name).words)
        if len(name.split()) <= MOST_WORDS:
            found.setdefault(lemmas, Title(kind, name, lemmas))
    return list(found.values())


def _named(records: Path, of: str) -> Iterator[tuple[Kind, str]]:
    record_type = Occupation if of == WORK else Qualification
    for record in records_of(records):
        if isinstance(record, record_type):
            for language, name in (("pl", record.name), *record.translations.items()):
                bare = _CODE.sub("", name)
                if bare and (of == WORK or len(analyse(bare).content) > 1):
                    yield Kind(of, str(language)), bare


def _names(folder: Path) -> Iterator[str]:
    for record in records_of(folder):
        if isinstance(record, Occupation | Qualification):
            yield record.name
            yield from filter(None, record.translations.values())
            yield from (alias for aliases in record.aliases.values() for alias in aliases)


def records_of(folder: Path) -> Iterator[AnyRecord]:
    """Yield the records (``*.jsonl``) of a folder, file by file; raises ``RecordError`` for a broken one."""
    for path in sorted(folder.glob("*.jsonl")):
        yield from (parse_json(line) for line in path.read_text("utf-8").splitlines())
