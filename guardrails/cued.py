"""Personal data that only the word before it gives away: policies, plates, post codes, single names."""

import re
from collections.abc import Iterator

from guardrails.people import is_given_name, may_be_name
from guardrails.spans import Span

_UPPER = r"[A-ZĄĆĘŁŃÓŚŹŻ\u0410-\u042f\u0404\u0406\u0407\u0490]"
_BETWEEN = r"[^\d\n]{0,3}?(?:(?:to|jest|mam|ma|is|це|nr|no|number|numer|номер)\b[^\w\n]{1,3}){0,3}"
# (kind, the word, what stands behind it): the form alone would be anything.
_CUED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "DOKUMENT",
        re.compile(
            r"(?:polis[ayęie]{1,2}|ubezpieczeni[aeu]|policy|insurance|student|licen[cs]e|visa|wiz[ayęie]"
            r"|pwz|wykonywania zawodu|ekuz|indeks[ue]?|du[zż]ej rodziny|karta polaka|karty polaka|kartoteki"
            r"|pacjenta|поліс\w{0,2}|посвідченн\w|ідентифікаційний код"
            rf"|податковий номер|залікової)\s{_BETWEEN}"
            r"((?!(?:19"
            r"|20)\d\d[ /\-])(?:[A-Z\u0410-\u042f]{1,3}[ /\-]?)?\d[\d /\-]{3,20}\d(?:\s?[A-Z])?)(?![\w%])(?!\s?(?:zł"
            r"|zl|pln|eur|uah|грн|€|\$))",
            re.IGNORECASE,
        ),
    ),
    (
        "KONTAKT",
        re.compile(
            r"(?<!\w)(?:nick|login|gg|revolut|snap\w{0,4}|discord\w{0,2}|insta\w{0,5}|tiktok\w{0,2}"
            r"|телеграм\w{0,2})\s"
            rf"{_BETWEEN}(?:na \w{{2,12}} to )?(@[\w.]{{3,40}}|(?=[^\s\d]{{0,30}}\d)[\w.#\-]{{5,40}})",
            re.IGNORECASE,
        ),
    ),
    ("KARTA", re.compile(r"kart\w{1,3}\s(\d{4}[ \-]?\d{4}[ \-]?\d{4}[ \-]?\d{4})(?!\w)", re.IGNORECASE)),
    ("KARTA", re.compile(r"(?<!\w)cv[vc]2?\W{1,3}(?:to |is )?(\d{3,4})(?!\w)", re.IGNORECASE)),
    (
        "KONTO",
        re.compile(
            r"(?:konto|konta|rachunek|przelew|account"
            r"|рахунок)(?:\s[^\W\d_]{1,15}){0,2}[\s:]{1,2}(\d(?:[ \-]?\d){23,27})(?!\w)",
            re.IGNORECASE,
        ),
    ),
    ("POJAZD", re.compile(r"(?<!\w)VIN\W{1,3}(?:to )?([A-Za-z0-9]{17})(?!\w)")),
    ("ADRES IP", re.compile(r"(?<!\w)IP\W{1,3}(?:to |is )?(\d{1,3}(?:\.\d{1,3}){3})(?![\w.])")),
    (
        "TABLICA",
        re.compile(
            r"(?:auto|samoch[oó]d|motocykl|car|авто|rejestracj[aęieą]{1,2}|rejestracyjn\w{1,3}|tablic[aęye]"
            r"|number plate|licen[cs]e plate"
            rf"|registration|номерний знак|номери? (?:авто|машини))\s{_BETWEEN}"
            r"(?-i:([A-Z\u0410-\u042f]{1,3}[ \-]?(?=[A-Z]{0,4}\d)[0-9A-Z]{4,5}(?:\s?[A-Z\u0410-\u042f]{1,2})?)"
            r"(?!\w))",
            re.IGNORECASE,
        ),
    ),
    (
        "ADRES",
        re.compile(
            rf"(?:kod(?:em)? pocztowy\w?|kod poczty|post ?code|zip code)\s{_BETWEEN}(\d\d-?\d{{3}})(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "ADRES",
        re.compile(
            r"(?:mieszkam pod|numer domu|nr domu|numer mieszkania|nr mieszkania|house number|flat number"
            rf"|номер квартири|номер будинку)\s?{_BETWEEN}(?:nr\s"
            rf"|numerem\s)?(\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})?)(?![\w%])",
            re.IGNORECASE,
        ),
    ),
)
_CAPITAL = rf"{_UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}})?"
# Behind these one word is a name when it is a given name.
_GIVEN = re.compile(
    r"(?<!\w)(?:jestem|ja|tu|tutaj|z tej strony|to ja|pisze|пише|i['’]?m|i am|this is|it['’]?s|я|це|мене"
    r"|syn(?:a|owi|em|ek|ka)?|c[oó]rk[aięiąo]|c[oó]rce|c[oó]reczk[aięiąo]|m[aą][zż](?:a|owi|em)?"
    r"|[zż]on[aęyąi]e?|brat(?:a|u|em)?"
    r"|siostr[ayęeąz]e?|koleg[aięąi]|kole[zż]ank[aięiąę]|przyjaciel(?:a|em)?|przyjaci[oó][lł]k[aięą]"
    r"|ch[lł]opak(?:a|iem)?"
    r"|dziewczyn[aęyą]|wnuk(?:a|iem)?|wnuczk[aięą]|kuzyn(?:a|k[aięą])?|ucze[nń]|uczennic[aęyą]"
    r"|klient(?:a|k[aięą])?"
    r"|podopieczn[aye]\w?|mam[aęąyo]|mamusi[aię]|tat[aęąyo]|babci[aię]|dziadek|mother|father|mum|mom|dad"
    r"|мам[аиу]|тат[оау]|(?:my|his|her|our) (?:son|daughter|wife|husband|brother|sister|friend|boyfriend"
    r"|girlfriend|student|client|kid)"
    r"|син(?:а|ові|ом)?|доньк[аиуі]|дочк[аиуі]|чолові[кч]\w{0,2}|дружин[аиуі]|брат(?:а|ові)?|сестр[аиуі]"
    r"|подруг[аиуі]|учень|учениц[яі])"
    r"[ \t]{1,3}[-–—:,]?[ \t]{0,2}([^\W\d_]{3,20})(?!\w)(?!-)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"(?<![\w.-])([^\W\d_]{3,20}),?[ \t](?:lat[ \t]\d\d|\d\d[ \t](?:lat|l\.|years old|yo|рок))(?!\w)|"
    r"(?<![\w.-])([A-Z][a-z]{2,15}) here(?=[ \t]*[.,!\n]|$)"
)
_KIN = re.compile(
    r"(?<!\w)(?:babci[aięąo]|dziad[ek]{1,2}\w{0,3}|wuj\w{1,4}|cioci[aięąo]|te[sś]ciow\w|te[sś][cć]\w{0,2}"
    r"|s[aą]siad\w{0,3}|lekark?\w{0,2}"
    r"|doradc\w{1,3}|doradczyn\w{1,2}|pracown\w{2,4}|bratow\w|szwagier\w{0,2}|psycholo\w{1,4}|kid|teacher"
    r"|бабус\w|дідус\w)[ \t]"
    rf"(?-i:({_CAPITAL}[ \t]{_CAPITAL}))(?!\w)",
    re.IGNORECASE,
)
# Behind these one capitalised word is a name, whichever.
_TITLE = re.compile(
    rf"(?<!\w)(?:[Pp]an(?:a|u|em|i|ią|ie)?|[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|[Пп]ан(?:а|і|ом"
    rf"|у)?)[ \t]({_CAPITAL})(?!\w)"
)
_SIGNED = re.compile(
    r"(?:(?:pozdrawiam|pozdro|pozdrowienia|podpisano|dzi[eę]kuj[eę]|z powa[zż]aniem|z wyrazami szacunku"
    r"|regards|sincerely"
    r"|cheers|thanks|yours|з повагою|дякую)(?:\s(?:serdecznie|ciep[lł]o|gor[aą]co|truly"
    r"|faithfully))?)[,.!]?\s{1,3}"
    rf"(?-i:({_CAPITAL}))[.!]?\s{{0,3}}$",
    re.IGNORECASE,
)
_SIGNED_BELOW = re.compile(rf"[,.!?]\n{{1,3}}({_CAPITAL})\s{{0,3}}$")
_NO_SURNAME = re.compile(
    r"^(?:Doradc|Doradz|Dyrek|Psycho|Pedag|Naucz|Minist|Prezes|Prezyd|Profes|Doktor|Kierow|Burm|Wójt|Bóg"
    r"|Jezus|Młod|Tadeusz"
    r"|Sekret|Wychow|Magist|Inżyn|Redakt|Sędzi|Rektor|Premier|Mecenas|Trener|Hydraul|Domu|Bot|Serdecz"
    r"|Ciepł|Gorąco|Was"
    r"|Pańs|Cię|Ci\b|Pana\b|Pani\b|Wam|Right|World|Universe|Директ|Викл|Вчит|Профес|Доктор|Вам|Bardzo"
    r"|Jak|Czy|Kosmos|Samoch)"
)


def find(text: str) -> Iterator[Span]:
    """Yield what cues give away; spans may overlap, the caller keeps the first."""
    for kind, pattern in _CUED:
        yield from (Span(match.start(1), match.end(1), kind) for match in pattern.finditer(text))
    for match in _GIVEN.finditer(text):
        if is_given_name(match[1]):
            yield _name(match)
    for match in _AGED.finditer(text):
        group = 1 if match[1] else 2
        if match[group][0].isupper() and is_given_name(match[group]):
            yield Span(match.start(group), match.end(group), "IMIĘ I NAZWISKO")
    for pattern in (_TITLE, _KIN, _SIGNED, _SIGNED_BELOW):
        for match in pattern.finditer(text):
            if may_be_name(match[1]) and not _NO_SURNAME.match(match[1]):
                yield _name(match)


def _name(match: re.Match[str]) -> Span:
    return Span(match.start(1), match.end(1), "IMIĘ I NAZWISKO")
