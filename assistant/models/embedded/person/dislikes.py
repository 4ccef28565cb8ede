"""What a wish keeps away from: «nie lubię gotować», «I hate computers», «nie chcę już być kucharzem» name no wish."""

import re

from assistant.models.embedded.person.lead_in import without_polish_no

_LEADS = (
    r"nie\s+(?:lubi\w+|cierpi\w+|znos\w+|chc\w+|interesuj\w+|przepad\w+|kręc\w+|kreci|podoba\w*)|nienawidz\w+|brzydz\w+\s+się|"
    r"nie\s+dla\s+mnie|boję\s+się|boje\s+sie|mam\s+(?:już\s+|juz\s+|wszystkiego\s+)?(?:dość|dosc|lęk|lek|alergię|alergie)|"
    r"byle\s+nie|wszystko\s+byle\s+nie|unika\w+|omija\w+|"
    r"hates?|dislikes?|(?:do\s?n[o'’]?t|does\s?n[o'’]?t|don['’]?t|doesn['’]?t|can['’]?t|cannot)\s+(?:like|stand|want|enjoy|bear)|"
    r"afraid\s+of|scared\s+of|sick\s+of|tired\s+of|fed\s+up\s+with|"
    r"не\s+(?:люб\w+|хоч\w+|терп\w+|цікав\w+|подоба\w+)|ненавид\w+|ненавидж\w+|бою\w*|боїт\w+|набрид\w+|втомил\w+\s+від|уник\w+"
)
_LEADS_FIRST = re.compile(rf"^(?:{_LEADS})\b", re.IGNORECASE)
_LEFT = (
    r"nie\s+chc\w+\s+(?:(?:ju[żz]|wi[ęe]cej|d[łl]u[żz]ej)\s+)?(?:by[ćc]|zosta[ćc]|pracowa[ćc]|robi[ćc]\s+jako)|"
    r"mam\s+(?:ju[żz]\s+)?do[śs][ćc]\s+(?:bycia|pracy|roboty|zawodu)|rzuca?m\s+(?:prac[ęe]|zaw[óo]d|robot[ęe])|"
    r"(?:i\s+)?(?:do\s?n[o'’]?t|don['’]?t|no\s+longer)\s+want\s+to\s+(?:be|become|work|stay|remain)|"
    r"(?:i(?:\s+a|['’])m\s+)?(?:sick|tired)\s+of\s+(?:being|working)|"
    r"(?:я\s+)?(?:більше\s+)?не\s+хоч\w+\s+(?:(?:більше|вже|далі)\s+)?(?:бути|стати|ставати|працювати)|"
    r"набридло\s+(?:бути|працювати)"
)
# The Polish «a» is an article in English: a verb of wishing tells it apart.
_TO_ITS_END = (
    r"\b[^.,;:!?\n]*?(?=[.,;:!?\n]|\s(?:ale|lecz|a(?=\s+(?:chc|lubi|wol|uwielbi|kocha|interes))|za\s+to|to\s+(?:mo[żz]e|raczej|lepiej|wol\w+|ju[żz])|tylko|but|though|yet|"
    r"(?:i|and|so|і|й|та)(?=\s+(?:chc|wol|i\s+want|i\s+would|i['’]d|i\s+like|хоч|хотів|хотіл))|але|зате|проте|а)\s|$)"
)
_KEPT_AWAY = re.compile(rf"\b(?:{_LEADS}){_TO_ITS_END}", re.IGNORECASE)
_NO_LONGER = re.compile(rf"\b(?:{_LEFT}){_TO_ITS_END}", re.IGNORECASE)
_JOINS = re.compile(
    r"^(?:[\s.,;:!?–—-]|\b(?:ale|lecz|a|i(?=\s+(?:chc|wol))|za\s+to|tylko|but|and|so|але|зате|а|і|й|та)\b(?!['’]))+",
    re.IGNORECASE,
)


_REJECTS = re.compile(
    r"^\W*(?:(?:no|to|a|i|ok|and|але|ale|but|tylko|only|byle|just)\W+)*"
    r"(?:nie|żadn\w+|zadn\w+|not|no|не|жодн\w+)\s+(?=\w)",
    re.IGNORECASE,
)
_REASON = re.compile(r"\s(?:bo|ponieważ|because|бо)\s", re.IGNORECASE)
_LONGEST = 8


def rejected_in(text: str) -> str:
    """Return what a short message that says nothing else keeps away from: «ale nie weterynarz», «nie chcę koni»."""
    text = without_polish_no(text)
    if len(text.split()) > _LONGEST:
        return ""
    if (found := _KEPT_AWAY.search(text)) and not re.search(r"\w{4}", without_dislikes(text)):
        said = re.sub(_LEADS_FIRST, "", found[0])
    else:
        lead = _REJECTS.match(text)
        said = text[lead.end() :] if lead else ""
    return _REASON.split(said)[0].strip(" .,;!")


def without_dislikes(text: str) -> str:
    """Return ``text`` with what one keeps away from blanked out, of the same length."""
    return _KEPT_AWAY.sub(lambda found: " " * len(found[0]), text)


def without_left(text: str) -> str:
    """Return ``text`` without the work one leaves or does not want («nie chcę już być kucharzem, …»)."""
    if not _NO_LONGER.search(text):
        return text
    return _JOINS.sub("", " ".join(_NO_LONGER.sub(" ", text).split()))
