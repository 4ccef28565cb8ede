"""What one wants, set against what others do: «wszystkie koleżanki idą na fryzjerkę, a ja wolę coś technicznego»."""

import re

_OTHERS = (
    r"wszys\w+|ka[żz]d[ya]|inn[ie]|kole[gż]\w+|kolezan\w+|kumpl\w*|kumpel\w*|znajom\w+|przyjaci\w+|klasa|ca[łl]a\s+klasa|rodzic\w*|"
    r"mam[aye]|tat[aoy]|ojciec|siostr\w+|brat|bracia|ch[łl]opak\w*|dziewczyn\w*|"
    r"every(?:one|body)|(?:all\s+)?(?:of\s+)?(?:my\s+)?(?:friends?|classmates?|mates|parents?|mum|mom|dad|sister|brother)|(?:the\s+)?others|"
    r"(?:the\s+)?(?:girls|boys)|"
    r"всі|усі|кожен|інші|подруг\w*|друзі|друг|однокласни\w+|батьки|мама|тато|сестра|брат|хлопці|дівчата"
)
_WISHES = (
    r"wol\w+|chc\w+|chcia\w+|lubi\w+|marz\w+|interes\w+|kr[ęe]c\w+|"
    r"want|prefer|would|['’]d|like|love|am\s+(?:more\s+)?interested|"
    r"хоч\w+|хотів|хотіла|вол\w+|любл\w+|подоба\w+|цікав\w+|мрі\w+"
)
_BUT_I = re.compile(
    rf"^[^.?!;]*?\b(?:{_OTHERS})\b[^.?!;]*?[\s,–—-]+(?:a|ale|za[śs]|natomiast|but|while|and|а|але|та)\s+"
    rf"(?P<own>(?:ja|mnie|i|me|я|мене|мені)\b(?:\s+\w+){{0,2}}?\s*(?:{_WISHES})\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_OTHER = re.compile(
    r"^\W*\w+(?:\s+\w+)?\s+(?:te[żz]|tak\s+samo|r[óo]wnie[żz]|nie|too|also|not|don['’]?t|теж|також|не)\b"
    r"|\b(?:te[żz]|tak\s+samo|too|as\s+well|теж|також)\W*$",
    re.IGNORECASE,
)
"""The same is wanted as the others do, or it is only said what is not."""


def own_wish(text: str) -> str:
    """Return ``text`` without what others do, where what one wants oneself is set against it."""
    found = _BUT_I.match(text)
    return text if found is None or _NO_OTHER.search(found["own"]) else found["own"]
