"""A person's name where the words before it say so, and a date of birth."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from guardrails.normalise import fold
from guardrails.spans import Span

GIVEN_NAMES = Path(__file__).parent / "data" / "given_names.txt"
# Capitalised words that open a sentence before a given name and are no surname.
_OPENERS = frozenset(
    (  # noqa: SIM905 - a row of words reads better
        "Pan Pani Panie Moja Mój Mojego Czy Jak Gdzie Kiedy Dlaczego Dla Od Do Po Na Syn Córka Brat Siostra Mama Tata "
        "Ciocia Wujek Hej "
        "Cześć Dear Mr Mrs Ms Hello Hi My Saint Święty Święta Ksiądz Król Papież Książę Привіт Пан Пані"
    ).split()
)
_UPPER = r"[A-ZĄĆĘŁŃÓŚŹŻ\u0410-\u042f\u0404\u0406\u0407\u0490]"
_CAPITAL = rf"{_UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}}){{0,2}}"
# No phrase of ``_SAYS_NAME`` is without one of these; looking for them first is five times as quick.
_HINTS = (
    *("nazyw", "imi", "godno", "zwe", "zwę", "zowi", "nazwisk", "panie", "osobowe", "name", "call"),
    *("зват", "звут", "зовут", "ім", "прізвищ", "піб"),
)
_INITIAL = rf"{_UPPER}\."
_FULL = re.compile(rf"{_CAPITAL}(?:\s(?:{_CAPITAL}|{_INITIAL})){{0,3}}")
_TWO = re.compile(rf"{_CAPITAL}\s(?:(?:{_CAPITAL}|{_INITIAL})\s)?{_CAPITAL}|{_INITIAL}\s?{_CAPITAL}(?!\w)")
_SMALL = re.compile(r"[^\W\d_]{2,30}(?:[-'’ʼ][^\W\d_]{1,30})?(?:\s[^\W\d_]{2,30}(?:[-'’ʼ][^\W\d_]{1,30})?)?")
# After these a name must come: capital letters are not needed.
_SAYS_NAME = re.compile(
    r"(?:nazywam si[eę]|mam na imi[eę]|(?<!\w)ma na imi[eę]|(?<!\w)ma na nazwisko"
    r"|na imi[eę] mam|moje imi[eę](?: i nazwisko)?(?: to| brzmi)?"
    r"|moja godno[sś][cć](?: to)?"
    r"|(?<!\w)zw[eę] si[eę]|(?<!\w)zowi[aą] mnie"
    r"|moje nazwisko(?: to| brzmi)?|z nazwiskiem|imi[eę] i nazwisko|imi[eę] nazwisko|(?<!\w)imi[eę]\s?:"
    r"|(?<!\w)nazwisko(?:\s?:| to| rodowe| mam)|panie[nń]skie(?: to)?|dane osobowe\s?:"
    r"|my (?:full )?name is|my name['’]?s|(?:his|her|['’]s) name is"
    r"|(?:son|daughter|brother|sister|husband|wife|friend) is called"
    r"|(?:сина|доньку|дочку|чоловіка|дружину|брата|сестру|його|її|дитину|подругу|друга) (?:звати|звуть)"
    r"|full name\s?:|(?<!\w)name\s?:|surname\s?:|my surname is|last name(?: is"
    r"|\s?:)|first name(?: is|\s?:)|call me|i am called"
    r"|мене зв[аоу]ти|мене звуть|моє ім['’ʼ]?я(?: та прізвище)?|моє прізвище"
    r"|прізвище(?=\s[\u0410-\u042f\u0404\u0406\u0407])|прізвище(?:\s?:| та ім['’ʼ]?я)"
    r"|(?<!\w)(?:ім['’ʼ]я|піб)\s?:|меня зовут|зовуть мене)"
    r"[ \t]{0,3}[:\-–—]?[ \t]{0,3}(?:to |jest |is |це )?",
    re.IGNORECASE,
)
# Before an age two words with capitals are a name.
_PAIR = re.compile(rf"(?<![\w.-])({_CAPITAL})\s({_CAPITAL})(?!\w)")
# Patrons of schools and streets, titles of works; a university or a prize after the name.
_HONOURED = re.compile(
    r"(?:\bim\.|imienia|\b[śs]w\.|\bul\.|\bal\.|patron\w*|ulic\w+|pomnik\w*|kr[oó]l\w*|papie[żz]\w*|„|\")\s?$",
    re.IGNORECASE,
)
_AGED = re.compile(rf"({_CAPITAL}\s{_CAPITAL}),?\s(?:lat\s\d\d|\d\d\s(?:lat|l\.|years old|рок|yo)(?!\w))")
# After these a name may come: two words with capitals.
_MAY_NAME = re.compile(
    r"(?:(?<!\w)(?:jestem|ja|tu|tutaj|z tej strony|pozdrawiam|pozdrowienia|z powa[zż]aniem|z wyrazami szacunku"
    r"|podpisano|podpis|regards|sincerely|cheers|i['’]?m|i am|this is|it['’]?s|з повагою|я|це|з вами"
    r"|kandydat(?:ka)?|klient(?:ka)?|ucze[nń]|uczennica|uczni[aó]w?|uczennic[ayęi]|student(?:ka)?|syn(?:a"
    r"|owi|em)?|c[oó]rk[aięąi]|c[oó]rce|m[aą][zż](?:a|owi)?|[zż]on[aęy]|brat(?:a|u)?|siostr[ayęe]|koleg[aięi]"
    r"|kole[zż]ank[aięi]|mam[aęy]|tat[aęy]|ojciec|matk[aięi]|pan(?:a|u|i|ią|em)?|p\."
    r"|nauczyciel(?:ka)?|szef(?:a|owa)?|wychowawc[az]y?ni?|dla|nazywa si[eę]|na imi[eę]|podopieczn[aye]\w?"
    r"|wnuczk[aięi]|wnuk(?:a)?|moj[aąe]j?|m[oó]j|mojego|my son|my daughter|my (?:wife|husband|brother"
    r"|sister|friend|student|client)|mr\.?|mrs\.?|ms\.?|мій син|моя донька|моя дочка|пан|пані|син|донька"
    r"|named|called|на ім['’ʼ]я|кличуть|звуть|учень|учениця|клієнт(?:ка)?)|curriculum vitae"
    r"|[zż]yciorys|r[eé]sum[eé]|резюме|(?<!\w)cv)"
    r"(?:(?!\w)|(?<=\.))[ \t\n]{0,3}[,:\-–—]?[ \t\n]{0,3}",
    re.IGNORECASE,
)
_STOP = frozenset(
    [
        "i",
        "a",
        "oraz",
        "ale",
        "mam",
        "jestem",
        "chce",
        "chcialbym",
        "chcialabym",
        "szukam",
        "pytam",
        "ten",
        "ta",
        "to",
        "te",
        "w",
        "we",
        "z",
        "ze",
        "na",
        "do",
        "po",
        "od",
        "o",
        "u",
        "sie",
        "nie",
        "czy",
        "jak",
        "ktory",
        "ktora",
        "ktore",
        "moj",
        "moja",
        "lat",
        "uczen",
        "uczennica",
        "and",
        "i",
        "am",
        "im",
        "the",
        "a",
        "an",
        "from",
        "with",
        "but",
        "my",
        "looking",
        "want",
        "have",
        "years",
        "та",
        "і",
        "й",
        "але",
        "мені",
        "маю",
        "хочу",
        "шукаю",
        "я",
        "з",
        "у",
        "в",
        "zawod",
        "zawodzie",
        "kwalifikacja",
        "kwalifikacje",
        "egzamin",
        "dokument",
        "certyfikat",
        "kurs",
        "taki",
        "taka",
        "wpisac",
        "podac",
        "podawac",
        "musze",
        "trzeba",
        "lub",
        "albo",
        "wymagane",
        "jest",
        "bede",
        "od",
        "niedawna",
        "pracuje",
        "mieszkam",
        "ucze",
        "studiuje",
        "kod",
        "inaczej",
        "tak",
        "tam",
        "teraz",
        "zawsze",
        "bo",
        "gdy",
        "jesli",
        "jaki",
        "jaka",
        "jakie",
        "gdzie",
        "kiedy",
        "dlaczego",
        "sam",
        "sama",
        "sami",
        "siebie",
        "czasem",
        "zawsze",
        "dumnie",
        "czesto",
        "po",
        "prostu",
        "na",
        "swiadectwie",
        "na",
        "certyfikacie",
        "w",
        "dowodzie",
        "nazwisko",
        "imie",
        "and",
        "or",
        "is",
        "це",
        *(
            "on",
            "in",
            "at",
            "later",
            "back",
            "when",
            "if",
            "please",
            "tomorrow",
            "now",
            "today",
            "not",
            "again",
            "maybe",
        ),
        *("на", "до", "коли", "якщо", "так", "по", "не"),
    ]
)
_VERB_LIKE = re.compile(r"(?:am|em|ym|bym|ac|ic|yc|ujac|łem|łam|lem|lam)$")
# Capitalised words that follow "jestem" or "dla" and are no names.
_NO_NAMES = re.compile(
    r"^(?:Polsk|Polak|Polk|Ukrai|Warszaw|Krak|Łód|Lod|Wroc|Pozna|Gda|Technik|Doradc|Akadem|Uniwers"
    r"|Politech|Szko|Zesp|Centr|Instyt|Urz|Ministe|Okr|Komis|Fundac|Kwalif|Zinteg|Zawod|Rzecz|Krajow"
    r"|Powiat|Wojew|INF|Zete|Nauczy|Dyrek"
    r"|Chatbot|Excel|Microsoft|Google|Junior|Senior|Data|Project|Product|Software|Business|Level|National"
    r"|Polish|Ukrain|English|European|Bachelor|Master|Україн|Поль|Варшав|Крак|School|University|Bia[lł]"
    r"|Nowy|Zielon|Jeleni|Gorz|Bielsk|Doln|Górn|Śl[ąa]sk|Mazow|Małopol|Malopol|Wielkopol|Podla|Podkar|Pomor|Kuja|Warmi|Lubel|Lubus|Opol|Święto|Zachodniopo|Prawo|Adobe|Unity|Angular|Java|Python|Front|Back|Full"
    r"|Dzie[nń]|Bran[zż]|Wy[zż]sz|Państ|Polit|Akad|BHP|PRK|ZSK|ZRK|Android|Scrum|Agile|AutoCAD|Python"
    r"|OKE|CKE)"
)
_MONTH = (
    r"(?:stycz\w{0,4}|lut\w{0,4}|mar[zc]\w{0,3}|kwie[tc]\w{0,5}|maj\w?|czerw\w{0,4}|lip\w{0,4}|sierp\w{0,4}"
    r"|wrze[sś]\w{0,4}|pa[zź]dz\w{0,8}|listop\w{0,5}|grud\w{0,4}|[IVX]{1,4}"
    r"|jan\w{0,6}|feb\w{0,7}|march|apr\w{0,3}|may|june?|july?|aug\w{0,4}|sep\w{0,7}|oct\w{0,5}|nov\w{0,6}|dec\w{0,6}"
    r"|січ\w{0,3}|лют\w{0,4}|берез\w{0,3}|квіт\w{0,3}|трав\w{0,3}|черв\w{0,3}|лип\w{0,3}|серп\w{0,3}"
    r"|верес\w{0,3}|жовт\w{0,3}|листопад\w{0,2}|груд\w{0,3})"
)
# After a word of birth also a day without a year, and a date in words.
_BIRTHDAY = re.compile(
    rf"\d{{1,2}}\.?\s{_MONTH}(?!\w)|(?<![\w.])\d{{1,2}}\.[01]\d(?![\w.])|[^\W\d_]{{4,14}}(?:ego|szego)(?:\s[^\W\d_]{{4,12}}ego)?\s{_MONTH}"
    r"(?:\s(?:dwa|tysi[aą]c\w{0,2}|dziewi[eę][cć]set\w{0,4}|[^\W\d_]{4,16}ego)){0,5}",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}\s?[./-]\s?(?:\d{{1,2}}|[IVX]{{1,4}})\s?[./-]\s?(?:19|20)?\d\d|(?:19|20)\d\d\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|-?го)?\.?\s(?:of\s)?{_MONTH},?\s(?:19|20)\d\d|{_MONTH}\s\d{{1,2}}(?:st"
    rf"|nd|rd|th)?,?\s(?:19|20)\d\d|\d{{1,2}}\s\d{{1,2}}\s(?:19|20)\d\d)(?![\d])",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:urodzi[lł]\w{0,3}|urodzon\w|(?<!\w)ur\.|(?<!\w)ur\s|dat[aęy] urodzenia|data ur|urodzin\w{0,3}"
    r"|dzie[nń] urodzenia|born|birth\w{0,3}|(?<!\w)dob(?!\w)|народи\w{1,5}|народж\w{1,5}|день народження"
    r"|(?<!\w)д\.?\s?н\.)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield names and dates of birth; they may overlap, the caller keeps the first."""
    yield from _birth_dates(text)
    yield from _said_names(text)
    yield from _likely_names(text)


def _birth_dates(text: str) -> Iterator[Span]:
    for word in _BORN.finditer(text):
        until = min(len(text), word.end() + 45)
        match = _DATE.search(text, word.end(), until) or _BIRTHDAY.search(text, word.end(), until + 25)
        if match:
            yield Span(match.start(), match.end(), "DATA URODZENIA")
        before = max(0, word.start() - 20)
        earlier = _DATE.search(text, before, word.start())
        if earlier and not match:
            yield Span(earlier.start(), earlier.end(), "DATA URODZENIA")


def _said_names(text: str) -> Iterator[Span]:
    small = text.casefold()
    if not any(hint in small for hint in _HINTS):
        return
    for said in _SAYS_NAME.finditer(text):
        if full := _FULL.match(text, said.end()):
            if not _NO_NAMES.match(full[0]) and fold(full[0]).split()[0] not in _STOP:
                yield Span(full.start(), full.end(), "IMIĘ I NAZWISKO")
        elif uncased := _SMALL.match(text, said.end()):
            yield from _small_name(uncased)


def _small_name(match: re.Match[str]) -> Iterator[Span]:
    """Take one or two words in small letters, as far as they are no common words."""
    words = match[0].split()
    if (
        fold(words[0]) in _STOP
        or fold(words[0]).endswith("nie")
        or (len(words) > 1 and _VERB_LIKE.search(fold(words[0])))
    ):
        return
    length = len(words[0])
    if len(words) > 1 and fold(words[1]) not in _STOP and not _VERB_LIKE.search(fold(words[1])):
        length = len(match[0])
    yield Span(match.start(), match.start() + length, "IMIĘ I NAZWISKO")


def _likely_names(text: str) -> Iterator[Span]:
    for said in _MAY_NAME.finditer(text):
        name = _TWO.match(text, said.end())
        if name and may_be_name(name[0]):
            yield Span(name.start(), name.end(), "IMIĘ I NAZWISKO")
        elif (uncased := _SMALL.match(text, said.end())) and _starts_with_given_name(uncased[0]):
            yield from _small_name(uncased)
    yield from _by_given_name(text)
    for aged in _AGED.finditer(text):
        if may_be_name(aged[1]):
            yield Span(aged.start(1), aged.end(1), "IMIĘ I NAZWISKO")


def _starts_with_given_name(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return bool(rest) and first.islower() and fold(rest) not in _STOP and first.title() in _given_names()


def _by_given_name(text: str) -> Iterator[Span]:
    """A given name and another capitalised word, in either order, wherever they stand."""
    for pair in _PAIR.finditer(text):
        first, second = pair[1].title(), pair[2].title()
        known = first in _given_names() or (second in _given_names() and first not in _OPENERS)
        honoured = _HONOURED.search(text, max(0, pair.start() - 12), pair.start())
        if known and not honoured and may_be_name(pair[0].title()):
            yield Span(pair.start(), pair.end(), "IMIĘ I NAZWISKO")


@cache
def _given_names() -> frozenset[str]:
    lines = GIVEN_NAMES.read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def is_given_name(word: str) -> bool:
    """Tell whether ``word`` is a common given name, in its own or another case ("Oskara", "Tomkiem")."""
    name = word.title()
    if name in _given_names():
        return True
    endings = ("owi", "iem", "em", "a", "u", "ę", "ą", "y", "i", "и", "у", "а", "ом", "ові")
    stems = [name.removesuffix(ending) for ending in endings if name.endswith(ending)]
    stems += [f"{stem[:-1]}ek" for stem in stems if stem.endswith("k")]
    return word[0].isupper() and any(
        len(stem) > 2 and ({stem, f"{stem}a", f"{stem}а"} & _given_names()) for stem in stems
    )


def may_be_name(words: str) -> bool:
    """Tell whether capitalised ``words`` hold no place, school, trade or program."""
    return not words.isupper() and not any(_NO_NAMES.match(word) for word in words.split())
