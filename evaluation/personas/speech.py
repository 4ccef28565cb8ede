"""How a persona's line sounds; the same line always sounds the same."""

from evaluation.personas.sets import Mood, Persona, Spelling
from retrieval.analysis import fold

_POLITE = {"pl": ("Dzień dobry! ", " Dziękuję."), "en": ("Hello! ", " Thank you."), "uk": ("Добрий день! ", " Дякую.")}
_ANNOYED = {"pl": ("", " Ile można czekać?!"), "en": ("", " This takes ages!"), "uk": ("", " Скільки можна чекати?!")}


def spoken(persona: Persona, line: str, number: int) -> str:
    """Return ``line`` as the persona writes it; the first message is greeted, later ones show the mood."""
    return _spelt(_moody(persona, line, number), persona.spelling)


def _moody(persona: Persona, line: str, number: int) -> str:
    if persona.mood is Mood.POLITE:
        before, after = _POLITE.get(persona.language, ("", ""))
        return f"{before if number == 1 else ''}{line}{after if number == 1 else ''}"
    if persona.mood is Mood.ANNOYED and number > 1:
        return f"{line}{_ANNOYED.get(persona.language, ('', ''))[1]}"
    return line


def _spelt(line: str, spelling: Spelling) -> str:
    if spelling is Spelling.PLAIN:
        return fold(line)
    if spelling is Spelling.LOWER:
        return line.lower().rstrip(".!?")
    return _with_typo(line) if spelling is Spelling.TYPO else line


def _with_typo(line: str) -> str:
    """Swap two letters in the middle of the longest word."""
    words = line.split(" ")
    place = max(range(len(words)), key=lambda at: (len(words[at]), -at))
    word, middle = words[place], len(words[place]) // 2
    if len(word) > 5:
        words[place] = f"{word[: middle - 1]}{word[middle]}{word[middle - 1]}{word[middle + 1 :]}"
    return " ".join(words)
