"""Wording that leaves nobody out: both genders in our own sentences where the form is exact, titles as they stand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guardrails.frame import Action, Sentence, Verdict
from guardrails.output.folding import fold
from register.evidence import Evidence

# "jako" takes the nominative, so that the register's own pair of names fits without inflection.
_AS = re.compile(
    r"(?P<before>\b[\w]{1,40}\s)?(?P<jako>\bjako )(?P<name>[^\W\d_]{3,40}(?: [^\W\d_]{2,40}){0,5})", re.IGNORECASE
)
_SECOND_PERSON = re.compile(r"\b([^\W\d_]{2,30}[łl])eś\b(?!\s?\(|/)", re.IGNORECASE)
_NEUTRAL = ("osoba", "osoby", "osobę", "pracująca", "zatrudniona", "osób")


@dataclass(frozen=True)
class Wording:
    """Mend ``jako fryzjer`` to ``jako fryzjer / fryzjerka`` and ``zdałeś`` to ``zdałeś(-aś)``.

    ``pairs`` are (masculine, feminine) names in the nominative, as occupation records give them. A sentence that holds
    both, a neutral wording or a quoted title stays as it is.
    """

    pairs: Mapping[str, str] = field(default_factory=dict)
    name: str = "wording"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:  # noqa: ARG002 - the shape of a rail
        """Pass, or mend the wording."""
        mended = mend(sentence.text, self.pairs)
        if mended == sentence.text:
            return Verdict(Action.PASSED, sentence.text)
        return Verdict(Action.MASKED, mended, detail="both genders named")


def pairs_of(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return masculine → feminine for those names that differ."""
    return {
        fold(masculine): feminine for masculine, feminine in names if feminine and fold(masculine) != fold(feminine)
    }


def mend(text: str, pairs: Mapping[str, str]) -> str:
    """Return ``text`` with both genders where one alone stood and the form is exact."""
    text = _SECOND_PERSON.sub(lambda match: f"{match[0]}(-aś)", text)
    return _AS.sub(lambda match: _with_pair(match, pairs, text), text) if pairs else text


def _with_pair(match: re.Match[str], pairs: Mapping[str, str], text: str) -> str:
    if (match["before"] or "").strip().casefold() in _NEUTRAL:
        return match[0]
    words = match["name"].split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        feminine = pairs.get(fold(name))
        if feminine and fold(feminine) not in fold(text):
            rest = "".join(f" {word}" for word in words[count:])
            return f"{match['before'] or ''}{match['jako']}{name} / {feminine}{rest}"
    return match[0]
