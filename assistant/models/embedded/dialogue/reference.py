"""Which of the records on the table a question points to: by its place in the list, or by words of its name."""

from collections.abc import Collection, Sequence

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.overlap import overlap
from retrieval.analysis import Word

MOST_WORDS = 9
# How much of its name must be said where nothing else shows that the list is meant.
ENOUGH_OF_NAME = 0.66
# «And the specialist?» after a list.
SHORT = 4


def pointed_at(words: Sequence[Word], used: Collection[int], memo: Memo) -> tuple[str, ...]:
    """Return the ids of the records the words point to, in the order of the words; none when they do not.

    Words of a name count before a place: «the first one, leading the training».
    """
    if len(words) > MOST_WORDS or not (memo.names or memo.listed):
        return ()
    if by_name := named_by(words, used, memo):
        return (by_name,)
    return placed(words, memo)


def named_by(words: Sequence[Word], used: Collection[int], memo: Memo) -> str:
    """The one record on the table whose name holds all the words said of a thing."""
    said = _said(words, used)
    if not said:
        return ""
    fits = [entry for entry in memo.names if all(any(_in(word, name) for name in _names(entry)) for word in said)]
    points = any(
        set(word.lemmas) & lexicon.words("pointing") or word.folded in lexicon.words("pointing") for word in words
    )
    follows = bool(words) and words[0].folded in lexicon.words("and_what") and len(words) <= SHORT
    if follows and not points:
        fits = [entry for entry in fits if entry.partition("|")[0] in memo.listed] or fits
    elif not points:
        text = " ".join(word.surface for word in said)
        fits = [entry for entry in fits if _share(text, entry) >= ENOUGH_OF_NAME]
    if len(fits) > 1:
        fits = _fullest(fits, " ".join(word.surface for word in said))
    if len(fits) > 1:
        fits = _nearest(fits, memo)
    return fits[0].partition("|")[0] if len(fits) == 1 else ""


def placed(words: Sequence[Word], memo: Memo) -> tuple[str, ...]:
    """The records at the places named («the second one», «pierwszą i trzecią»); «the last» of no list is «it»."""
    places = ordinals(words)
    if not places:
        return ()
    pair = memo.in_turn
    if pair and max(places) < len(pair) and (len(memo.listed) < 2 or _goes_back(words)):
        return tuple(pair[place] for place in places)
    if len(memo.listed) < 2:
        return (memo.it,) if places == (-1,) and memo.it else ()
    return tuple(memo.listed[place] for place in places if -len(memo.listed) <= place < len(memo.listed))


def _goes_back(words: Sequence[Word]) -> bool:
    """«Wróć do pierwszego»: of the things spoken of one by one, not of a list of parts of the last."""
    return any(not lexicon.words("going_back").isdisjoint((word.folded, *word.lemmas)) for word in words)


def ordinals(words: Sequence[Word]) -> tuple[int, ...]:
    """Return the places named, from 0 (-1 is the last); a grade, a form or a level is none."""
    known, beside = lexicon.ordinals(), lexicon.words("not_in_list")
    found = []
    for i, word in enumerate(words):
        near = {lemma for other in (*words[max(0, i - 1) : i], *words[i + 1 : i + 2]) for lemma in other.lemmas}
        said = () if _counts(word) and len(words) > 1 else (*word.lemmas, word.folded)
        place = next((known[lemma] for lemma in said if lemma in known), None)
        if place is not None and near.isdisjoint(beside):
            found.append(place)
    return tuple(dict.fromkeys(found))


def _counts(word: Word) -> bool:
    """Tell whether a word says how many («trzech») rather than which («trzeci»)."""
    return word.folded.startswith(lexicon.in_order("cardinal")) and not word.folded.isdigit()


def _said(words: Sequence[Word], used: Collection[int]) -> list[Word]:
    idle = lexicon.words("generic") | lexicon.words("around") | lexicon.words("noise") | lexicon.words("pointing")
    idle |= frozenset(lexicon.ordinals())
    asking = {lemma for i in used for lemma in words[i].lemmas}
    return [word for word in words if not word.stop and {*word.lemmas, word.folded}.isdisjoint(idle | asking)]


def _names(entry: str) -> tuple[str, ...]:
    return tuple(entry.split("|")[1:])


def _in(word: Word, name: str) -> bool:
    return overlap(word.surface, name).there > 0


def _share(said: str, entry: str) -> float:
    """The share of a name's words that were said, of the name that fits best."""
    compared = (overlap(said, name) for name in _names(entry))
    return max((one.back / one.second for one in compared if one.second), default=0.0)


def _fullest(entries: Sequence[str], said: str) -> list[str]:
    best = max(_share(said, entry) for entry in entries)
    return [entry for entry in entries if _share(said, entry) == best]


def _nearest(entries: Sequence[str], memo: Memo) -> list[str]:
    """Of several that the words fit alike, those most like what was spoken of: of one family with it."""
    family = memo.name_of(memo.it)
    shared = [max(overlap(family, name).there for name in _names(entry)) if family else 0 for entry in entries]
    return [entry for entry, share in zip(entries, shared, strict=True) if share == max(shared)]
