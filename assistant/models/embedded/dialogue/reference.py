"""Which of the records on the table a question points to: by its place in the list, or by words of its name."""

from collections.abc import Collection, Sequence

from assistant.models.embedded.dialogue.memo import Memo, is_rule
from assistant.models.embedded.dialogue.pointing import answers_which, follows_on, said_of_one
from assistant.models.embedded.learnt.naming import names_of_records
from assistant.models.embedded.person.change import is_somebody
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.overlap import overlap, same_stem
from retrieval.analysis import Word, analyse

MOST_WORDS = 9
# How much of its name must be said where nothing else shows that the list is meant.
ENOUGH_OF_NAME = 0.66
# «And the specialist?» after a list.
SHORT = 4
WHOLE = 2
"""What a whole word of a name counts beside half of one."""


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
    """The one record on the table whose name holds all the words said of a thing, or most of those that mark one."""
    if by_all := _by_all(words, used, memo):
        return by_all
    said = said_of_one(words, which=answers_which(words, memo))
    alone = [word for word in said if not any(_likeness(word, entry) for entry in memo.names)]
    named = {word.surface for place, word in enumerate(words) if place not in used}
    another = alone if follows_on(words) else [word for word in alone if word.surface in named and is_of_names(word)]
    return "" if another else _by_its_mark(said, memo)


def _by_its_mark(said: Sequence[Word], memo: Memo) -> str:
    """«Ta na miarę dla kobiet»: the one whose name, unlike those beside it, has a word said, in any form or half of it.

    Whole words count twice; what was listed comes before all else spoken of, a record before a rule.
    """
    listed = [entry for entry in memo.names if entry.partition("|")[0] in memo.listed]
    records = [entry for entry in memo.names if not is_rule(entry)]
    for entries in (listed, records):
        worth = {entry: sum(_likeness(word, entry) for word in said) for entry in entries}
        best = max(worth.values(), default=0)
        fits = [entry for entry in entries if worth[entry] == best] if best else []
        if fits := _one_of_each(fits):
            text = " ".join(word.surface for word in said)
            fits = fits if len(fits) == 1 else _fullest(fits, text)
            return fits[0].partition("|")[0] if len(fits) == 1 else ""
    return ""


def called_on_table(name: str, memo: Memo) -> str:
    """Return what the one thing listed is called whose name has all words of ``name``, else ``name`` itself."""
    said = [word for word in analyse(name).words if not word.stop]
    listed = [entry for entry in memo.names if entry.partition("|")[0] in memo.listed]
    fits = [entry for entry in listed if said and all(any(_in(word, one) for one in _names(entry)) for word in said)]
    fits = _one_of_each(fits if len(fits) < 2 else _fullest(fits, name))
    return fits[0].split("|")[1] if len(fits) == 1 else name


def is_of_names(word: Word) -> bool:
    """Tell whether a word is of the names of records, or of no language known here («wingfoil»)."""
    return not word.known or not names_of_records().isdisjoint(word.lemmas)


def _one_of_each(entries: Sequence[str]) -> list[str]:
    """An occupation and its full qualification bear one name: the first of them stands for both."""
    by_name = {entry.split("|")[1].casefold(): entry for entry in reversed(entries)}
    return [entry for entry in entries if entry in by_name.values()]


def _likeness(word: Word, entry: str) -> int:
    """2 where a name has the word itself, 1 where it has one of the same stem («samochodów», «samochodowych»).

    What somebody is called by their work is of a name of its own: «jeździec» is not «jeździectwo».
    """
    if any(_in(word, name) for name in _names(entry)):
        return WHOLE
    if is_somebody(word.surface):
        return 0
    others = {lemma for name in _names(entry) for other in analyse(name).content for lemma in other.lemmas}
    return int(any(same_stem(a, b) for a in word.lemmas for b in others))


def _by_all(words: Sequence[Word], used: Collection[int], memo: Memo) -> str:
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
        return (memo.it,) if places == (-1,) and memo.it else memo.listed if places == (0,) and not memo.it else ()
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
