"""Ways to reach a person: telephone, e-mail, account names, postal address."""

import re
from collections.abc import Iterator

import phonenumbers

from guardrails.glance import Cue, glance
from guardrails.identifiers import AMOUNT, is_help_number
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
_PHONE = re.compile(
    r"(?:(?<![\w.,/])|(?<=[tT]el\.)|(?<=[kK]om\.)|(?<=тел\.))(?:\+"
    r"|00)?\(?\d(?:[ \u00a0\-./()]{0,3}\d){6,14}(?![\w]|[.,/]\d)"
)
_FEWEST_DIGITS = 7
_PHONE_WORD = re.compile(
    r"\btel\b|telefon|kom[oó]rk|\bkom\.|dzwo[nń]|zadzwo|\bm[oó]j numer\b|pod numer\w{0,3}\b|\bnumer to\b"
    r"|\bm[oó]j nr\b|whatsapp|\bsms|\bphone|\bcall\b|\bmobile\b|\bcell\b|number is|телефон|номер|дзвон"
    r"|подзвон|viber|signal|kontakt|contact",
    re.IGNORECASE,
)
# A number said to be of something else is a telephone only where a telephone is named too.
_OTHER_NUMBER = re.compile(
    r"og[lł]oszeni|wniosk|sprawy|rekordu|zapisu|oferty|zlecenia|zam[oó]wieni|faktur|legitymacji|albumu|record"
    r"|reference"
    r"|application|order|оголошенн|запису|справи|заяви|вакансі|замовленн",
    re.IGNORECASE,
)
_SURELY_PHONE = re.compile(r"tel\b|telefon|kom[oó]rk|phone|mobile|whatsapp|viber|телефон|sms", re.IGNORECASE)
_GROUPS = frozenset(
    {
        (9,),
        (3, 3, 3),
        (2, 3, 2, 2),
        (2, 7),
        (3, 2, 2, 2),
        (2, 3, 4),
        (3, 6),
        (3, 3, 2, 2),
        (10,),
        (3, 4, 3),
        (3, 3, 4),
        (3, 7),
        (2, 2, 2, 3),
    }
)
_ROW = re.compile(r"(?:[ ,]{1,2}\d{1,3}){3}")
_NAME = r"[A-ZĄĆĘŁŃÓŚŹŻ\u0410-\u042f\u0404\u0406\u0407\u0490][\w.'’-]{0,30}"
_ANYNAME = r"[^\W\d_][\w.'’-]{0,30}"
_HOUSE = (
    r"\d{1,4}(?:\s?[A-Ha-h](?!\w))?(?:\s?[/\\]\s?\d{1,4}[a-zA-Z]?|\s?,?\s?(?:m\.|m|lok\.|lok|lokal"
    r"|mieszkania|mieszkanie|квартира|квартирі|кв\.|кв|flat|apartment|apt\.?)\s?\d{1,4})?(?!\w|-\d{3})"
)
_CITY = rf"(?:,?\s{{1,2}}\d\d-\d{{3}}(?:\s{_NAME}(?:\s{_NAME}){{0,2}})?)?"
_STREET_WORD = (
    r"(?:ul\.|ul(?=\s)|ulica|ulicy|ulicą|ulice|al\.|aleja|alei|aleje|alejach|os\.|osiedle|osiedlu|pl\.|plac"
    r"|placu|rondo|skwer|вул\.|вул|вулиця|вулиці|вулицю|просп\.|проспект|проспекті|бульвар|провулок"
    r"|пров\.)"
)
_STREET = re.compile(
    rf"(?<!\w){_STREET_WORD}\s?(?:{_ANYNAME}|\d{{1,2}})(?:\s(?!nr\b){_ANYNAME}){{0,4}},?\s(?:nr\s)?{_HOUSE}{_CITY}",
    re.IGNORECASE,
)
_LIVES = Cue(
    re.compile(
        r"(?:mieszkam|mieszkamy|mieszka|zamieszka\w{0,3}|zameldowan\w|adres\w{0,3}(?: zamieszkania| domowy"
        r"| korespondencyjny| to| jest)?|adresem|zam\.|i live|my address|home address|address is|living at"
        r"|lives at|live at|адрес\w{0,3}|мешкаю|живу|проживаю|живемо)"
    ),
    hints=("mieszka", "zameldowan", "adres", "zam.", "live", "living", "address", "адрес", "мешка", "жив"),
    digits=1,
    in_small=True,
)
_PLACE = re.compile(
    rf"(?:{_NAME}(?:\s(?:{_NAME}|\d{{1,2}}|street|str\.|st\.|road|avenue)){{0,3}},?\s{_HOUSE}{_CITY}"
    rf"|\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})?,?\s{_NAME}(?:\s{_NAME}){{0,2}}\s(?:Street|St|Road|Rd|Avenue"
    rf"|Ave|Lane|Drive|Close|Way|Square|Court|Gardens)\b\.?(?:,?\s(?:flat|apartment|apt\.?)\s\d{{1,4}}[A-Za-z]?)?)"
)
_BLOCK = re.compile(
    r"(?<!\w)blok(?:u|iem)?\s(?:nr\s)?\d{1,4}[A-Za-z]?,?\s(?:m\.?|mieszkani\w{1,2}|lok\.?)\s?\d{1,4}", re.IGNORECASE
)
_VILLAGE = re.compile(rf"(?<!\w)(?:[Ww]ie[śs]|[Ww]si)\s{_NAME}\s\d{{1,3}}[a-z]?(?![\w/-])")
_POSTCODE = re.compile(
    rf"(?<![\w.,/-])\d\d-\d{{3}}\s{_NAME}(?:\s{_NAME}){{0,2}}|(?<![\w.-]){_NAME},?\s\d\d-\d{{3}}(?![\w-]|[.,]\d)"
)
_PUBLISHED = re.compile(r"M\.\s?P\.|Dz\.\s?U")  # official journals, with a year and a position
_ENGLISH_STREET = re.compile(
    rf"(?<!\w)\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})?\s{_NAME}(?:\s{_NAME}){{0,2}}\s(?:Street|Road|Avenue|Lane|Drive)\b"
)
# An adjective with a house and a flat is a street without its word ("Kwiatowa 7/12").
_BARE_STREET = re.compile(
    rf"(?<!\w)(?:os|al|pl)\s{_NAME}(?:\s{_NAME}){{0,2}}\s\d{{1,3}}[A-Za-z]?\s?/\s?\d{{1,3}}(?![\w/])|"
    rf"(?<!\w){_NAME}(?<=owa|wej|ową|ska|iej|ską|cka|cką|lna|nej|lną)\s\d{{1,3}}[A-Za-z]?\s?(?:/\s?\d{{1,3}}"
    rf"|m\.?\s?\d{{1,3}}|lok\.?\s?\d{{1,3}})(?![\w/])"
)
_NOT_HOUSE = re.compile(
    r"^\s?(?:lat|lata|rok|roku|miesi|tyg|dni|km|r\.|godz|osob|osób|os\b|years|year|months|km|miles"
    r"|year|рок|місяц|км|zł|zl|PLN|%|kwalifik|zawod|szk)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield contacts and addresses of ``text``; they may overlap, the caller keeps the first."""
    seen = glance(text)
    if "@" in text:
        yield from (Span(match.start(), match.end(), "E-MAIL") for match in _EMAIL.finditer(text))
    if not seen.words.isdisjoint(_AT_WORDS):
        yield from (Span(match.start(), match.end(), "E-MAIL") for match in _SPELLED_EMAIL.finditer(text))
    yield from (Span(match.start(), match.end(), "KONTAKT") for match in _PROFILE.finditer(text))
    yield from (Span(match.start(1), match.end(1), "KONTAKT") for match in _ACCOUNT.finditer(text))
    if seen.digits:
        yield from _addresses(text)
    if seen.digits >= _FEWEST_DIGITS:
        yield from _phones(text)


def _phones(text: str) -> Iterator[Span]:
    for match in _PHONE.finditer(text):
        written = match[0]
        digits = re.sub(r"\D", "", written)
        if is_help_number(digits) or AMOUNT.match(text[match.end() : match.end() + 8]):
            continue
        if _in_row_of_numbers(text, match.start(), match.end()):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if _OTHER_NUMBER.search(before) and not _SURELY_PHONE.search(before):
            continue
        if _is_phone(written, digits, named=bool(_PHONE_WORD.search(before))):
            yield Span(match.start(), match.end(), "TELEFON")


def _in_row_of_numbers(text: str, start: int, end: int) -> bool:
    """Tell whether three more numbers stand right before or after: a row of values, not a telephone."""
    return bool(_ROW.match(text[end : end + 24]) or _ROW.match(text[max(0, start - 24) : start][::-1]))


def _is_phone(written: str, digits: str, *, named: bool) -> bool:
    international = written.startswith(("+", "00"))
    if not international and not named and _groups(written) not in _GROUPS:
        return False
    if any(_valid(written, region) for region in ("PL", "UA")):
        return international or named or len(digits) == 9 or digits[0] == "0" or digits.startswith(("48", "380"))
    return (named or international) and 9 <= len(digits) <= 13 and not re.match(r"(?:19|20)\d\d[ ./-]", written)


def _groups(written: str) -> tuple[int, ...]:
    return tuple(len(group) for group in re.findall(r"\d+", written))


def _valid(written: str, region: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(written, region))
    except phonenumbers.NumberParseException:
        return False


def _addresses(text: str) -> Iterator[Span]:
    yield from (Span(match.start(), match.end(), "ADRES") for match in _BLOCK.finditer(text))
    for match in _STREET.finditer(text):
        if not _NOT_HOUSE.match(text[match.end() : match.end() + 10]):
            yield Span(match.start(), match.end(), "ADRES")
    for lives in _LIVES.finditer(text):
        place = _PLACE.search(text, lives.end(), min(len(text), lives.end() + 110))
        published = place and _PUBLISHED.match(place[0])
        if place and not published and not _NOT_HOUSE.match(text[place.end() : place.end() + 10]):
            yield Span(place.start(), place.end(), "ADRES")
    yield from (Span(match.start(), match.end(), "ADRES") for match in _ENGLISH_STREET.finditer(text))
    yield from (Span(match.start(), match.end(), "ADRES") for match in _BARE_STREET.finditer(text))
    for match in (*_VILLAGE.finditer(text), *_POSTCODE.finditer(text)):
        if not _NOT_HOUSE.match(text[match.end() : match.end() + 10]):
            yield Span(match.start(), match.end(), "ADRES")
