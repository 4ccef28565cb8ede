"""The live sources behind the assistant's tool: asked side by side, each failing alone."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from ingest.sources.labour.figures import words
from ingest.sources.labour.rationed import UnavailableError
from ingest.sources.labour.source import Asking, Source, Told
from register.facts import LabourFact

_log = logging.getLogger(__name__)
# What a source says of an answer that is not of now, as the assistant tells it.
_NOTES = {"down": "stored", "limited": "limited", "broken": "broken_stored", "strange": "strange", "refused": "broken"}


class LabourSources:
    """Asks those sources that have figures of what is asked; safe to share between threads."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)

    def figures(self, question: Asking) -> tuple[tuple[LabourFact, ...], tuple[str, ...]]:
        """Return the figures of all sources, and notes ``labour:KIND:SOURCE`` for those in trouble."""
        asked = [source for source in self._sources if any(map(question.wants, source.topics))]
        if not asked:
            return (), ()
        with ThreadPoolExecutor(len(asked)) as pool:
            told = list(pool.map(lambda source: _told(source, question), asked))
        notes = [
            f"labour:{kind}:{name_of(source)}" for source, (_, kinds) in zip(asked, told, strict=True) for kind in kinds
        ]
        return tuple(fact for figures, _ in told for fact in figures), tuple(dict.fromkeys(notes))

    def close(self) -> None:
        """Let go of all connections."""
        for source in self._sources:
            source.close()


def name_of(source: Source) -> str:
    """Return the name of a source as people know it."""
    return str(words()["sources"][source.key]["name"])


def _told(source: Source, question: Asking) -> tuple[tuple[LabourFact, ...], tuple[str, ...]]:
    try:
        told: Told = source.ask(question)
    except UnavailableError as error:
        _log.warning("labour source: %s", error)
        return (), ("broken" if error.trouble == "broken" else "down",)
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("labour source %s: %s", source.key, error)
        return (), ("broken" if isinstance(error, ValueError | KeyError | TypeError) else "down",)
    return told.figures, tuple(_NOTES[trouble] for trouble in told.troubles)
