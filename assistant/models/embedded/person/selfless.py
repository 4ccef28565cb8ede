"""A message without what it tells of the person: «Noszę kolczyki, chcę …», «moja siostra, wdowa, szuka …».

Whoever has a wish is helped to the same records, whatever they say they are. A learnt model finds the words
(``learnt.personal``); known attributes and the gender of verbs go after it (``guardrails.output.protected``),
then clauses about oneself and words for kin that are left. A question about a rule keeps its words, because there
the attribute is what is asked.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.models.embedded.asked.parts import head_and_rest
from assistant.models.embedded.learnt import wants_of
from assistant.models.embedded.learnt.naming import SURE as SURE_NAME
from assistant.models.embedded.learnt.naming import chances
from assistant.models.embedded.learnt.personal import told_of_person
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.person.told import constraints_in
from assistant.models.embedded.reading.subject import codes_in
from assistant.models.embedded.words.intents import Intent
from guardrails.output.protected import asks_a_rule, fair
from guardrails.weighing import of_field
from retrieval.analysis import analyse

SURE = 0.3
"""From this probability on a word by itself counts as told of the person; set on the development sets."""
SURELY = 0.68
"""So likely must it be by both models that a rule is asked for."""
LIKELY = 0.5
"""So likely must it be that nobody knows yet what is wished."""
FEWEST_WORDS_LEFT = 3
_TOLD = re.compile(
    r"(?:^|(?<=[.!?,;]\s))(?:jestem|noszę|nosze|mam|mieszkam|pochodzę|pochodze|wychowuję|wychowuje|wychowałam|wychowałem|"
    r"i am|i['’]m|i wear|i use|i have|i live|i come|i grew|я|ношу|маю|мені|живу|мешкаю|походжу)\s[^,.;:!?]{2,70}?"
    r"(?:[,.;!]\s+|\s+(?:and|i|a|і|й|та)\s+(?=(?:chc|lubi|szuk|interes|myśl|i\s|i['’]|хоч|люб|шука)))",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:(?:dla|for|для)\s+)?(?:(?:moj\w+|mój|my|моя|мій|моєму|моїй)\s+)?(?:siostrze[nń]\w*|kuzyn\w*|bratan\w*|wnu[kc]\w*|chrześnia\w*|chrzesnia\w*|\w{4,12}lat(?:ka|ki|kę|ke|ek|kiem|ku)|"
    r"nephews?|nieces?|cousins?|grandsons?|granddaughters?|племінни\w*|онук\w*|внук\w*|кузин\w*)\b",
    re.IGNORECASE,
)
"""Whom a wish is for: kin, and people named by their age («trzydziestolatka»)."""
_OF_FAITH = re.compile(r"\bwyznania\s+\w{5,}(?:iego|ego)\b", re.IGNORECASE)
_SIGNED_OFF = re.compile(
    r"(?<=[.!?,;])\s*(?:pozdro|pozdrawiam\w*|pozdrowienia|greetings|cheers|вітаю|вітання)\s+(?:z|ze|from|з|із)\s+[^.!?,;]{2,30}[.!]*\s*$",
    re.IGNORECASE,
)
"""From where a message is signed off: nobody wishes anything there."""
_WORKED_FOR = re.compile(
    r"(?:for|dla|для)\s(?:\w+\s){0,2}(?:groups?|crowds?|guests?|people|parties|grup|gości|ludzi|tłumów|imprez|груп|гостей|людей)",
    re.IGNORECASE,
)
"""Not who wishes but whom the work is for: «cooking for big groups»."""
_ABOUT_ONESELF = frozenset(
    {Intent.UNDECIDED, Intent.NOTE, Intent.CORRECT, Intent.PROFILE, Intent.KEEP, Intent.FORGET_PROFILE}
)
_WISHES = frozenset(
    {Intent.BECOME, Intent.FIND, Intent.PATHWAY, Intent.RECOMMEND, Intent.SCHOOL_CHOICE, Intent.UNDECIDED}
)
_STATE = frozenset({"adult", "disability"})
"""What may be told of a person without bounding the ways to a goal."""
_JOINS = re.compile(r"^(?:[\s,;:.–—-]|\b(?:i|a|oraz|więc|and|so|і|й|та|тож)\b(?!['’]))+")
_I = re.compile(r"i\b", re.IGNORECASE)
_WITHOUT_I = re.compile(r"^(?=(?:love|like|enjoy|want|prefer|adore)\s)", re.IGNORECASE)
"""«I'm 60 and love cooking» loses its «I» with the age."""
_AND = re.compile(r"and (?!i\b|my\b|who\b|with\b)", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]{2,80}\)")
_NUMBER = re.compile(r"\d{5}|[A-Z]{3}\.\d\d")
"""A code in brackets tells which record is meant, nothing of the person."""
_CLAUSE = re.compile(r"[^.!?;:,–—]+[.!?;:,–—]*\s*")
_REFUSES = frozenset({"nie", "bez", "ani", "not", "no", "without", "don", "dont", "не", "без", "ні", "ані"})
LIKELY_NAME = 0.15
"""From this chance on a word of a clause may name what is wished, and the clause stays."""
_ENDS = frozenset(".!?")
_OPENS = " ,;:–—-("


@lru_cache(maxsize=512)
def selfless(text: str) -> str:
    """Return ``text`` without what it tells of whoever asks or whom they ask for.

    What asks for a rule, is undecided, is for the profile, gives a code, or leans on what was said before or on what is
    taken and names nothing loses known attributes only.
    """
    bare = _without_brackets(text)
    text = text if asks_a_rule(bare) else bare
    known = _without_known(text)
    codes = codes_in(text, analyse(text, max_words=400))
    if codes or asks_a_rule(text) or _asks_otherwise(known):
        return known
    spans = [span for span in told_of_person(text, SURE) if not _WORKED_FOR.fullmatch(text[slice(*span)].strip())]
    left = _without_known(without(text, spans))
    left = _without_lead_in(left)
    few = len(left.split()) < FEWEST_WORDS_LEFT
    return known if few or ((leans(text) or leans(left)) and not _names(left)) else left


def _without_brackets(text: str) -> str:
    """Leave out what is told of the person in brackets: a wish stands in none («w aptece (wdowa): co skończyć?»)."""
    told = told_of_person(text, SURE)
    spans = [
        found.span()
        for found in _BRACKET.finditer(text)
        if not _NUMBER.search(found[0])
        and any(start <= found.start() + 1 and found.end() - 1 <= end for start, end in told)
    ]
    return " ".join(without(text, spans).split()) if spans else text


def _without_lead_in(text: str) -> str:
    """Leave out what stands before the first clause that names, asks, refuses or bounds something: a story.

    «Wreszcie biorę się za siebie, lubię układać płytki», «Tort zjedzony, więc robię sobie prezent: nauka szycia».
    """
    parts = _CLAUSE.findall(text)
    first = next((place for place, part in enumerate(parts) if _matters(part)), 0)
    left = "".join(parts[first:]).strip()
    return left if first and _names(left) else text


def _matters(part: str) -> bool:
    words = analyse(part, max_words=100).words
    said = {word.folded for word in words}
    return (
        "?" in part
        or _asks_a_fact(part)
        or of_field(part)
        or bool(said & _REFUSES)
        or any(word.isdecimal() for word in said)
        or any(chance >= LIKELY_NAME for chance in chances(words))
        or bool(constraints_in(part).keys() - {"adult"})
        or bool(liked(part))
    )


def _asks_a_fact(part: str) -> bool:
    """«Co jest trudniejsze, …», «co trzeba zrobić, żeby …»; not «co polecicie, …», which only wishes."""
    asked = sum(chance for want, chance in wants_of(part) if want not in _WISHES - {Intent.BECOME})
    return bool(head_and_rest(part)[0]) and asked >= LIKELY


def _asks_otherwise(text: str) -> bool:
    """Tell whether rules answer, nothing is wished yet or the profile is spoken of: then it may be about who asks."""
    want, chance = wants_of(text)[0]
    if want in _ABOUT_ONESELF:
        return chance >= LIKELY
    return want == Intent.SYSTEM and min(chance, asks_of_rules(text)) >= SURELY


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return ``text`` without its parts at ``spans`` (from, to; in order) and without what joined them to the rest."""
    for start, end in reversed(spans):
        text = _joined(text[:start].rstrip(), text[start:end], text[end:].lstrip())
    return text


def _joined(head: str, taken: str, tail: str) -> str:
    """Join what stood before and after something that was taken out, without the marks and words that joined it."""
    if not head or head[-1] in _ENDS:
        tail = f"I {tail[4:]}" if _I.match(taken) and _AND.match(tail) else _JOINS.sub("", tail)
    elif not tail or not tail[0].isalnum():
        head = head.rstrip(_OPENS)
        tail = tail.removeprefix(")")
    return f"{head} {tail}".strip() if tail[:1].isalnum() else f"{head}{tail}"


def _without_known(text: str) -> str:
    text = " ".join(_OF_FAITH.sub(" ", _PERSON.sub(" ", fair(_SIGNED_OFF.sub("", text)))).split())
    left = _TOLD.sub(lambda found: found[0] if _counts(found[0]) else "", text)
    return _WITHOUT_I.sub("I ", left if len(left.split()) >= FEWEST_WORDS_LEFT else text)


def _counts(clause: str) -> bool:
    return bool(constraints_in(clause).keys() - _STATE) or _names(clause)


def _names(text: str) -> bool:
    return any(chance >= SURE_NAME for chance in chances(analyse(text, max_words=100).words))
