"""One plain spelling of a message, for the checks only: what goes on to the model is never changed here.

Undone: styled Unicode letters, diacritics, look-alike letters of other scripts, leet digits inside words,
letters set apart ("z a b i j ę"), letters drawn out ("nieeee"). The result is words with single spaces
between them and one space at each end.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_STROKED = str.maketrans("øđħŧıßæœ", "odhtisao")
_STROKED_LETTER = re.compile("[øđħŧıßæœ]")
# Cyrillic and Greek letters a reader takes for Latin ones (after case folding and loss of diacritics).
_LOOKALIKES = str.maketrans(
    "асеорхуіјѕһԁԛԝѵӏкмтвнгбзпиαεοικνρτυχβ",
    "aceopxyijshdqwvlkmtbhgbznuaeoiknptyxb",
)
_ONLY_SHAPES = frozenset("асеорхуіјѕһԁԛԝѵӏαεοιρυχ")
_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_LEET = str.maketrans("013457@$!", "oieastasi")
_REGIONAL_A = 0x1F1E6
# Small capitals and regional indicators; the check is quick, undoing them is not.
_STYLED = re.compile("[\u0262-\u029f\u1d00-\u1d7f\ua700-\ua7ff\U0001f1e6-\U0001f1ff]")
_LATIN = re.compile(r"[a-z]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LETTER = re.compile(r"[^\W\d_]")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_ACCENT = re.compile(r"[\u0300-\u036f]+")
_FAR_MARK = re.compile(r"[\u0483-\u0489\u0591-\U0010ffff]")  # where marks other than accents may be
_TOKEN = re.compile(r"[^\W_]+(?:[@$!]+[^\W_]+)*|[\u2600-\u27bf\U0001f300-\U0001faff]")
_SET_APART = re.compile(r"(?<![^\W_])[^\W_](?:[ .\-_*/|,]{1,3}[^\W_](?![^\W_])){3,400}")
_APART_MARK = re.compile(r"[ .\-_*/|,]")


@dataclass(frozen=True, slots=True)
class Plain:
    """``text``: the words as said above; ``joined``: the runs that were letters set apart, without blanks."""

    text: str
    joined: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """The words of ``text`` in order."""
        return self.text.split()


@lru_cache(maxsize=256)
def plain(text: str) -> Plain:
    """Return the plain spelling of ``text``; linear in its length."""
    letters = _letters(text)
    joined: list[str] = []

    def join(match: re.Match[str]) -> str:
        words = _apart_words(match[0])
        joined.append("".join(words))
        return " ".join(words)

    letters = _SET_APART.sub(join, letters)
    mostly_latin = not _OTHER_SCRIPT.search(letters) or _is_mostly_latin(letters)
    spelled = _word if mostly_latin else _word_elsewhere
    words = map(spelled, _TOKEN.findall(letters))
    runs = tuple(map(spelled, joined))
    return Plain(f" {' '.join(words)} ", runs)


def _is_mostly_latin(letters: str) -> bool:
    return len(_LATIN.findall(letters)) * 2 > len(_LETTER.findall(letters))


def fold(text: str) -> str:
    """Return ``text`` in small letters without diacritics, every other character kept."""
    if text.isascii():
        return text.lower()
    decomposed = _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold()))
    if _FAR_MARK.search(decomposed):
        decomposed = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    decomposed = decomposed.replace("ł", "l")  # most often all that is left; a table costs ten times as much
    return decomposed.translate(_STROKED) if _STROKED_LETTER.search(decomposed) else decomposed


def _letters(text: str) -> str:
    visible = text if text.isprintable() else "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    folded = fold(visible)
    if _STYLED.search(folded):
        folded = "".join(map(_from_regional, folded.translate(_SMALL_CAPITALS)))
    return folded.replace("'", "").replace("’", "").replace("ʼ", "")


def _from_regional(mark: str) -> str:
    code = ord(mark) - _REGIONAL_A
    return chr(ord("a") + code) if 0 <= code < 26 else mark


def _apart_words(run: str) -> list[str]:
    """Join letters set apart; a gap wider than the others (two marks) parts two words."""
    words = [run[0]]
    for before, mark in pairwise(run):
        if _APART_MARK.match(mark):
            if _APART_MARK.match(before):
                words.append("")
        else:
            words[-1] += mark
    return [word for word in words if word]


@lru_cache(maxsize=16_384)
def _word(word: str) -> str:
    """Spell a word of a text that is mostly Latin: one of look-alikes alone is a disguise there."""
    if not word.isascii() and all(letter in _ONLY_SHAPES for letter in word):
        word = word.translate(_LOOKALIKES)
    return _word_elsewhere(word)


@lru_cache(maxsize=16_384)
def _word_elsewhere(word: str) -> str:
    if not word.isascii() and _OTHER_SCRIPT.search(word) and _LATIN.search(word):
        word = word.translate(_LOOKALIKES)
    if not word.isalpha():
        word = _without_leet(word)
    return _DRAWN_OUT.sub(r"\1", word)


def _without_leet(word: str) -> str:
    letters = sum(mark.isalpha() for mark in word)
    if letters < 2 or letters + 1 < len(word) - letters or not word[0].isalnum():
        return word
    # Codes ("inf03", "b2", "egz2024") end in their digits; a disguised word has letters after one.
    return word.translate(_LEET) if re.search(r"[\d@$!][^\W\d_]", word) or letters > 4 else word
