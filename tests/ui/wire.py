"""What came over the wire of ``POST /api/v1/chat``, and a second look at every sentence by the rails themselves."""

import json
from dataclasses import dataclass
from typing import Any

import httpx

from assistant.evidence import EvidenceWriter
from assistant.rails import rails_by_language
from guardrails.frame import Sentence, verify
from prompts import Prompts
from register.evidence import Evidence
from register.vocabulary import Language
from retrieval import RecordIndex


@dataclass(frozen=True)
class Wire:
    """The bytes of the answer as text, the sentences in their order, and the last event."""

    raw: str
    sentences: list[dict[str, Any]]
    last: str
    answer: dict[str, Any]


def ask(url: str, message: str, **more: str) -> Wire:
    """Put one message to the server and read the events to their end."""
    response = httpx.post(f"{url}/api/v1/chat", json={"message": message, **more}, timeout=60)
    blocks = [block.split("\n") for block in response.text.strip().split("\n\n")]
    pairs = [dict(line.split(": ", 1) for line in block if not line.startswith(":")) for block in blocks]
    events = [(pair["event"], json.loads(pair["data"])) for pair in pairs if pair]
    sentences = [data for name, data in events if name == "sentence"]
    name, data = events[-1]
    return Wire(response.text, sentences, name, data.get("answer", data))


def unverified(wire: Wire, index: RecordIndex, language: Language = Language.PL) -> list[str]:
    """Return the sentences on the wire that the output rails do not let pass with the sources they came with."""
    writer, rails = EvidenceWriter(Prompts()), rails_by_language(Prompts())(language)
    evidence: dict[str, Evidence] = {}
    for sentence in wire.sentences:
        for source in sentence["sources"]:
            record = index.get(source["record_id"])
            assert record is not None, f"{source['record_id']} is no record"
            handle = f"q{source['n']}"
            evidence[handle] = writer.write(record, handle, language)
    failed = []
    for sentence in wire.sentences:
        handles = tuple(f"q{number}" for number in sentence["citations"])
        text = f"{sentence['text']} {' '.join(f'[{handle}]' for handle in handles)}".strip()
        if not verify(rails, Sentence(text, handles), evidence).kept:
            failed.append(sentence["text"])
    return failed
