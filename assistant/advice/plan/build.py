"""From the notebook of a conversation to its plan: what was told, what was proposed and why, the way, who helps."""

from collections.abc import Iterable, Iterator
from datetime import date

from assistant.advice.pathways import Pathways, mermaid
from assistant.advice.pathways.words import PathwayWords
from assistant.advice.plan.document import Document, PlanLine, Section
from assistant.advice.plan.sources import Sources
from assistant.notebook import Notebook, Suggested
from prompts import Prompts
from register.facts import SystemFact
from register.library import AnyRecord
from register.qualification import Qualification
from register.vocabulary import Language
from retrieval.protocol import RecordIndex

PATHWAYS = "pathways"
SCHOOLS = "schools"
"""The keys of the notebook's ``plan`` under which the last routes and the last school occupations are kept."""

HELPERS = ("fact:S-bilans-kompetencji", "fact:C-wybor-szkoly", "fact:S-bur")
"""Where one can get help, whatever the plan: a counsellor's balance of competences, school choice, training."""


class EmptyPlanError(ValueError):
    """Nothing has been found out yet that a plan could hold."""


class PlanBuilder:
    """Builds plans in one language from the records of one index."""

    def __init__(self, index: RecordIndex, prompts: Prompts, language: Language) -> None:
        self._index = index
        self._prompts = prompts
        self._language = language

    def build(self, notebook: Notebook, made_on: date) -> Document:
        """Return the plan; raises ``EmptyPlanError`` where nothing was told, proposed or looked up."""
        sources = Sources(self._index, self._language)
        pathways = kept_pathways(notebook)
        sections = [
            *self._told(notebook),
            *self._proposed("proposed", notebook.recommended, sources),
            *self._proposed("schools", kept_schools(notebook), sources),
            *self._way(pathways, sources),
        ]
        if not sections:
            raise EmptyPlanError
        sections += self._help(sources)
        words = PathwayWords(self._prompts, self._language)
        goal = pathways.goal_name if pathways else ""
        return Document(
            title=self._say("title_goal", goal=goal) if goal else self._say("title"),
            made_on=made_on,
            made_on_text=self._say("made_on", date=made_on.isoformat()),
            language=self._language,
            sections=tuple(sections),
            sources_heading=self._say("sources"),
            sources=sources.numbered,
            notice=self._say("notice"),
            picture=mermaid(pathways, words.step, words.start()) if pathways and pathways.routes else "",
        )

    def _told(self, notebook: Notebook) -> Iterator[Section]:
        lines = [
            PlanLine(
                text=self._say("told", field=self._field(entry.field.value), text=entry.text, quote=entry.origin.quote),
                depth=1,
            )
            for entry in notebook.profile.entries
        ]
        if lines:
            yield Section(heading=self._say("told_heading"), lines=tuple(lines), topic="told")

    def _proposed(self, what: str, proposed: Iterable[Suggested], sources: Sources) -> Iterator[Section]:
        lines = [line for one in proposed for line in self._suggestion(one, sources)]
        if lines:
            arithmetic = PlanLine(text=self._say("arithmetic"))
            yield Section(heading=self._say(f"{what}_heading"), lines=(arithmetic, *lines), topic=what)

    def _suggestion(self, suggested: Suggested, sources: Sources) -> Iterator[PlanLine]:
        record = self._index.get(suggested.record_id)
        if record is None:
            return
        known = [f"{self._factor(name)}: {self._share(v)}" for name, v in suggested.values.items() if v is not None]
        unknown = [self._factor(name) for name, value in suggested.values.items() if value is None]
        untold = [self._say("unknown", factors=", ".join(unknown))] if unknown else []
        factors = "; ".join((*known, *untold))
        text = self._say("proposed", name=_called(record), score=self._share(suggested.score), factors=factors)
        yield PlanLine(text=text, sources=sources.numbers((record.id,)), depth=1)

    def _factor(self, name: str) -> str:
        label = f"advice.factor.{name}.name"
        return self._prompts.phrase(label, self._language) if self._prompts.has_phrase(label, self._language) else name

    def _way(self, pathways: Pathways | None, sources: Sources) -> Iterator[Section]:
        if pathways is None:
            return
        words = PathwayWords(self._prompts, self._language)
        lines = (
            PlanLine(text=line.text, sources=sources.numbers(line.sources), depth=line.depth)
            for line in words.lines(pathways)
        )
        yield Section(heading=self._say("way_heading"), lines=tuple(lines), topic="way")

    def _help(self, sources: Sources) -> Iterable[Section]:
        facts = [fact for key in HELPERS if isinstance(fact := self._index.get(key), SystemFact)]
        lines = [PlanLine(text=self._say("counsellor"))]
        lines += [
            PlanLine(text=fact.text.in_(self._language), sources=sources.numbers((fact.id,)), depth=1) for fact in facts
        ]
        return [Section(heading=self._say("help_heading"), lines=tuple(lines), topic="help")]

    def _field(self, name: str) -> str:
        key = f"profile.field.{name}"
        return self._prompts.phrase(key, self._language) if self._prompts.has_phrase(key, self._language) else name

    def _share(self, value: float) -> str:
        return self._say("share", n=round(value * 100))

    def _say(self, key: str, **values: str | int) -> str:
        return self._prompts.phrase(f"plan.{key}", self._language, **values)


def _called(record: AnyRecord) -> str:
    """Return code and name of a qualification of vocational education, the name of anything else."""
    code = record.code if isinstance(record, Qualification) else ""
    return f"{code} {record.name}" if code and not code.isdigit() and code != record.name else record.name


def kept_schools(notebook: Notebook) -> tuple[Suggested, ...]:
    """Return the school occupations that were last proposed."""
    kept = notebook.plan.get(SCHOOLS)
    return tuple(Suggested.model_validate(one) for one in kept) if isinstance(kept, list) else ()


def kept_pathways(notebook: Notebook) -> Pathways | None:
    """Return the routes that were last found in the conversation."""
    kept = notebook.plan.get(PATHWAYS)
    return Pathways.model_validate(kept) if kept else None
