"""Which language the page is in: what the visitor chose, else what the browser asks for, else Polish."""

from collections.abc import Mapping

from starlette.requests import cookie_parser

from register.vocabulary import Language

COOKIE = "zeterka_lang"
LOCALES = {Language.PL: "pl-PL", Language.EN: "en-US", Language.UK: "uk-UA"}


def of_locale(locale: str | None) -> Language:
    """Return the language of a locale such as ``uk-UA``; Polish for any other."""
    return _known((locale or "")[:2]) or Language.PL


def of_visitor(cookie_header: str, accept_language: str) -> Language:
    """Return the language of a visitor from the two headers of the request."""
    chosen = _known(cookie_parser(cookie_header).get(COOKIE, ""))
    return chosen or _accepted(accept_language)


def of_query(query: Mapping[str, str]) -> Language | None:
    """Return the language a link asks for with ``?lang=``."""
    return _known(query.get("lang", ""))


def _accepted(header: str) -> Language:
    weighted = []
    for place, part in enumerate(header.split(",")):
        tag, _, weight = part.strip().partition(";q=")
        if language := _known(tag[:2]):
            weighted.append((-_number(weight), place, language))
    return min(weighted)[2] if weighted else Language.PL


def _number(weight: str) -> float:
    try:
        return float(weight or 1)
    except ValueError:
        return 0.0


def _known(code: str) -> Language | None:
    return Language(code.lower()) if code.lower() in set(Language) else None
