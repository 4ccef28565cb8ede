"""The branch of schooling whose occupations are asked for: «wypisz zawody z branży gastronomicznej»."""

import re

from assistant.models.embedded import lexicon

# Branches of more than one word are told by what they end with («branża opieki zdrowotnej»).
_NAMED = re.compile(
    r"\bbran[żz](?:a|y|ie|ę|e|ą|i)\s+((?!i\s|w\s|z\s|na\s)[^\W\d]+(?:-[^\W\d]+)*"
    r"(?:\s+(?:mody|zdrowotnej|społecznej|spolecznej|wodnego|lotniczego|kolejowego|drogowego|precyzyjnej)\b)?)",
    re.IGNORECASE,
)
_WHAT_IS_IN = re.compile(r"\W*co (?:jest|są|sa|macie|mamy) (?:w|z) bran", re.IGNORECASE)
_SCHOOLS = {
    "BS II": re.compile(r"(?:II|drugiego|2)\.? stop", re.IGNORECASE),
    "BS I": re.compile(r"\b(?:I|pierwszego|1)\.? stop|bran[żz]ow(?:ej|a|ą|ce|ka|kach)\b", re.IGNORECASE),
    "technikum": re.compile(r"\btechnik(?:um|ach)\b", re.IGNORECASE),
    "szkoła policealna": re.compile(r"policeal", re.IGNORECASE),
}


def branch_listed(question: str) -> str:
    """Return the branch, in the question's words, whose occupations it asks for; else nothing."""
    named = _NAMED.search(question)
    if named is None or "?" in question[: named.start()]:
        return ""
    return named[1] if _WHAT_IS_IN.match(question) or lexicon.has(question, "listed_of_branch") else ""


def school_named(question: str) -> str:
    """Return the type of school a question names, as records call it; else nothing."""
    return next((school for school, words in _SCHOOLS.items() if words.search(question)), "")
