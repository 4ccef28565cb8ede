"""What a field of a record says: its set words translated, words that are in Polish only shown as a quotation."""

from prompts import Prompts
from register.vocabulary import Language


def told(text: str, prompts: Prompts, language: Language) -> str:
    """Return ``text`` of a field for a sentence in ``language``.

    Set words of the fields (``label.value`` of the phrase books) are translated; others stand as they are in Polish,
    and in another language as a quotation that is said to be in Polish. A text without letters stands as it is.
    """
    if known := set_words(text, prompts, language):
        return known
    if language is Language.PL or not any(map(str.isalpha, text)):
        return text
    return prompts.phrase("label.in_polish", language, text=text.rstrip(". "))


def set_words(text: str, prompts: Prompts, language: Language) -> str:
    """Return ``text`` in ``language`` if it is among the set words of the fields, with a capital or without."""
    for spelling in (text, text[:1].lower() + text[1:]):
        if prompts.has_phrase(key := f"label.value.{spelling}", language):
            return prompts.phrase(key, language)
    return ""
