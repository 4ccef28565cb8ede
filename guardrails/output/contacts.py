"""Links and contacts: an address, an e-mail or a phone number may only come from evidence or the help-line file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from guardrails.frame import HANDLE, Action, Sentence, Verdict
from register.evidence import Evidence

_TLD = r"(?:pl|com|org|net|eu|edu|info|io|app|ua|gov|biz|online|dev|me|co|uk|de|shop|site|test|example)"
_AT = r"\s?(?:@|\(at\)|\[at\]|\(małpa\)| at )\s?"
_DOT = r"(?:\.|\s?\(dot\)\s?|\s?\(kropka\)\s?)"
_EMAIL = re.compile(rf"[a-z0-9._%+-]{{1,64}}{_AT}(?:[a-z0-9-]{{1,63}}{_DOT}){{1,5}}[a-z]{{2,10}}\b", re.IGNORECASE)
_URL = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.|\bmailto:|\bhxxps?://)\S{1,2000}"
    rf"|\b(?:[a-z0-9-]{{1,63}}\.){{1,5}}{_TLD}\b(?:/\S{{0,2000}})?",
    re.IGNORECASE,
)
# "strona punkt pl", "strona (kropka) pl"
_SPELLED = re.compile(
    rf"\b[a-z0-9-]{{2,63}}\s?(?:\(dot\)|\[dot\]|\(kropka\)|\[\.\]| kropka | dot )\s?{_TLD}\b", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w.,-])(?:\+|00)?\d(?:[ \-()./]?\d){6,14}(?![\w])|(?<![\d.,])\d{3}[ -]\d{3}(?![ -]?\d)(?!\w)"
)
_SHORT_PHONE = re.compile(
    r"\b(?:telefon\w{0,4}|tel\.?|zadzwoń|dzwoń|phone|call|дзвон\w{0,4}|телефон\w{0,4})(?:\s\w{1,12}){0,3}[\s:]{1,3}(\d{3,6})\b",
    re.IGNORECASE,
)
_NOT_PHONE = re.compile(r"^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|(?:19|20)\d{2}\s?[-/]\s?(?:19|20)\d{2})")
_AMOUNT = re.compile(r"\s?(?:zł|złot|PLN|euro|EUR|godz|hours|грив|зл|osób|%)", re.IGNORECASE)
_DIGITS = re.compile(r"\D")
_TRAILING = ".,;:!?)]}\"'»”*_`"


@dataclass(frozen=True, slots=True)
class Contacts:
    """Drop a sentence with an address, e-mail or phone that neither the turn's evidence nor the help-line file holds.

    ``extra`` are texts whose contacts are allowed too.
    """

    extra: tuple[str, ...] = ()
    name: str = "contacts"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Pass, or drop with the kind of contact as detail."""
        known = chain(map(_words, evidence.values()), (_help_lines(),), self.extra)
        if found := foreign_contacts(sentence.text, known):
            return Verdict(Action.DROPPED, sentence.text, detail=f"unsupported: {found[0]} from no source")
        return Verdict(Action.PASSED, sentence.text)


def foreign_contacts(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of contacts in ``text`` that no known text holds: ``address``, ``e-mail``, ``phone``.

    ``known`` is read only where ``text`` has a contact at all.
    """
    plain = HANDLE.sub(" ", text)[:20_000]
    found = [("e-mail", match[0]) for match in _EMAIL.finditer(plain)]
    rest = _EMAIL.sub(" ", plain)
    found += [("address", match[0]) for pattern in (_URL, _SPELLED) for match in pattern.finditer(rest)]
    rest = _URL.sub(" ", rest)
    phones = [
        ("phone", match[0])
        for match in _PHONE.finditer(rest)
        if not _NOT_PHONE.match(match[0]) and not _AMOUNT.match(rest, match.end())
    ]
    phones += [("phone", match[1]) for match in _SHORT_PHONE.finditer(rest)]
    texts = tuple(known) if found or phones else ()
    strange = [kind for kind, contact in found if not any(_holds(source, contact) for source in texts)]
    strange += [kind for kind, contact in phones if not _number_known(contact, texts) and _like_phone(contact)]
    return tuple(strange)


def _holds(text: str, contact: str) -> bool:
    plain = contact.casefold().rstrip(_TRAILING)
    short = re.sub(r"^(?:https?://|mailto:)?(?:www\.)?", "", plain).rstrip("/")
    return bool(short) and _bounded(short, text.casefold())


def _bounded(part: str, text: str) -> bool:
    """Tell whether ``part`` stands in ``text`` as a whole address, not as the beginning of another."""
    at = text.find(part)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(part) : at + len(part) + 1]
        if not (before.isalnum() or before == "-") and not (after.isalnum() or after == "-"):
            return True
        at = text.find(part, at + 1)
    return False


def _number_known(contact: str, texts: tuple[str, ...]) -> bool:
    digits = _DIGITS.sub("", contact)
    return any(digits in known or digits[-9:] in known for text in texts for known in _digit_runs(text))


@lru_cache(maxsize=1024)
def _digit_runs(text: str) -> frozenset[str]:
    return frozenset(_DIGITS.sub("", run) for run in re.findall(r"\+?\d(?:[ \-()./]{0,2}\d){2,30}", text))


def _like_phone(contact: str) -> bool:
    """Tell a phone number from a code (351406) or an amount (1 200 000)."""
    digits = _DIGITS.sub("", contact)
    if len(digits) == 6:
        return " " in contact or "-" in contact
    return len(digits) != 7 or " " in contact or "-" in contact


def _words(item: Evidence) -> str:
    return f"{item.url} {item.title} {item.text} {item.facts}"


@cache
def _help_lines() -> str:
    """Return the help-line file as text; nothing where it is not shipped."""
    path = files("guardrails").joinpath("data", "helplines.yaml")
    return path.read_text("utf-8") if path.is_file() else "116 111 116111.pl 800 12 12 12 116 123 112"
