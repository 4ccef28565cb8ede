"""What belongs to a collection as a whole, kept in it as a point without vectors."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from retrieval.analysis import ANALYSER_VERSION
from retrieval.protocol import IndexCorruptError, IndexInfo
from retrieval.spelling import Speller
from retrieval.statistics import Frequencies, Statistics

META_POINT = 0
_FORMAT = "3"
_ENGINE = "qdrant-server"


def write_meta(info: IndexInfo, statistics: Statistics, speller: Speller) -> dict[str, Any]:
    """Return the payload of the meta point."""
    return {
        "format": _FORMAT,
        "analyser": ANALYSER_VERSION,
        "info": json.dumps([info.snapshot, info.built_at, dict(info.counts), info.embedding]),
        "lemma": _packed(statistics.lemma.to_bytes()),
        "ngram": _packed(statistics.ngram.to_bytes()),
        "words": _packed("\n".join(speller.words).encode()),
    }


def server_info(snapshot: str, built_at: str, counts: Mapping[str, int], embedding: str) -> IndexInfo:
    """Return what a server index tells of itself."""
    return IndexInfo(_ENGINE, snapshot, built_at, counts, embedding)


def read_meta(payload: Mapping[str, Any] | None) -> tuple[IndexInfo, Statistics, Speller]:
    """Read a meta point; raises ``IndexCorruptError`` when it is missing, damaged or of another version."""
    if not payload or (payload.get("format"), payload.get("analyser")) != (_FORMAT, ANALYSER_VERSION):
        raise IndexCorruptError("the collection was built by something else: run `zeterka ingest`")
    try:
        lemma, ngram, words = (zlib.decompress(b64decode(payload[key])) for key in ("lemma", "ngram", "words"))
        info = server_info(*json.loads(payload["info"]))
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise IndexCorruptError("the collection's own data are damaged: run `zeterka ingest`") from error
    statistics = Statistics(Frequencies.from_bytes(lemma), Frequencies.from_bytes(ngram))
    return info, statistics, Speller(words.decode().split())


def _packed(data: bytes) -> str:
    return b64encode(zlib.compress(data)).decode("ascii")
