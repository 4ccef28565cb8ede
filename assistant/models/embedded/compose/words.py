"""Fields as words: labels of records, lists of bodies, years in the right form."""

from typing import Any

from assistant.models.embedded.draft import Draft
from register.evidence import Evidence
from register.vocabulary import Language
from retrieval.analysis.morphology import readings, ukrainian

MOST_OF_NAME = 120
_UKRAINIAN_INSTRUMENTAL = ("ою", "ею", "єю", "ом", "ем", "єм")


def label(evidence: Evidence) -> str:
    """Return code and name of a qualification, the name of anything else."""
    code, name = evidence.facts.get("code", ""), evidence.title
    if not code or code == name or code.isdigit():
        return name
    return f"{code} {name}"


def name_for(evidence: Evidence, draft: Draft) -> str:
    """Return the official name, with the working translation in brackets where the turn is not in Polish."""
    translated = evidence.facts.get("translations", {}).get(draft.language.value)
    return f"{evidence.title} ({translated})" if translated else evidence.title


def label_for(evidence: Evidence, draft: Draft) -> str:
    """Return code and name, with the working translation in brackets where the turn is not in Polish."""
    translated = evidence.facts.get("translations", {}).get(draft.language.value)
    return f"{label(evidence)} ({translated})" if translated else label(evidence)


def value(text: str, draft: Draft) -> str:
    """Return a name in a field in the draft's language where it is a set phrase of the field, else as it stands."""
    return draft.label(f"label.value.{text}", text)


def as_name(said: str) -> str:
    """Return what was asked for as a name is put: «tatuatorem» as «tatuator», «pilotem drona» as «pilot drona».

    Only a noun in one of the cases that a verb asks for is put back, of more words only the first in the instrumental.
    """
    first, *rest = said[:MOST_OF_NAME].split(" ")
    named = _nominative(first, alone=not rest)
    if named != first:
        feminine = named.endswith("a")
        rest[:1] = [_agreeing(word, feminine=feminine) for word in rest[:1]]
    return " ".join((named, *rest))


def _agreeing(word: str, *, feminine: bool) -> str:
    """Return an adjective in the nominative («miejskim» as «miejski»); any other word as it is."""
    found = readings(word.casefold())
    lemma = next((lemma for lemma, tag in found if tag.startswith("adj:sg") and "inst" in tag), "")
    if not lemma or any(not tag.startswith("adj") for _, tag in found):
        return word
    return f"{lemma[:-1]}a" if feminine else lemma


def _nominative(word: str, *, alone: bool) -> str:
    if word.endswith(_UKRAINIAN_INSTRUMENTAL):
        return ukrainian(word.casefold()) or word
    found = readings(word.casefold())
    lemmas, tags = {lemma for lemma, _ in found}, [tag for _, tag in found]
    cases = ("inst",) if not alone else ("inst", "gen", "acc", "loc", "dat")
    oblique = all(tag.startswith("subst") and "nom" not in tag and any(case in tag for case in cases) for tag in tags)
    one = len(lemmas) == 1 and any(tag.startswith("subst:sg") for tag in tags)
    return lemmas.pop() if oblique and one else word


def bodies(facts: dict[str, Any], field: str, draft: Draft) -> str:
    """Return the names of the institutions in ``field``."""
    return draft.names(value(body["name"], draft) for body in facts.get(field) or ())


def years(count: float, draft: Draft) -> str:
    """Return «3 lata»: the number with its noun in the form the language asks for."""
    number = str(int(count) if count == int(count) else count)
    if draft.language is not Language.EN:
        number = number.replace(".", ",")
    return draft.phrase(f"label.years_{plural(count, draft.language)}", n=number)


def plural(number: float, language: Language) -> str:
    """Return ``one``, ``few``, ``many`` or (fractions) ``other``: CLDR's plural rules for the three languages."""
    if language is Language.EN:
        return "one" if number == 1 else "many"
    if number != int(number):
        return "other"
    unit, ten = int(number) % 10, int(number) % 100
    if number == 1 or (language is Language.UK and unit == 1 and ten != 11):
        return "one"
    return "few" if 2 <= unit <= 4 and not 12 <= ten <= 14 else "many"


def local(text: dict[str, Any] | None, draft: Draft) -> str:
    """Return a text of a record in the draft's language, else in Polish, else nothing."""
    if not text:
        return ""
    return str(text.get(draft.language.value) or text["pl"])


def when(facts: dict[str, Any], field: str, draft: Draft) -> str:
    """Return the date the source of ``field`` speaks for: «kwiecień 2020», a year, an ISO date, or nothing."""
    date: str = facts["dates"].get(field, "")
    year, _, month = date.partition("-")
    return f"{draft.phrase(f'label.month.{month}')} {year}" if len(month) == 2 else date


def dated(facts: dict[str, Any], field: str, draft: Draft) -> str:
    """Return « (stan: kwiecień 2020)» for the end of a statement; nothing where the source of ``field`` has no date."""
    date = when(facts, field, draft)
    return f" {draft.phrase('label.dated', date=date)}" if date else ""


def schools(facts: dict[str, Any], draft: Draft) -> str:
    """Return the school types as words."""
    return draft.names(
        (draft.label(f"label.school.{kind}", kind) for kind in facts.get("school_types") or ()), "label.or"
    )
