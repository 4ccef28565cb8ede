"""Dates of birth: any date beside a word of birth."""

import re
from collections.abc import Iterator

from guardrails.glance import Cue
from guardrails.spans import Span

_MONTH = (
    r"(?:stycz\w{0,4}|lut\w{0,4}|mar[zc]\w{0,3}|kwie[tc]\w{0,5}|maj\w?|czerw\w{0,4}|lip\w{0,4}|sierp\w{0,4}"
    r"|wrze[sś]\w{0,4}|pa[zź]dz\w{0,8}|listop\w{0,5}|grud\w{0,4}|[IVX]{1,4}"
    r"|jan\w{0,6}|feb\w{0,7}|mar|march|apr\w{0,3}|may|june?|july?|aug\w{0,4}|sep\w{0,7}|oct\w{0,5}|nov\w{0,6}|dec\w{0,6}"
    r"|січ\w{0,3}|лют\w{0,4}|берез\w{0,3}|квіт\w{0,3}|трав\w{0,3}|черв\w{0,3}|лип\w{0,3}|серп\w{0,3}"
    r"|верес\w{0,3}|жовт\w{0,3}|листопад\w{0,2}|груд\w{0,3})"
)
_YEAR = r"(?:\s?(?:r\.|roku?(?!\w)|року?(?!\w)|р\.))?"
# After a word of birth also a day without a year, and a date in words.
_BIRTHDAY = re.compile(
    rf"\d{{1,2}}\.?\s{_MONTH}(?!\w)|(?<!\d)[0-3]\d[01]\d(?:19|20)\d\d(?!\d)|(?<![\w.])\d{{1,2}}\.[01]\d(?![\w.])|[^\W\d_]{{3,14}}(?:ego|szego)(?:\s[^\W\d_]{{4,12}}ego)?\s{_MONTH}"
    r"(?:\s(?:dwa|tysi[aą]c\w{0,2}|dziewi[eę][cć]set\w{0,4}|[^\W\d_]{2,16}ego|roku)){0,6}"
    rf"|(?:[a-z]{{2,12}}th|(?:[a-z]{{5,7}}[ -])?(?:first|second|third))\s(?:of\s)?{_MONTH}(?:,?\s(?:19|20)\d\d)?"
    rf"|[\u0430-\u044f\u0456\u0454\u0457ʼ'’]{{3,14}}(?:ого|ього)\s{_MONTH}(?:\s(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}\s?[./-]\s?(?:\d{{1,2}}|[IVX]{{1,4}})\s?[./-]\s?(?:19|20)?\d\d|(?:19|20)\d\d\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|-?го)?\.?\s(?:of\s)?{_MONTH},?\s(?:19|20)\d\d|{_MONTH}\s\d{{1,2}}(?:st"
    rf"|nd|rd|th)?,?\s(?:19|20)\d\d|\d{{1,2}}\s\d{{1,2}}\s(?:19|20)\d\d)(?!\d){_YEAR}",
    re.IGNORECASE,
)
_BORN = Cue(
    re.compile(
        r"(?:urodzi[lł]\w{0,3}|urodzon\w|(?<!\w)ur\.|(?<!\w)ur\s|dat[aęy] urodzenia|data ur|urodzin\w{0,3}|na [sś]wiat"
        r"|dzie[nń] urodzenia|moje dane|dane osobowe|born|birth\w{0,3}|(?<!\w)dob(?!\w)"
        r"|народи\w{1,5}|народж\w{1,5}|день народження|(?<!\w)д\.?\s?н\.)"
    ),
    hints=(
        "urodz",
        "ur.",
        "ur ",
        "ur\n",
        "ur\t",
        "ur\u00a0",
        "data ur",
        "na świat",
        "dane",
        "na swiat",
        "born",
        "birth",
        "dob",
        "народ",
        "д",
    ),
    in_small=True,
)
# Between a word of birth and a date these tell of another date: "urodziłam się, żeby gotować, kurs 3 maja".
_OF_SOMETHING_ELSE = re.compile(
    r"kurs|egzam|matur|szko[lł]|sesj|zaj[eę]|zapis|termin|exam|course|іспит|курс", re.IGNORECASE
)
_WITHIN, _LONGER, _BEFORE = 45, 25, 20


def find(text: str) -> Iterator[Span]:
    """Yield dates of birth; of a word of birth the date behind it, or else the one right before."""
    for word in _BORN.finditer(text):
        until = min(len(text), word.end() + _WITHIN)
        date = (
            _DATE.search(text, word.end(), until)
            or _BIRTHDAY.search(text, word.end(), until + _LONGER)
            or _DATE.search(text, max(0, word.start() - _BEFORE), word.start())
        )
        if date and not _OF_SOMETHING_ELSE.search(text, word.end(), max(word.end(), date.start())):
            yield Span(date.start(), date.end(), "DATA URODZENIA")
