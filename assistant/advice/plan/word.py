"""A plan as DOCX: real headings, lists and links, its language set, so that a screen reader can walk it."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from assistant.advice.plan.document import Document, PlanSource


def as_docx(document: Document) -> bytes:
    """Return the bytes of a DOCX file."""
    word = docx.Document()
    word.core_properties.title = document.title
    word.core_properties.language = document.language.value
    word.core_properties.author = "ZeteRka"
    _set_language(word, document.language.value)
    word.add_heading(document.title, level=0)
    word.add_paragraph(document.made_on_text)
    for section in document.sections:
        word.add_heading(section.heading, level=1)
        for line in section.lines:
            word.add_paragraph(line.marked, style="List Bullet" if line.depth else None)
    word.add_heading(document.sources_heading, level=1)
    for source in document.sources:
        _link(word.add_paragraph(f"[{source.n}] "), source)
    word.add_paragraph(document.notice, style="Intense Quote")
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _set_language(word: WordDocument, language: str) -> None:
    properties = word.styles["Normal"].element.get_or_add_rPr()
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language)
    properties.append(tag)


def _link(paragraph: Paragraph, source: PlanSource) -> None:
    relation = paragraph.part.relate_to(source.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(source.dated)
    run.underline = True
    link.append(run._element)
    paragraph._p.append(link)
