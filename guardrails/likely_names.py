"""A person's name where it is likely: a cue before it and capital letters or a common given name."""

import re
from collections.abc import Iterator

from guardrails import name_pairs
from guardrails.glance import Cue, glance
from guardrails.name_pairs import AGE
from guardrails.name_words import (
    CAPITAL,
    INITIAL,
    UPPER,
    is_common,
    is_first_name,
    is_given_name,
    is_nominative,
    is_phrase,
    listed,
    may_be_name,
    may_be_surname,
    starts_no_name,
)
from guardrails.said_names import SMALL, small_name
from guardrails.spans import Span

_TWO = re.compile(
    rf"{CAPITAL}\s(?:(?:{CAPITAL}|{INITIAL})\s)?{CAPITAL}|{INITIAL}\s?{CAPITAL}(?!\w)|{CAPITAL}\s{INITIAL}(?!\w)"
)
_CAPITAL = re.compile(rf"(?<!\w){UPPER}[^\W\d_]{{2,20}}(?!\w)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ONE = rf"{UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}})?"
_ONE_AGED = re.compile(
    rf"(?<![\w.-])([^\W\d_]{{3,20}}),?[ \t]{AGE}|(?<![\w.-])([A-Z][a-z]{{2,15}}) here(?=[ \t]*[.,!\n]|$)"
)
# After these a name may come: two words with capitals, or a given name in small letters and another word.
_MAY_NAME = Cue(
    re.compile(
        r"(?:(?<!\w)(?:jestem|ja|tu|tutaj|z tej strony|pozdrawiam|pozdrowienia|z powa[zż]aniem|z wyrazami szacunku"
        r"|podpisano|podpis|підпис\w{0,2}|regards|sincerely|cheers|i['’]?m|i am|this is|it['’]?s|з повагою|я|це|з вами"
        r"|kandydat(?:ka)?|klient(?:ka)?|ucze[nń]|uczennica|uczni[aó]w?|uczennic[ayęi]|student(?:ka)?|syn(?:a"
        r"|owi|em)?|c[oó]rk[aięąi]|c[oó]rce|m[aą][zż](?:a|owi)?|[zż]on[aęy]|brat(?:a|u)?|siostr[ayęe]|koleg[aięi]"
        r"|kole[zż]ank[aięi]|mam[aęy]|tat[aęy]|ojciec|matk[aięi]|pan(?:a|u|i|ią|em)?|p\."
        r"|nauczyciel(?:ka)?|szef(?:a|owa)?|wychowawc[az]y?ni?|dla|nazywa si[eę]|na imi[eę]|podopieczn[aye]\w?"
        r"|wnuczk[aięi]|wnuk(?:a)?|ch[lł]opak(?:a)?|dziewczyn[ayę]|kuzyn(?:ka|a)?|w imieniu|ni[zż]ej podpisan[ya]"
        r"|podpisan[ya]|wnioskodawc[aęzy]{1,2}|wnioskodawczyni|uczestni(?:k|czka|czk[ięa])|(?:za|w)pis(?:a[cć]|z|zcie)"
        r"|przekaza[cć]|zg[lł]aszam|applicant|application|participant|moj[aąe]j?|m[oó]j|mojego|my son|my daughter"
        r"|my (?:wife|husband|brother|mother|father|mum|mom|dad"
        r"|sister|friend|student|client)|mr\.?|mrs\.?|ms\.?|мій син|моя донька|моя дочка|пан|пані|син|донька"
        r"|named|called|на ім['’ʼ]я|кличуть|звуть|учень|учениця|клієнт(?:ка)?)|curriculum vitae"
        r"|[zż]yciorys|r[eé]sum[eé]|резюме|(?<!\w)cv)"
        r"(?:(?!\w)|(?<=\.))[ \t\n]{0,3}[,:\-–—]?[ \t\n]{0,3}"
    ),
    in_small=True,
)
_KIN = re.compile(
    r"(?<!\w)(?:babci[aięąo]|dziad[ek]{1,2}\w{0,3}|wuj\w{1,4}|cioci[aięąo]|te[sś]ciow\w|te[sś][cć]\w{0,2}"
    r"|s[aą]siad\w{0,3}|lekark?\w{0,2}"
    r"|doradc\w{1,3}|doradczyn\w{1,2}|pracown\w{2,4}|bratow\w|szwagier\w{0,2}|psycholo\w{1,4}|kid|teacher"
    r"|бабус\w|дідус\w)[ \t]"
    rf"(?-i:({_ONE}[ \t]{_ONE}))(?!\w)",
    re.IGNORECASE,
)
# Behind these one word is a name when it is a given name.
_GIVEN = Cue(
    re.compile(
        r"(?<!\w)(?:jestem|ja|tu|tutaj|z tej strony|to ja|pisze|пише|i['’]?m|i am|this is|it['’]?s|я|це|мене"
        r"|syn(?:a|owi|em|ek|ka)?|c[oó]rk[aięiąo]|c[oó]rce|c[oó]reczk[aięiąo]|m[aą][zż](?:a|owi|em)?"
        r"|[zż]on[aęyąi]e?|brat(?:a|u|em)?"
        r"|siostr[ayęeąz]e?|koleg[aięąi]|kole[zż]ank[aięiąę]|przyjaciel(?:a|em)?|przyjaci[oó][lł]k[aięą]"
        r"|ch[lł]opak(?:a|iem)?"
        r"|dziewczyn[aęyą]|wnuk(?:a|iem)?|wnuczk[aięą]|kuzyn(?:a|k[aięą])?|ucze[nń]|uczennic[aęyą]"
        r"|klient(?:a|k[aięą])?"
        r"|na mnie|zw[aą] mnie|bli[zź]ni\w{1,4}|dzieci|na imi[eę] mi|imi[eę]|rozmawia[lł][ao]?m? z|by[lł][ao]?m u"
        r"|podopieczn[aye]\w?|mam[aęąyo]|mamusi[aię]|tat[aęąyo]|babci[aięo]|dziadek|dziadk\w{1,2}|cioci[aięo]"
        r"|wuj(?:ek|ka|kiem)?|s[aą]siad(?:ka|k[ięą]|a|em)?|synowie|synów|dzieci|chrze[sś]nia\w{1,3}|bratani\w{1,4}"
        r"|siostrze[nń]\w{1,4}|pasierb\w{0,4}|kumpel\w?|kumpla|ziom\w{0,3}|szwagier\w{0,2}|bratow\w|mother|father"
        r"|mum|mom|dad"
        r"|мам[аиу]|тат[оау]|(?:my|his|her|our) (?:son|daughter|wife|husband|brother|sister|friend|boyfriend"
        r"|girlfriend|student|client|kid)"
        r"|син(?:а|ові|ом)?|доньк[аиуі]|дочк[аиуі]|чолові[кч]\w{0,2}|дружин[аиуі]|брат(?:а|ові)?|сестр[аиуі]"
        r"|подруг[аиуі]|учень|учениц[яі])"
        r"(?:[ \t]{1,3}|(?=[:,]))[-–—:,]?[ \t]{0,2}([^\W\d_]{3,20})(?!\w)(?!-)"
    ),
    in_small=True,
)
_AND_ONE = re.compile(rf"(?:,|,?[ \t](?:i|oraz|and|та|і))[ \t]({_ONE})(?!\w)")
# Behind these one capitalised word is a name, whichever.
_TITLE = Cue(
    re.compile(
        rf"(?<!\w)(?:[Pp]an(?:a|u|em|i|ią|ie)?|[Pp]\.|[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|[Пп]ан(?:а|і|ом"
        rf"|у)?)[ \t]({_ONE})(?!\w)"
    ),
    hints=("pan", "p.", "mr", "ms", "miss", "пан"),
)
_LABELLED = Cue(
    re.compile(
        r"(?<!\w)(?:[Nn]azwisko|NAZWISKO|[Ii]mi[eę](?: (?:ojca|matki|dziecka|syna|c[oó]rki))?|IMI[EĘ]"
        r"|z domu|[Ss]urname)"
        rf"[ \t]?[:–-]?[ \t]({_ONE})(?!\w)"
    ),
    hints=("nazwisko", "imi", "surname", "z domu"),
)
_SIGNED = Cue(
    re.compile(
        r"(?:(?:pozdrawiam|pozdro|pozdrowienia|podpisano|dzi[eę]kuj[eę]|dzi[eę]ki|z powa[zż]aniem|z wyrazami szacunku"
        r"|regards|sincerely|best"
        r"|cheers|thanks|thx|yours|з повагою|дякую)(?:\s(?:serdecznie|ciep[lł]o|gor[aą]co|truly"
        r"|faithfully))?)[,.!]?\s{1,3}"
        rf"(?-i:({_ONE}))[.!]?\s{{0,3}}$",
        re.IGNORECASE,
    ),
    hints=(
        *(
            "pozdr",
            "podpis",
            "dzi",
            "z powa",
            "szacun",
            "regards",
            "sincer",
            "best",
            "cheers",
            "thanks",
            "thx",
            "yours",
        ),
        *("повагою", "дякую"),
    ),
)
_SIGNED_BELOW = Cue(re.compile(rf"[,.!?]\n{{1,3}}({_ONE})\s{{0,3}}$"), hints=("\n",))


def find(text: str) -> Iterator[Span]:
    """Yield likely names; they may overlap, the caller keeps the first."""
    two = bool(_TWO.search(text))
    given = any(map(is_given_name, map(str.title, glance(text).words))) or any(
        map(is_first_name, _CAPITAL.findall(text))
    )
    if two or given:
        yield from _behind_cues(text)
    yield from name_pairs.find(text)
    yield from _labelled(text)
    if given:
        yield from _single_given(text)
    for pattern in (_TITLE, _KIN, _SIGNED, _SIGNED_BELOW) if two else (_TITLE, _SIGNED, _SIGNED_BELOW):
        for match in pattern.finditer(text):
            if may_be_surname(match[1]) and not (" " in match[1] and is_phrase(match[1].split())):
                yield _name(match.start(1), match.end(1))


def _labelled(text: str) -> Iterator[Span]:
    for match in _LABELLED.finditer(text):
        if may_be_surname(match[1].title()) and not starts_no_name(match[1].title()):
            yield _name(match.start(1), match.end(1))


def _behind_cues(text: str) -> Iterator[Span]:
    for said in _MAY_NAME.finditer(text):
        name = _TWO.match(text, said.end())
        if name and may_be_name(name[0]) and not is_phrase(_WORD.findall(name[0])):
            yield _name(name.start(), name.end())
        elif (uncased := SMALL.match(text, said.end())) and _starts_with_given_name(uncased[0]):
            yield from small_name(uncased)


def _starts_with_given_name(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return (
        bool(rest)
        and first.islower()
        and first not in listed("homonyms")
        and not is_common(rest)
        and is_nominative(first)
    )


def _single_given(text: str) -> Iterator[Span]:
    """One given name behind a word of kin or the like, or before an age."""
    for match in _GIVEN.finditer(text):
        if is_given_name(word := text[match.start(1) : match.end(1)]) or (word[0].isupper() and is_first_name(word)):
            yield _name(match.start(1), match.end(1))
            end = match.end(1)
            while (other := _AND_ONE.match(text, end)) and is_first_name(other[1]):
                yield _name(other.start(1), other.end(1))
                end = other.end(1)
    for match in _ONE_AGED.finditer(text):
        group = 1 if match[1] else 2
        if match[group][0].isupper() and is_given_name(match[group]):
            yield _name(match.start(group), match.end(group))


def _name(start: int, end: int) -> Span:
    return Span(start, end, "IMIĘ I NAZWISKO")
