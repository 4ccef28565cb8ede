"""The names of the vectors, the same in every engine."""

SPARSE = ("lemma", "ngram")
DENSE = ("name", "outcomes", "description")
