"""What every composer is given, and what it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.models.embedded.asked.funding import FEES_OF_INSTITUTIONS, asks_as_institution
from assistant.models.embedded.asked.stages import stage_asked, stages_in
from assistant.models.embedded.compose.thresholds import RECORDS
from assistant.models.embedded.draft import Draft
from assistant.models.embedded.learnt.rules import likeliest_rules
from assistant.models.embedded.planning.fit import are_strange, best_facts, best_records, coverage_of_hint
from assistant.models.embedded.reading.subject import named_as_a_kind, names_something, without_kinds
from assistant.models.embedded.situation import Found, Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.reminding import phrase_for
from assistant.toolbox import ToolResult
from prompts import Prompts
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, Audience, RecordType
from retrieval.analysis import analyse

AKIN = 0.15
"""What a record gains whose name has a word of what was spoken of, where another of its kind may be meant."""
OF_TRAINERS = frozenset({"fact:C-trener", "fact:C-deregulacja-trener"})
OF_THE_UNION = frozenset({"fact:C-uznanie-ue", "fact:R118", "fact:R119"})
"""Rules for those alone who learnt in a country of the European Union: no answer to who comes from elsewhere."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A written answer: the draft with handles, how the turn ended, and what to note for the next one.

    ``focus`` are the ids of the records spoken of, ``listed`` those enumerated; ``options`` are ``id|name`` choices.
    ``said`` is the digest of what was to be said, ``times`` how often it had been said just before.
    ``empty``: it tells nothing but that there is nothing to tell.
    """

    text: str
    status: AnswerStatus
    focus: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    offer: str = ""
    suggestions: tuple[str, ...] = ()
    said: str = ""
    times: int = 0
    empty: bool = False

    @property
    def tells(self) -> bool:
        """Tell whether it answers, in part at least."""
        return self.status in (AnswerStatus.ANSWERED, AnswerStatus.ANSWERED_PARTIALLY)


@dataclass(slots=True)
class Task:
    """One answer to write."""

    wish: Wish
    situation: Situation
    prompts: Prompts
    draft: Draft = field(init=False)

    def __post_init__(self) -> None:
        self.draft = Draft(self.prompts, self.situation.language)

    @property
    def subject(self) -> str:
        """The words the question is about, with the spelling the search repaired them to."""
        return self._repaired(self.wish.subject)

    @property
    def subjects(self) -> tuple[str, ...]:
        """What each clause of the question is about."""
        return tuple(map(self._repaired, self.wish.subjects or (self.wish.subject,)))

    def _repaired(self, words: str) -> str:
        for typed, read in self.repairs.items():
            words = words.replace(typed, read)
        return words

    @property
    def repairs(self) -> dict[str, str]:
        """What the search read for words it did not know; nothing where no other word of the name asked for is known.

        A qualification «in dragon taming» is none in «taking», but nothing of the register.
        """
        repaired = (note.removeprefix("repaired:") for note in self.situation.notes() if note.startswith("repaired:"))
        read = {typed: meant for typed, _, meant in (repair.partition(">") for repair in repaired) if typed}
        name = named_as_a_kind(self.wish.question) if read else ()
        others = [word for word in name if word.surface not in read]
        made_up = 0 < len(others) < len(name) and are_strange(others, self.situation.found(*RECORDS))
        return {} if made_up else read

    @property
    def brief(self) -> bool:
        """Fewer words: for young people, and for whoever asked for it."""
        return not self.wish.more and (self.wish.simple or self.situation.audience is Audience.YOUTH)

    @property
    def thorough(self) -> bool:
        """All there is: for counsellors, and for whoever asked for more."""
        return self.wish.more or self.situation.audience is Audience.COUNSELLOR

    def decide(self) -> None:
        """Say whose the decision is: who advises others needs no adviser."""
        self.draft.say(phrase_for(self.situation.audience))

    def records(self, *kinds: RecordType) -> tuple[Found, ...]:
        """Return the records found, best fit to the subject first."""
        found = best_records(self.situation, self.subjects, *kinds)
        if not self.wish.kin:
            return found
        akin = (
            Found(f.evidence, min(1.0, f.confidence + AKIN * bool(coverage_of_hint(self.wish.kin, f.evidence))))
            for f in found
        )
        return tuple(sorted(akin, key=lambda f: -f.confidence))

    def facts(self, *, whole: bool = False, bare: bool = False) -> tuple[Found, ...]:
        """Return the rules found for the user's own question, best first (not those asked for by the planner).

        ``whole`` looks at the question as it stands only, not at its clauses; ``bare`` leaves out whether a rule
        speaks of the subject.
        """
        wordings = self.wish.asks[:1] if whole else self.wish.asks
        asks = {question[:500] for question in wordings}
        own = tuple(
            asked
            for asked in self.situation.asked
            if asked.tool == "explain_system" and asked.arguments["question"] in asks
        )
        named = without_kinds(self.subject)  # «rynkowa» is what a rule on any of them speaks of, «spawanie» is not
        subject = "" if bare or not names_something(self.subject) else named if names_something(named) else self.subject
        rules = best_facts(replace(self.situation, asked=own), *wordings, subject=subject)
        found = self._for_a_person(self._going_on(rules))
        found = _of_stage(found, stage_asked(self.wish.question))
        outside = lexicon.has(self.situation.question, "outside_eu")
        found = tuple(f for f in found if not (outside and f.evidence.record_id in OF_THE_UNION))
        others = tuple(f for f in found if f.evidence.record_id not in OF_TRAINERS)
        return found if len(others) == len(found) or self._speaks_of_trainers() else others

    def _speaks_of_trainers(self) -> bool:
        """Tell whether trainers or sport are spoken of: rules on their titles hold for no other work."""
        memo = self.situation.memo
        spoken = (self.situation.question, *self.wish.asks, self.subject, memo.question, *map(memo.name_of, memo.focus))
        words = (word.folded for text in spoken if text for word in analyse(text, max_words=200).words)
        return bool(OF_TRAINERS & set(memo.focus)) or any(
            word.startswith(lexicon.in_order("trainers")) for word in words
        )

    def _going_on(self, rules: tuple[Found, ...]) -> tuple[Found, ...]:
        """Weigh rules by a short question behind the title of the rule just quoted too: «kto je prowadzi?».

        Of all rules that speak of the same only those count that the question by itself comes near.
        """
        if not self.wish.titled:
            return rules
        near = likeliest_rules(self.wish.question)
        titled = best_facts(self.situation, self.wish.titled, told=self.situation.memo.it)
        more = (f for f in titled if f.evidence.record_id in near)
        best: dict[str, Found] = {}
        for found in sorted((*rules, *more), key=lambda f: -f.confidence):
            best.setdefault(found.evidence.record_id, found)
        return tuple(best.values())

    def _for_a_person(self, rules: tuple[Found, ...]) -> tuple[Found, ...]:
        """Leave out the fees of institutions where nobody asks as one: «ile to kosztuje» is not asked of them."""
        if any(map(asks_as_institution, (*self.wish.asks, self.situation.question))):
            return rules
        return tuple(found for found in rules if found.evidence.record_id not in FEES_OF_INSTITUTIONS)

    def rule(self, key: str) -> Evidence | None:
        """Return the rule the planner asked for under ``canonical.<key>``, where one came back."""
        question = self.prompts.phrase(f"canonical.{key}", "pl")
        asked = tuple(asked for asked in self.situation.asked if asked.arguments.get("question") == question)
        fitting = best_facts(replace(self.situation, asked=asked), question)
        return fitting[0].evidence if fitting else None

    def brought(self, tool: str) -> ToolResult | None:
        """Return the result of the last call of ``tool`` in this turn."""
        found = [asked.result for asked in self.situation.asked if asked.tool == tool]
        return found[-1] if found else None

    def data(self, tool: str) -> Mapping[str, Any]:
        """Return the ``data`` of the last call of ``tool`` in this turn, empty where there was none."""
        result = self.brought(tool)
        return result.data if result else {}

    def done(
        self,
        status: AnswerStatus = AnswerStatus.ANSWERED,
        focus: Sequence[Evidence] = (),
        listed: Sequence[Evidence] = (),
        options: Sequence[str] = (),
        offer: str = "",
        suggestions: Sequence[str] = (),
        *,
        empty: bool = False,
    ) -> Composed:
        """Close the draft."""
        return Composed(
            text=self.draft.text(),
            status=status,
            focus=tuple(dict.fromkeys(item.record_id for item in focus)),
            listed=tuple(dict.fromkeys(item.record_id for item in listed)),
            options=tuple(options),
            offer=offer,
            suggestions=tuple(suggestions)[:3],
            empty=empty,
        )


def _of_stage(rules: tuple[Found, ...], stage: str) -> tuple[Found, ...]:
    """Return the rules without those on the other stage of a branżowa school; one on that asked takes their place."""
    named = {f.evidence.record_id: stages_in(f.evidence.facts["title"]["pl"]) for f in rules} if stage else {}
    others = [f for f in rules if (of := named.get(f.evidence.record_id)) and stage not in of]
    if not others:
        return rules
    kept = [f for f in rules if f not in others]
    best = max(f.confidence for f in others)
    lifted = (
        replace(f, confidence=max(f.confidence, best)) if stage in named[f.evidence.record_id] else f for f in kept
    )
    return tuple(sorted(lifted, key=lambda f: -f.confidence))
