"""A plan as a file: what a reader sees in Markdown, PDF and DOCX, whatever the texts hold."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.advice.plan import Document, Format, PlanLine, PlanSource, Section, write
from register.vocabulary import Language

TEXT = "Zażółć gęślą jaźń, їжак і ґанок"


def made_up(text: str = TEXT, url: str = "https://kwalifikacje.gov.pl/?a=1") -> Document:
    return Document(
        title="Plan wymyślony do testu",
        made_on=date(2026, 11, 28),
        made_on_text="28.11.2026",
        language=Language.PL,
        sections=(Section(heading="Kroki", lines=(PlanLine(text=text, sources=(1,)), PlanLine(text=text, depth=1))),),
        sources_heading="Źródła",
        sources=(PlanSource(n=1, record_id="zrk:wymyslony", title="Rekord wymyślony", url=url, as_of="2026"),),
        notice="To nie jest decyzja.",
        picture="flowchart TD\n    a --> b\n",
    )


def paragraphs(file: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(file)).paragraphs]


def test_markdown_holds_heading_list_picture_source_and_notice() -> None:
    text = write(made_up(), Format.MARKDOWN).decode()
    assert text.startswith("# Plan wymyślony do testu\n")
    assert f"- {TEXT}\n" in text
    assert f"{TEXT} [1]" in text
    assert "```mermaid\nflowchart TD" in text
    assert "1. [Rekord wymyślony (2026)](<https://kwalifikacje.gov.pl/?a=1>)" in text
    assert text.rstrip().endswith("> To nie jest decyzja.")


def test_docx_has_real_headings_a_list_a_link_and_its_language() -> None:
    file = write(made_up(), Format.DOCX)
    word = docx.Document(BytesIO(file))
    styles = {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "List Bullet"} <= styles
    assert f"{TEXT} [1]" in paragraphs(file)
    assert word.core_properties.language == "pl"
    with ZipFile(BytesIO(file)) as parts:
        assert b"https://kwalifikacje.gov.pl/?a=1" in parts.read("word/_rels/document.xml.rels")


def test_pdf_embeds_its_fonts_and_links_its_source() -> None:
    file = write(made_up(), Format.PDF)
    assert file.startswith(b"%PDF-")
    assert b"DejaVuSans" in file
    assert b"https://kwalifikacje.gov.pl/?a=1" in file
    assert b"/Lang (pl)" in file


def test_a_text_of_a_record_cannot_become_markup() -> None:
    hostile = "[tu](http://zle.example) <script>alert(1)</script> ![x](y)\n# nagłówek"
    text = write(made_up(hostile), Format.MARKDOWN).decode()
    assert not re.search(r"(?<!\\)<script", text)
    assert not re.search(r"(?<!\\)\]\(http://zle", text)
    assert "\n# nagłówek" not in text


def test_an_address_cannot_close_its_own_brackets() -> None:
    text = write(made_up(url="https://kwalifikacje.gov.pl/>)[zle](http://zle.example)"), Format.MARKDOWN).decode()
    assert "(<https://kwalifikacje.gov.pl/%3E)[zle](http://zle.example)>)" in text


@pytest.mark.parametrize("file_format", list(Format))
@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_any_text_can_be_written(file_format: Format, text: str) -> None:
    assert write(made_up(text), file_format)


def test_a_long_plan_goes_over_several_pages() -> None:
    lines = tuple(PlanLine(text=TEXT, depth=1) for _ in range(200))
    document = made_up().model_copy(update={"sections": (Section(heading="Długi", lines=lines),)})
    assert len(re.findall(rb"/Type /Page\b", write(document, Format.PDF))) > 2
