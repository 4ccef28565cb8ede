"""A plan as PDF with letters of all three languages (DejaVu Sans, cut to Latin and Cyrillic), clickable sources."""

from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from assistant.advice.plan.document import Document, PlanLine, PlanSource, Section

FONTS = Path(__file__).with_name("fonts")
_FONT, _TEXT, _HEADING, _TITLE = "DejaVu", 11, 14, 18
_LINE, _INDENT, _GAP = 6, 6, 3


def as_pdf(document: Document) -> bytes:
    """Return the bytes of a PDF file; a letter the font lacks is left out, never an error."""
    pdf = FPDF(format="A4")
    pdf.set_lang(document.language.value)
    pdf.set_title(document.title)
    pdf.set_author("ZeteRka")
    pdf.set_auto_page_break(auto=True, margin=20)
    pdf.add_font(_FONT, "", FONTS / "DejaVuSans.ttf")
    pdf.add_font(_FONT, "B", FONTS / "DejaVuSans-Bold.ttf")
    pdf.add_page()
    _write(pdf, document.title, "B", _TITLE)
    _write(pdf, document.made_on_text)
    for section in document.sections:
        _section(pdf, section)
    _heading(pdf, document.sources_heading)
    for source in document.sources:
        _source(pdf, source)
    pdf.ln(_GAP)
    _write(pdf, document.notice, "B")
    return bytes(pdf.output())


def _section(pdf: FPDF, section: Section) -> None:
    _heading(pdf, section.heading)
    for line in section.lines:
        _line(pdf, line)


def _heading(pdf: FPDF, text: str) -> None:
    pdf.ln(_GAP)
    pdf.start_section(text)
    _write(pdf, text, "B", _HEADING)


def _line(pdf: FPDF, line: PlanLine) -> None:
    _write(pdf, f"– {line.marked}" if line.depth else line.marked, indent=_INDENT * line.depth)


def _source(pdf: FPDF, source: PlanSource) -> None:
    _write(pdf, f"[{source.n}] {source.dated}", link=source.url)


def _write(pdf: FPDF, text: str, style: str = "", size: int = _TEXT, indent: int = 0, link: str = "") -> None:
    pdf.set_font(_FONT, style, size)
    pdf.set_x(pdf.l_margin + indent)
    height = _LINE * size / _TEXT
    pdf.multi_cell(0, height, _known(text), link=link, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _known(text: str) -> str:
    """Return the text without letters that have no shape here, which would come out as boxes."""
    return "".join(letter for letter in text if ord(letter) < 0x460 or letter in "Ґґ–—‘’‚“”„…•‹›«»€→−≥≤✓\n")
