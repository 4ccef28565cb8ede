"""The profile in words: what was noted, from which words of the user, and what is still open."""

from dataclasses import dataclass

from assistant.advice.profile.entries import Entry, Profile, ProfileField
from prompts import Prompts
from register.vocabulary import Language


@dataclass(frozen=True, slots=True)
class ProfileWords:
    """The texts of one language."""

    prompts: Prompts
    language: Language

    def field(self, field: ProfileField) -> str:
        """Return what a field is called."""
        return self._say(f"field.{field}")

    def noted(self, entry: Entry) -> str:
        """Say that an entry was noted, and what its words may mean."""
        whole = entry.text in entry.origin.quote
        said = self._say(
            "noted_whole" if whole else "noted",
            field=self.field(entry.field),
            text=entry.text,
            quote=entry.origin.quote,
        )
        return f"{said} {self.candidates(entry)}" if entry.candidates else said

    def candidates(self, entry: Entry) -> str:
        """Offer the meanings of an entry, numbered."""
        options = "; ".join(f"{number}) {link.text}" for number, link in enumerate(entry.candidates, start=1))
        return self._say("candidates", text=entry.text, options=options)

    def lines(self, profile: Profile) -> tuple[str, ...]:
        """Return every entry, numbered from 1, with the words it rests on and whether it was confirmed."""
        return tuple(self._line(number, entry) for number, entry in enumerate(profile.entries, start=1))

    def refusal(self, why: str, text: str) -> str:
        """Say why something was not noted."""
        return self._say(f"refused.{why}", text=text)

    def contradiction(self, one: Entry, other: Entry) -> str:
        """Name two entries that cannot both hold."""
        return self._say("contradiction", one=one.text, other=other.text)

    def consent_question(self) -> str:
        """Ask whether the notes may be kept beyond the conversation."""
        return self._say("consent.ask")

    def say(self, key: str, **values: object) -> str:
        """Return another text of the profile."""
        return self._say(key, **values)

    def _line(self, number: int, entry: Entry) -> str:
        state = self._say("confirmed" if entry.confirmed else "unconfirmed")
        said = self._say(
            "line",
            number=number,
            field=self.field(entry.field),
            text=entry.text,
            quote=entry.origin.quote,
            turn=entry.origin.turn,
            state=state,
        )
        meant = "; ".join(link.text for link in entry.links)
        return f"{said} {self._say('meaning', text=meant)}" if meant else said

    def _say(self, key: str, **values: object) -> str:
        return self.prompts.phrase(f"profile.{key}", self.language, **values)
