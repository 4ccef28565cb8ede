"""What a wish keeps away from: «nie lubię gotować», «I hate computers» names no wish."""

import re

_LEADS = (
    r"nie\s+(?:lubi\w+|cierpi\w+|znos\w+|chc\w+|interesuj\w+|przepad\w+|kręc\w+|kreci|podoba\w*)|nienawidz\w+|brzydz\w+\s+się|"
    r"nie\s+dla\s+mnie|boję\s+się|boje\s+sie|mam\s+(?:już\s+|juz\s+|wszystkiego\s+)?(?:dość|dosc|lęk|lek|alergię|alergie)|"
    r"byle\s+nie|wszystko\s+byle\s+nie|unika\w+|omija\w+|"
    r"hates?|dislikes?|(?:do\s?n[o'’]?t|does\s?n[o'’]?t|don['’]?t|doesn['’]?t|can['’]?t|cannot)\s+(?:like|stand|want|enjoy|bear)|"
    r"afraid\s+of|scared\s+of|sick\s+of|tired\s+of|fed\s+up\s+with|"
    r"не\s+(?:люб\w+|хоч\w+|терп\w+|цікав\w+|подоба\w+)|ненавид\w+|ненавидж\w+|бою\w*|боїт\w+|набрид\w+|втомил\w+\s+від|уник\w+"
)
_KEPT_AWAY = re.compile(
    rf"\b(?:{_LEADS})\b[^.,;:!?\n]*?"
    r"(?=[.,;:!?\n]|\s(?:ale|lecz|a|za\s+to|tylko|but|though|yet|але|зате|проте|а)\s|$)",
    re.IGNORECASE,
)


def without_dislikes(text: str) -> str:
    """Return ``text`` with what one keeps away from blanked out, of the same length."""
    return _KEPT_AWAY.sub(lambda found: " " * len(found[0]), text)
