"""Which exam a question means that only says «exam»: after an occupation of schools it is the vocational one."""

import re
from collections.abc import Sequence

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.patterns import fits
from register.vocabulary import Language
from retrieval.analysis import analyse, fold

MOST_WORDS = 9
_OF_SCHOOL = re.compile(r"^(?:kzis:\d{6}|zrk:(?:\d{6}|[A-Z]{3}\.\d{2}))$")
_CALLED = {Language.PL: "egzamin zawodowy", Language.EN: "vocational exam", Language.UK: "egzamin zawodowy"}


def exam_meant(question: str, memo: Memo, language: Language) -> str:
    """Return a short question for a rule of exams with the exam named, where schools teach what was spoken of.

    «What's the pass mark?», «a jak nie zda?»; one that names its exam (the matura, an external one) stays as it is.
    """
    words = [word.folded for word in analyse(question, max_words=MOST_WORDS + 1).words]
    if len(words) > MOST_WORDS or not _OF_SCHOOL.match(memo.it):
        return question
    unnamed = _says(words, "rule_of_exam") and not _says(words, "named_exam")
    return f"{question.rstrip(' ?.')} ({_CALLED[language]})?" if unnamed else question


def _says(words: Sequence[str], key: str) -> bool:
    return any(fits(fold(pattern), word) for pattern in lexicon.in_order(key) for word in words)
