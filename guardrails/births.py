"""Dates of birth: any date beside a word of birth."""

import re
from collections.abc import Iterator

from guardrails.glance import Cue, glance
from guardrails.spans import Span

_MONTH_WORD = (
    r"(?:stycz\w{0,4}|lut\w{0,4}|mar[zc]\w{0,3}|kwie[tc]\w{0,5}|maj\w?|czerw\w{0,4}|lip\w{0,4}|sierp\w{0,4}"
    r"|wrze[sś]\w{0,4}|pa[zź]dz\w{0,8}|listop\w{0,5}|grud\w{0,4}"
    r"|jan\w{0,6}|feb\w{0,7}|mar|march|apr\w{0,3}|may|june?|july?|aug\w{0,4}|sep\w{0,7}|oct\w{0,5}|nov\w{0,6}"
    r"|dec\w{0,6}"
    r"|січ\w{0,3}|лют\w{0,4}|берез\w{0,3}|квіт\w{0,3}|трав\w{0,3}|черв\w{0,3}|лип\w{0,3}|серп\w{0,3}"
    r"|верес\w{0,3}|жовт\w{0,3}|листопад\w{0,2}|груд\w{0,3})"
)
_MONTH = rf"(?:{_MONTH_WORD}|[IVX]{{1,4}})"
_YEAR = r"(?:\s?(?:r\.|roku?(?!\w)|року?(?!\w)|р\.))?"
# A year in words ("dwa tysiące ósmego", "two thousand seven", "дві тисячі першого"), or in digits.
_SAID_YEAR = (
    r"(?:,?\s(?:(?:dwa|tysi[aą]c\w{0,2}|dwutysi[eę]czn\w{2,3}|dziewi[eę][cć]set\w{0,4}|[^\W\d_]{2,16}(?:ego"
    r"|dziesi[aą]t)|roku)(?!\w)(?:\s|(?!\w))){1,6}"
    r"|,?\s(?:two thousand|nineteen|twenty)(?:[\s-](?:and\s)?[a-z]{3,9}){0,2}"
    r"|,?\s(?:дві тисячі|тисяча дев[ʼ'’]?ятсот)(?:\s[\u0430-\u044f\u0456\u0454\u0457ʼ'’]{3,16}){0,2}"
    r"|,?\s(?:19|20)\d\d(?!\d)|\s['’]\d\d(?!\d))?"
)
_ORDINAL = r"(?:the\s)?(?:[a-z]{2,12}th|(?:[a-z]{5,7}[ -])?(?:first|second|third))"
# After a word of birth also a day without a year, and a date in words.
_UNITS = (
    r"(?:[^\W\d_]{2,16}ego|jeden|dwa|trzy|cztery|pi[eę][cć]|sze[sś][cć]|siedem|osiem|dziewi[eę][cć]|dziesi[eę][cć])"
)
_BIRTHDAY = re.compile(
    rf"\d{{1,2}}(?:\.|-?go|-?го|st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\w){_SAID_YEAR}|(?<!\d)[0-3]\d[01]\d(?:19"
    rf"|20)\d\d(?!\d)"
    r"|(?<![\w.])\d{1,2}\.[01]\d(?![\w.])"
    rf"|[^\W\d_]{{3,14}}(?:ego|ym|im|[tsw]y)(?:\s[^\W\d_]{{4,12}}ego)?\s{_MONTH_WORD}(?!\w){_SAID_YEAR}"
    r"|[^\W\d_]{3,14}ego\s[^\W\d_]{3,14}ego\s(?:dwa tysi[aą]ce|dwutysi[eę]cznego|tysi[aą]c dziewi[eę][cć]set)"
    rf"(?:\s{_UNITS}){{0,2}}"
    rf"|{_ORDINAL}\s(?:of\s)?{_MONTH_WORD}(?!\w){_SAID_YEAR}|{_MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th){_SAID_YEAR}"
    rf"|[\u0430-\u044f\u0456\u0454\u0457ʼ'’]{{3,14}}(?:ого|ього)\s{_MONTH_WORD}(?!\w){_SAID_YEAR}",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?<!\d)(?<!\d\.)(?:\d{{1,2}}\s?[./-]\s?(?:\d{{1,2}}|[IVX]{{1,4}})\s?[./-]\s?(?:19|20)?\d\d|(?:19"
    rf"|20)\d\d\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|-?го|-?go)?\.?\s(?:of\s)?{_MONTH}\.?,?\s(?:19|20)\d\d"
    rf"|{_MONTH}\.?\s(?:the\s)?\d{{1,2}}(?:st"
    rf"|nd|rd|th)?,?\s(?:19|20)\d\d|\d{{1,2}}\s\d{{1,2}}\s(?:19|20)\d\d)(?!\d){_YEAR}",
    re.IGNORECASE,
)
_BORN = Cue(
    re.compile(
        r"(?:urodzi[lł]\w{0,3}|urodzon\w|(?<!\w)ur\.|(?<!\w)ur\s|dat[aęy]?\.? urodzenia|dat[aęy]?\.? ur"
        r"|(?<!\w)d\.? ?ur?\.|urodzin\w{0,3}|na [sś]wiat"
        r"|dzie[nń] urodzenia|moje dane|dane osobowe|born|birth\w{0,3}|b-?day|(?<!\w)dob(?!\w)|(?<!\w)d\.o\.b"
        r"|народи\w{1,5}|народж\w{1,5}|день народження|дата нар|(?<!\w)д/н|(?<!\w)д\.?\s?н\.|(?<!\w)р\.\s?н\."
        r"|(?<!\w)г\.\s?р\.|(?<!\w)нар\.)"
    ),
    hints=(
        "urodz",
        "ur.",
        "ur ",
        "ur\n",
        "ur\t",
        "ur\u00a0",
        "dat",
        "d.",
        "day",
        "na świat",
        "dane",
        "na swiat",
        "born",
        "birth",
        "dob",
        "нар",
        "д",
        "р",
    ),
    in_small=True,
)
# Between a date and the word of birth behind it: the date before is meant, not the next one.
_IS_BIRTHDAY = re.compile(
    r"[^\w\n]{0,3}(?:(?:is|was|to|це|–|-)\s)?(?:(?:my|moj\w|moje|мій|мо\w|the|jej|jego|his|her)\s)?(?:date of birth"
    r"|birth|b-?day|urodzin|data ur|день народ|дата народ|р\.\s?н)",
    re.IGNORECASE,
)
# Between a word of birth and a date these tell of another date: "urodziłam się, żeby gotować, kurs 3 maja".
_OF_SOMETHING_ELSE = re.compile(
    r"kurs|egzam|matur|\bod\b|\bsince\b|\bcame\b|przyje[cż]|приїха|arriv|szko[lł]|sesj|zaj[eę]|zapis|termin|exam|course|іспит|курс",
    re.IGNORECASE,
)
# "I am of 14 March 2008": nothing but a date follows, and one with a year.
_OF_DAY = re.compile(
    rf"(?<!\w)(?:jestem z|urodz\w{{0,4}} z|я з|\d\d lat s?ko[nń]cz\w{{1,4}}|s?ko[nń]cz\w{{1,2}} \d\d lat"
    rf"|rocznik 20\d\d, dok[lł]adnie)\s(?:dnia\s)?(\d{{1,2}}(?:\.|-?go|-?го)?\s{_MONTH}(?!\w)"
    r"\s(?:(?:19|20)\d\d(?!\d)|(?:dwa tysi[aą]ce|tysi[aą]c dziewi[eę][cć]set)(?:\s[^\W\d_]{2,16}(?:ego"
    r"|dziesi[aą]t)){0,2})"
    rf"|(?:\d{{1,2}}[./-]){{2}}(?:19|20)?\d\d(?!\d))",
    re.IGNORECASE,
)
# A date said again, put right: "1.IX.2008, sorry, 1.X.2008".
_AGAIN = re.compile(
    r"[^\w\n]{0,4}(?:przepraszam|sorry|sorki|wr[oó][cć]|znaczy|to znaczy|tzn|nie|albo|czyli|a nie|or|i mean|no|ой"
    r"|вибачте|тобто|або|чи|перепрошую)"
    r"\W{1,5}(?:nie\W{1,3}|no\W{1,3})?",
    re.IGNORECASE,
)
_WITHIN, _LATER, _LONGER, _BEFORE, _NEAR = 45, 12, 60, 36, 20


def find(text: str) -> Iterator[Span]:
    """Yield dates of birth; of a word of birth the date behind it, or else the one right before."""
    for word in _BORN.finditer(text):
        date = _beside(text, word)
        if date and not _OF_SOMETHING_ELSE.search(text, word.end(), max(word.end(), date.start())):
            yield Span(date.start(), date.end(), "DATA URODZENIA")
            if (again := _AGAIN.match(text, date.end())) and (
                other := _DATE.match(text, again.end()) or _BIRTHDAY.match(text, again.end())
            ):
                yield Span(other.start(), other.end(), "DATA URODZENIA")
    if glance(text).digits:
        yield from (Span(match.start(1), match.end(1), "DATA URODZENIA") for match in _OF_DAY.finditer(text))


def _beside(text: str, word: re.Match[str]) -> re.Match[str] | None:
    until = min(len(text), word.end() + _WITHIN)
    behind = [
        date
        for date in (
            _DATE.search(text, word.end(), until),
            _BIRTHDAY.search(text, word.end(), min(len(text), until + _LONGER)),
        )
        if date and date.start() < until + _LATER
    ]
    before = _DATE.search(text, max(0, word.start() - _BEFORE), word.start())
    if before and _IS_BIRTHDAY.match(text, before.end()):
        return before
    if before and (
        word.start() - before.start() > _NEAR or _OF_SOMETHING_ELSE.search(text, before.end(), word.start())
    ):
        before = None
    return min(behind, key=lambda date: (date.start(), -date.end()), default=before)
