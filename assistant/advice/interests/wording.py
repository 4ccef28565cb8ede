"""The questionnaire and its results in words: likeness by its label only, never by a coefficient."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.advice.interests.comparison import Match
from assistant.advice.interests.errors import InterestsError
from assistant.advice.interests.holland import HollandType
from assistant.advice.interests.questionnaire import Questionnaire
from assistant.advice.interests.scoring import HIGHEST, LOWEST, Result
from assistant.advice.interests.session import Form, Session
from assistant.advice.interests.shape import Shape
from prompts import Prompts
from register.vocabulary import Language

NOTICES = ("about", "no_right", "age", "not_selection", "preliminary", "control")


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one language."""

    prompts: Prompts
    language: Language

    def introduction(self) -> tuple[str, ...]:
        """Return what is said before the first question: what it is, from what age, what it must not be used for."""
        return tuple(self._say(f"notice.{name}") for name in NOTICES)

    def scale(self) -> dict[int, str]:
        """Return the five answers by their number."""
        return {number: self._say(f"scale.{number}") for number in range(LOWEST, HIGHEST + 1)}

    def question(self, questionnaire: Questionnaire, session: Session) -> str:
        """Return the question asked now with how far it is; at the end or in a break, that."""
        progress = questionnaire.progress(session)
        if session.paused:
            return self._say("paused")
        far = self.prompts.phrase(progress.phrase, self.language, number=progress.number, total=progress.total)
        item = questionnaire.question(session)
        if item is None:
            return f"{far}."
        return self._say("ask", progress=far, activity=getattr(item.text, self.language.value))

    def result(self, result: Result) -> tuple[str, ...]:
        """Return sentences on a result: its shape, the six scores highest first, what is missing."""
        sentences = [self._shape(result)]
        if result.code.tied:
            sentences.append(self._say("result.tied"))
        scored = [(entry.percent, entry.type) for entry in result.scores if entry.percent is not None]
        for percent, kind in sorted(scored, key=lambda pair: -pair[0]):
            sentences.append(self._say("result.score", name=self.type(kind), percent=round(percent)))
        if result.skipped:
            sentences.append(self._say("result.skipped", count=result.skipped))
        return (*sentences, self._say("notice.preliminary"))

    def lengthening(self, questionnaire: Questionnaire) -> str:
        """Return the offer of the full form."""
        return self._say("result.lengthen", count=len(questionnaire.items(Form.FULL)))

    def fit(self, match: Match) -> str:
        """Return how alike the interests are."""
        return self._say(f"fit.{match.fit.value if match.fit else 'none'}")

    def match(self, match: Match) -> tuple[str, ...]:
        """Return sentences on one occupation: how alike, in what, at what level, and what the profile rests on."""
        known = self.prompts.has_phrase(f"interests.how.{match.how}", self.language)
        sentences = [self._say("match.item", name=match.name, fit=self.fit(match))]
        if match.shared:
            sentences.append(self._say("match.shared", types=self._types(match.shared)))
        level = "match.level" if match.level else "match.no_level"
        sentences.append(self._say(level, **({"level": match.level} if match.level else {})))
        return (*sentences, self._say(f"how.{match.how if known else 'other'}"))

    def source(self) -> str:
        """Return where the profiles of occupations come from; belongs under every list."""
        return self._say("source")

    def no_match(self) -> str:
        """Return the sentence for an empty list."""
        return self._say("match.none")

    def error(self, error: InterestsError) -> str:
        """Return what a refusal is called to people."""
        return self.prompts.phrase(error.phrase, self.language)

    def type(self, kind: HollandType) -> str:
        """Return the plain name of a type."""
        return self._say(f"type.{kind.value}.name")

    def about_type(self, kind: HollandType) -> str:
        """Return what a type of interests is about."""
        return self._say(f"type.{kind.value}.text")

    def _shape(self, result: Result) -> str:
        if result.shape is Shape.CLEAR:
            return self._say("result.clear", types=self._types(result.code.letters))
        if result.shape is Shape.INCOMPLETE:
            return self._say("result.incomplete", types=self._types(result.missing))
        return self._say(f"result.{result.shape.value}")

    def _types(self, kinds: Iterable[HollandType]) -> str:
        return ", ".join(self.type(kind) for kind in kinds)

    def _say(self, key: str, **values: object) -> str:
        return self.prompts.phrase(f"interests.{key}", self.language, **values)
