"""Meet every door of the output rails with long hostile texts; a program of its own, so that it can be killed."""

from guardrails.citations import Citations
from guardrails.frame import Sentence
from guardrails.output.bias import steering
from guardrails.output.contacts import foreign_contacts
from guardrails.output.protected import strip
from guardrails.output.readability import fog_pl
from guardrails.output.reading import read
from guardrails.output.tone import fault_of
from guardrails.output.wording import mend
from guardrails.sentences import split

LENGTH = 40_000
PIECES = (
    "a", "1", "1 ", "1.", "1,", "a.", "a@", "a-", "+", "(", "[", "[q1]", "[a](", "„", "nie ", "bez ", "http://", "www.",
    "jako a ", "lat 5 ", "od 5 do ", "-", "'", "a'", "INF.03 ", "poziom ", "pięć ", "two hundred ", "I ", "telefon ",
    "mam 5 ", "dla ", "jestem ", "…", "`", ". ", "ż",
)  # fmt: skip


def main() -> None:
    for piece in PIECES:
        text = (piece * LENGTH)[:LENGTH] + "!"
        foreign_contacts(text, ("known.pl",))
        Citations()(Sentence(text), {})
        for door in (read, fog_pl, strip, split, fault_of, steering):
            door(text)
        mend(text, {"a": "b"})
    print("done")  # noqa: T201 - the word the test waits for


if __name__ == "__main__":
    main()
