"""A choice taken of an open question with fixed answers."""

from collections.abc import Sequence

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.reference import ordinals
from retrieval.analysis import Word, analyse


def open_choice(words: Sequence[Word], memo: Memo) -> str:
    """The choice taken of an open question with fixed answers («z ludźmi», «the second»): the words to look for."""
    fixed = [option for option in memo.options if option.startswith("?")]
    if not fixed or len(words) > 6:
        return ""
    places = ordinals(words)
    if places and -len(fixed) <= places[0] < len(fixed):
        return fixed[places[0]].partition("|")[0][1:]
    said = [set(word.lemmas) for word in words if not word.stop]
    fits = [option for option in fixed if said and all(lemmas & _lemmas(option) for lemmas in said)]
    return fits[0].partition("|")[0][1:] if len(fits) == 1 else ""


def _lemmas(option: str) -> set[str]:
    return {lemma for word in analyse(option.partition("|")[2]).content for lemma in word.lemmas}
