"""The rails of the road know the register's names, and read them again when another snapshot takes its place."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.naming import Register
from assistant.rails import rails_by_language
from guardrails.frame import Sentence, Verified, verify
from prompts import Prompts
from register.evidence import Evidence
from register.library import AnyRecord
from register.vocabulary import Language, RecordType
from retrieval import RecordIndex
from retrieval.protocol import Filters, IndexInfo

BARBER = Evidence(
    handle="o1",
    kind=RecordType.OCCUPATION,
    record_id="kzis:514101",
    title="fryzjer",
    url="https://example.org/o1",
    as_of="2026",
    text="Fryzjer strzyże włosy. Zawodu uczy branżowa szkoła I stopnia.",
)


class Exchanged:
    """A real index that can be told to serve another snapshot; counts how often its records are read."""

    def __init__(self, index: RecordIndex) -> None:
        self._index, self.snapshot, self.reads = index, index.info.snapshot, 0

    @property
    def info(self) -> IndexInfo:
        return replace(self._index.info, snapshot=self.snapshot)

    def records(self, filters: Filters | None = None) -> Iterator[AnyRecord]:
        self.reads += 1
        return self._index.records(filters)


def judged(text: str, index: RecordIndex) -> Verified:
    rails = rails_by_language(Prompts(), Register(index))(Language.PL)
    return verify(rails, Sentence(text, ("o1",)), {"o1": BARBER})


def test_a_record_named_in_any_inflection_must_be_cited(snapshot_index: RecordIndex) -> None:
    verified = judged("Po szkole fryzjer zostaje technikiem usług fryzjerskich [o1].", snapshot_index)
    assert not verified.kept
    assert "record 'technikiem usług fryzjerskich' is not cited" in verified.reports[-1].detail


def test_an_occupation_is_named_in_both_genders(snapshot_index: RecordIndex) -> None:
    verified = judged("W branżowej szkole uczysz się, a potem pracujesz jako fryzjer [o1].", snapshot_index)
    assert "jako fryzjer / fryzjerka" in verified.sentence.text


@pytest.mark.parametrize(("name", "reads"), [("the same", 1), ("another", 2)])
def test_the_register_is_read_once_a_snapshot(snapshot_index: RecordIndex, name: str, reads: int) -> None:
    index = Exchanged(snapshot_index)
    rails = rails_by_language(Prompts(), Register(index))  # type: ignore[arg-type] - no more of an index is asked
    first = rails(Language.PL)
    assert rails(Language.PL) is first
    if name == "another":
        index.snapshot = name
    rails(Language.EN)
    assert index.reads == reads
