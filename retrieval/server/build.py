"""Uploading a new collection, checking it, moving the alias to it."""

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from qdrant_client import QdrantClient, models

from register.library import AnyRecord
from retrieval.building import Options, refuse_duplicates, verify
from retrieval.documents import documents_vectors
from retrieval.entries import Entry, entries_of
from retrieval.index import EngineIndex
from retrieval.payload import INTEGERS, KEYWORDS
from retrieval.places import Server
from retrieval.protocol import IndexInfo
from retrieval.server import translate
from retrieval.server.client import connect, in_memory, told
from retrieval.server.engine import ServerEngine
from retrieval.server.meta import META_POINT, server_info, write_meta
from retrieval.spelling import Speller, vocabulary
from retrieval.statistics import Frequencies, Statistics

_BATCH = 200
_KEPT = 2


def build(records: Iterable[AnyRecord], server: Server, options: Options) -> IndexInfo:
    """Upload ``records`` as a new collection and let the alias point to it; all are analysed anew.

    Raises ``RecordIndexError``; the old collection then serves on.
    """
    collected = list(records)
    refuse_duplicates(collected)
    client = connect(server)
    now = datetime.now(UTC)
    name = f"{server.collection}-{now:%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}"
    counts = dict(sorted(Counter(record.record_type.value for record in collected).items()))
    info = server_info(name, now.isoformat(timespec="seconds"), counts, options.embedding)
    try:
        with told(server):
            _create(client, name, options)
            statistics, speller = _upload(client, name, entries_of(collected), options)
            meta = models.PointStruct(id=META_POINT, vector={}, payload=write_meta(info, statistics, speller))
            client.upsert(name, [meta], wait=True)
        verify(EngineIndex(ServerEngine(server, client, name, options.embedder)), collected, options)
    except BaseException:
        _drop(client, name)
        raise
    with told(server):
        _serve(client, server.collection, name)
    return info


def serving(client: QdrantClient, alias: str) -> str | None:
    """Return the name of the collection that the alias points to."""
    found = (one.collection_name for one in client.get_aliases().aliases if one.alias_name == alias)
    return next(found, None)


def _create(client: QdrantClient, name: str, options: Options) -> None:
    size = options.embedder.size if options.embedder else 0
    client.create_collection(
        name,
        vectors_config=translate.dense_params(size),
        sparse_vectors_config=translate.sparse_params(),
    )
    if in_memory(client):
        return
    keyword, integer = models.PayloadSchemaType.KEYWORD, models.PayloadSchemaType.INTEGER
    for field, kind in {**dict.fromkeys(KEYWORDS, keyword), **dict.fromkeys(INTEGERS, integer)}.items():
        client.create_payload_index(name, field, kind)


def _upload(client: QdrantClient, name: str, entries: Sequence[Entry], options: Options) -> tuple[Statistics, Speller]:
    lemma: Counter[int] = Counter()
    ngram: Counter[int] = Counter()
    words: set[str] = set()
    for start in range(0, len(entries), _BATCH):
        batch = entries[start : start + _BATCH]
        texts = [entry.texts() for entry in batch]
        points: list[Any] = []
        for entry, document, vectors in zip(batch, texts, documents_vectors(texts, options.embedder), strict=True):
            points.append(models.PointStruct(id=entry.point, vector=translate.named(vectors), payload=entry.payload))
            lemma.update(vectors.lemma.indices)
            ngram.update(vectors.ngram.indices)
            words |= vocabulary(document)
        client.upsert(name, points, wait=True)
        options.progress("index", start + len(batch), len(entries))
    total = len(entries)
    return Statistics(Frequencies.of(total, lemma), Frequencies.of(total, ngram)), Speller(words)


def _serve(client: QdrantClient, alias: str, name: str) -> None:
    """Move the alias in one step and drop collections older than the last two."""
    before = serving(client, alias)
    create = models.CreateAliasOperation(create_alias=models.CreateAlias(collection_name=name, alias_name=alias))
    delete = models.DeleteAliasOperation(delete_alias=models.DeleteAlias(alias_name=alias))
    client.update_collection_aliases([delete, create] if before else [create])
    ours = sorted(one.name for one in client.get_collections().collections if one.name.startswith(f"{alias}-"))
    for old in [one for one in ours if one not in {name, before}]:
        _drop(client, old)


def _drop(client: QdrantClient, name: str) -> None:
    """Delete a collection if that is possible: the next build tries again."""
    with suppress(Exception):  # the reason for dropping it is what must be told
        client.delete_collection(name)
