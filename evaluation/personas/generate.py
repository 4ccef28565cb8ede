"""Let every persona of a set talk with a running server and keep the talks."""

from hashlib import sha256
from pathlib import Path

import httpx

from evaluation.describing import described
from evaluation.folder import Progress, no_progress, rest, writing
from evaluation.lines import Summary
from evaluation.personas.play import talk
from evaluation.personas.sets import read_personas


def generate(set_path: Path, out: Path, client: httpx.Client, progress: Progress = no_progress) -> None:
    """Write ``generated.jsonl`` and ``config.json``; a run that was cut off goes on where it stopped.

    Raises ``SetError`` for broken personas before anything is said, ``ServerGoneError``, ``RunError`` and ``OSError``.
    """
    people = read_personas(set_path)
    summary = Summary(len(people), sha256(set_path.read_bytes()).hexdigest(), {})
    with writing(out, described("personas", set_path, summary, server=str(client.base_url))) as writer:
        for persona in rest(people, len(people), writer, progress):
            writer.write(talk(persona, client))
