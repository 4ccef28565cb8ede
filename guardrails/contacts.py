"""Ways to reach a person on the net: e-mail, spelled out too, and account names."""

import re
from collections.abc import Iterator

from guardrails.glance import Cue, glance
from guardrails.name_words import small_given_names
from guardrails.spans import Span

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}\s?@\s?[\w-]{1,63}(?:(?:\.|(?:\s?\.\s?|,)(?=(?:com|pl|org|net"
    r"|eu|edu|gov|info|ua|uk|de|io|example)\b))[a-zA-Z\u0400-\u04ff][\w-]{1,62}){1,4}"
)
_DOT = r"(?:kropka|dot|крапка|точка)"
_JOINT = (
    rf"(?:{_DOT}|podkre[śs]lnik|podkre[śs]lenie|dolna kreska|underscore|(?:нижнє )?підкреслення|my[śs]lnik"
    r"|minus|dash|hyphen|дефіс)"
)
_AT = r"(?:at|et|małpa|malpa|małpka|malpka|собака|собачка|песик|равлик|ет)"
_SPELLED_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,40}}(?:(?:\.|\s?[\[({{]?\s?{_JOINT}\s?[\])}}]?\s?)[\w+-]{{1,40}}){{0,3}}"
    rf"(?:\s?[\[({{<*]\s?(?:{_AT}|a)\s?[\])}}>*]\s?|\s{_AT}\s|(?<=\w)[_-]{_AT}[_-](?=\w))"
    rf"[\w-]{{1,40}}(?:(?:\.|\s?[\[({{]?\s?(?:{_DOT}"
    rf"|{_JOINT})\s?[\])}}]?\s?)[a-zA-Z\u0400-\u04ff]{{2,20}}){{1,4}}(?!\w)",
    re.IGNORECASE,
)
# Where nothing but the mail's house is named ("ola małpa wp"), it is one of those everybody knows.
_HOUSES = (
    r"(?:gmail|wp|o2|onet|interia|outlook|hotmail|yahoo|icloud|proton(?:mail)?|poczta|tlen|op|vp|ukr|i|meta|example)"
)
_GLUED_MAIL = Cue(
    re.compile(rf"(?<![\w.+%-])[\w.+%-]{{2,64}}(?:małpa|malpa){_HOUSES}(?:\.(?:com|pl|net|eu|ua|org))?(?!\w)"),
    hints=("małpa", "malpa"),
    in_small=True,
)
# "jan.kowal na gmail.com": a dot, a low line or a digit makes an address of the word.
_MAIL_ON = re.compile(
    rf"(?<![\w.@])([a-z]\w{{0,30}}(?:[._]\w{{1,30}}|\d{{1,4}})) (?:na|on|на) {_HOUSES}\.(?:com|pl|net|eu|ua|org)(?!\w)",
    re.IGNORECASE,
)
_HOUSE_MAIL = re.compile(
    rf"(?<![\w.+%-])[\w.+%-]{{2,64}}\s?(?:@|[\[({{]?(?<=[\s\[({{])(?:małpa|malpa|małpka|malpka|at"
    rf"|собака)[\])}}]?(?=[\s])\s)"
    rf"{_HOUSES}(?:(?:[ ,.]|\s?[\[(]?(?:kropka|dot|крапка)[\])]?\s?)(?:pl|com|net|eu|ua|org))?(?![\w@]|\.\w)",
    re.IGNORECASE,
)
# Behind the word for a mail one more word belongs to it: "my email is john smith99 at …".
_MAIL_WORD = re.compile(
    r"(?:mail\w{0,2}|mejl\w{0,2}|пошт\w)(?:\s(?:to|is|mam|це))?\s?[:=]?\s{1,2}([^\W\d_]{2,20}\s)$", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,20}) $")
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
    if not seen.words.isdisjoint(_AT_WORDS) or "_at_" in seen.small or "(a)" in seen.small:
        yield from _mails(_SPELLED_EMAIL, text)
    if "@" in text or not seen.words.isdisjoint(_AT_WORDS):
        yield from _mails(_HOUSE_MAIL, text)
    for pattern in (_GLUED_MAIL, _MAIL_ON):
        yield from (Span(match.start(), match.end(), "E-MAIL") for match in pattern.finditer(text))
    yield from (Span(match.start(), match.end(), "KONTAKT") for match in _PROFILE.finditer(text))
    yield from (Span(match.start(1), match.end(1), "KONTAKT") for match in _ACCOUNT.finditer(text))


def _mails(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    for match in pattern.finditer(text):
        word = _MAIL_WORD.search(text, max(0, match.start() - _BEFORE), match.start())
        start = word.start(1) if word else match.start()
        given = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start)
        if pattern is not _EMAIL and given and given[1].lower() in small_given_names():
            start = given.start(1)
        yield Span(start, match.end(), "E-MAIL")
