"""A plan as Markdown."""

import re
from collections.abc import Iterator

from assistant.advice.plan.document import Document, Section

# What Markdown or the HTML in it would read as more than a letter.
_SPECIAL = re.compile(r"([\\`*_{}<>#|!])|(?<!\d)([\[\]])|^([-+])", re.MULTILINE)


def as_markdown(document: Document) -> bytes:
    """Return UTF-8 Markdown; text of records cannot become markup."""
    return ("\n".join(_lines(document)).strip() + "\n").encode()


def _lines(document: Document) -> Iterator[str]:
    yield from (f"# {escaped(document.title)}", "", escaped(document.made_on_text), "")
    for section in document.sections:
        yield from _section(section)
    if document.picture:
        yield from ("```mermaid", document.picture.strip(), "```", "")
    yield from (f"## {escaped(document.sources_heading)}", "")
    yield from (f"{source.n}. [{escaped(source.dated)}](<{_address(source.url)}>)" for source in document.sources)
    yield from ("", f"> {escaped(document.notice)}")


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {escaped(section.heading)}", "")
    for line in section.lines:
        marks = "".join(f" [{number}]" for number in line.sources)
        yield f"{'- ' if line.depth else ''}{escaped(line.text)}{marks}"
        if not line.depth:
            yield ""
    yield ""


def escaped(text: str) -> str:
    """Return the text on one line with what Markdown would read as markup escaped."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], " ".join(text.split()))


def _address(url: str) -> str:
    """Return the address in a form that cannot close its own brackets."""
    return url.replace("<", "%3C").replace(">", "%3E")
