"""The skills of ESCO that words may mean: from the names an operator brought, else from ESCO's API where it is on."""

import logging
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.advice.matching.competences import PARTLY_FROM
from assistant.advice.matching.phrases import Phrases
from assistant.tools.linking import SkillNames
from ingest.sources.errors import SourceError
from ingest.sources.esco_skills import FILE, Skill, kept_skills
from ingest.sources.labour.folder import labour_folder
from ui.settings import Settings

if TYPE_CHECKING:
    from ingest.sources.labour.esco_api import EscoApi

_log = logging.getLogger(__name__)


class KeptSkills:
    """Compares words with the names brought by ``zeterka ingest esco``; they are read when first asked."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def skills(self, text: str, most: int, language: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG002
        """Return address and Polish name of the skills alike enough to ``text``, the most alike first."""
        skills, phrases = self._names
        likeness = phrases.like(text)
        best = sorted(range(len(likeness)), key=lambda place: (-likeness[place], place))
        alike = (skills[place] for place in best if likeness[place] >= PARTLY_FROM)
        return tuple(dict.fromkeys((skill.uri, skill.label) for skill in alike))[:most]

    @cached_property
    def _names(self) -> tuple[list[Skill], Phrases]:
        pairs = [(skill, name) for skill in kept_skills(self._data_dir) for name in skill.names]
        return [skill for skill, _ in pairs], Phrases.of([name for _, name in pairs])


class AskedSkills:
    """Asks ESCO's API; where it is down nothing is proposed from it."""

    def __init__(self, api: "EscoApi") -> None:
        self._api = api

    def skills(self, text: str, most: int, language: str) -> tuple[tuple[str, str], ...]:
        """Return address and name of the skills ESCO finds for ``text``."""
        from ingest.sources.labour.rationed import UnavailableError  # noqa: PLC0415

        try:
            return self._api.search(text, "skill", language)[:most]
        except (UnavailableError, SourceError) as error:
            _log.warning("ESCO: %s", error)
            return ()


def skills_of(settings: Settings) -> SkillNames | None:
    """Return what the settings and the data folder offer; ``None`` where words are compared with our records alone."""
    if (settings.data_dir / FILE).is_file():
        return KeptSkills(settings.data_dir)
    if "esco" not in settings.labour_live:
        return None
    from ingest.sources.labour import esco_api  # noqa: PLC0415 - HTTP clients that few use
    from ingest.sources.labour.opening import QUICK  # noqa: PLC0415
    from ingest.sources.labour.store import Store  # noqa: PLC0415

    store = Store(labour_folder(settings.data_dir))
    return AskedSkills(esco_api.EscoApi(settings.esco_url, store, QUICK))
