"""A plan as a document: headed sections of sourced lines, the list of sources, and a notice of what it is not."""

from datetime import date
from enum import StrEnum

from register.record import Model
from register.vocabulary import Language


class Format(StrEnum):
    """The files a plan can be written as; the value is the file's ending."""

    MARKDOWN = "md"
    PDF = "pdf"
    DOCX = "docx"


MEDIA_TYPES = {
    Format.MARKDOWN: "text/markdown; charset=utf-8",
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class PlanLine(Model):
    """A sentence with the numbers of its sources; ``depth`` 1 makes it an item of a list."""

    text: str
    sources: tuple[int, ...] = ()
    depth: int = 0

    @property
    def marked(self) -> str:
        """The sentence with its ``[n]`` marks."""
        return self.text + "".join(f" [{number}]" for number in self.sources)


class Section(Model):
    """A heading and what stands under it; ``topic``: ``told``, ``proposed``, ``schools``, ``way`` or ``help``."""

    heading: str
    lines: tuple[PlanLine, ...]
    topic: str = ""


class PlanSource(Model):
    """A numbered source: the record, its title and address, and the date it speaks for."""

    n: int
    record_id: str
    title: str
    url: str
    as_of: str

    @property
    def dated(self) -> str:
        """The title with its date."""
        return f"{self.title} ({self.as_of})"


class Document(Model):
    """What is written to a file; ``picture`` is Mermaid text, which only Markdown shows."""

    title: str
    made_on: date
    made_on_text: str
    language: Language
    sections: tuple[Section, ...]
    sources_heading: str
    sources: tuple[PlanSource, ...]
    notice: str
    picture: str = ""
