"""Ways to reach a person on the net: e-mail, spelled out too, and account names."""

import re
from collections.abc import Iterator

from guardrails.glance import Cue, glance
from guardrails.spans import Span

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}\s?@\s?[\w-]{1,63}(?:(?:\.|(?:\s?\.\s?|,)(?=(?:com|pl|org|net"
    r"|eu|edu|gov|info|ua|uk|de|io|example)\b))[a-zA-Z\u0400-\u04ff][\w-]{1,62}){1,4}"
)
_SPELLED_EMAIL = re.compile(
    r"(?<![\w.+-])[\w+-]{1,40}(?:(?:\.|\s?[\[(]?\s?(?:kropka|dot|крапка)\s?[\])]?\s?)[\w+-]{1,40}){0,3}"
    r"(?:\s?[\[({]\s?(?:at|małpa|malpa|małpka|malpka|собака|собачка|песик|равлик|ет|et)\s?[\])}]\s?|\s(?:małpa|malpa|małpka|malpka|at|собака|собачка|песик|равлик|ет)\s)"
    r"[\w-]{1,40}(?:(?:\.|\s?[\[({]?\s?(?:kropka|dot|крапка)\s?[\])}]?\s?)[a-zA-Z\u0400-\u04ff]{2,20}){1,3}(?!\w)",
    re.IGNORECASE,
)
# Where nothing but the mail's house is named ("ola małpa wp"), it is one of those everybody knows.
_HOUSES = (
    r"(?:gmail|wp|o2|onet|interia|outlook|hotmail|yahoo|icloud|proton(?:mail)?|poczta|tlen|op|vp|ukr|i|meta|example)"
)
_HOUSE_MAIL = re.compile(
    rf"(?<![\w.+%-])[\w.+%-]{{2,64}}\s?(?:@|[\[({{]?(?<=[\s\[({{])(?:małpa|malpa|małpka|malpka|at|собака)[\])}}]?(?=[\s])\s)"
    rf"{_HOUSES}(?:(?:[ ,.]|\s?[\[(]?(?:kropka|dot|крапка)[\])]?\s?)(?:pl|com|net|eu|ua|org))?(?![\w@]|\.\w)",
    re.IGNORECASE,
)
# Behind the word for a mail one more word belongs to it: "my email is john smith99 at …".
_MAIL_WORD = re.compile(
    r"(?:mail\w{0,2}|mejl\w{0,2}|пошт\w)(?:\s(?:to|is|mam|це))?\s?[:=]?\s{1,2}([^\W\d_]{2,20}\s)$", re.IGNORECASE
)
_BEFORE = 48
_PROFILE = Cue(
    re.compile(
        r"(?:facebook|fb|instagram|linkedin|tiktok|twitter|x|t|github|vk|snapchat)\.(?:com|me)/(?:in/|add/"
        r"|u/)?@?[\w.%-]{3,60}"
    ),
    hints=(".com/", ".me/"),
    in_small=True,
)
_AT_WORDS = frozenset({"at", "et", "małpa", "małpka", "malpa", "malpka", "собака", "собачка", "песик", "равлик", "ет"})
_ACCOUNT = Cue(
    re.compile(
        r"(?:\b(?:insta|instagram\w{0,2}|ig|snap|snapchat\w{0,2}|discord\w{0,2}|dc|tiktok\w{0,2}|tt|telegram\w{0,2}"
        r"|tg|facebook\w{0,2}|fb|messenger\w{0,2}|телеграм\w{0,2}|інста\w{0,5}|skype|whatsapp)\b[^\w@\n]{0,4}(?:to"
        r"|is|nick|mam|це)?[ :]{0,3})"
        r"(@[\w.]{3,40}|[\w.]{2,30}[_.\d#][\w.#]{1,30})"
    ),
    hints=(
        "insta",
        "ig",
        "snap",
        "discord",
        "dc",
        "tiktok",
        "tt",
        "tele",
        "tg",
        "fac",
        "fb",
        "mess",
        "теле",
        "інста",
        "skype",
        "whats",
    ),
    in_small=True,
)


def find(text: str) -> Iterator[Span]:
    """Yield e-mails and account names of ``text``; they may overlap, the caller keeps the first."""
    seen = glance(text)
    if "@" in text:
        yield from _mails(_EMAIL, text)
    if not seen.words.isdisjoint(_AT_WORDS):
        yield from _mails(_SPELLED_EMAIL, text)
    if "@" in text or not seen.words.isdisjoint(_AT_WORDS):
        yield from _mails(_HOUSE_MAIL, text)
    yield from (Span(match.start(), match.end(), "KONTAKT") for match in _PROFILE.finditer(text))
    yield from (Span(match.start(1), match.end(1), "KONTAKT") for match in _ACCOUNT.finditer(text))


def _mails(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    for match in pattern.finditer(text):
        word = _MAIL_WORD.search(text, max(0, match.start() - _BEFORE), match.start())
        yield Span(word.start(1) if word else match.start(), match.end(), "E-MAIL")
