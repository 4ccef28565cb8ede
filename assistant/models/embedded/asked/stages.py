"""Which stage of the school called branżowa is meant: a rule on entering the second answers nothing of the first."""

from pathlib import Path

from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("stages.yaml"))
FIRST, SECOND = "first", "second"
_TOLD_BY = {FIRST: "fact:C-branzowa-1"}
"""What the stage is, where nothing is held of who may enter it."""


def stage_asked(question: str) -> str:
    """Return the one stage a question is about, or nothing; what comes after the first may be the second."""
    said, named = _said(question), stages_in(question)
    enters = named == {FIRST} or (not named and _PHRASES.says(said, "entering"))
    if enters:
        return "" if _PHRASES.says(said, "after") else FIRST
    return SECOND if named == {SECOND} else ""


def rule_of_stage(question: str) -> tuple[str, ...]:
    """Return the rule on the stage a question is about, or none."""
    return tuple(filter(None, (_TOLD_BY.get(stage_asked(question)),)))


def stages_in(text: str) -> frozenset[str]:
    """Return the stages that a text names."""
    said = _said(text)
    return frozenset(stage for stage in (FIRST, SECOND) if _PHRASES.says(said, stage))


def _said(text: str) -> list[str]:
    return [fold(word.surface) for word in analyse(text, max_words=200).words]
