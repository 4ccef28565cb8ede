"""Which writer makes which file; each loads its library when it is wanted."""

from assistant.advice.plan.document import Document, Format


def write(document: Document, file_format: Format) -> bytes:
    """Return the bytes of the document in ``file_format``."""
    match file_format:
        case Format.MARKDOWN:
            from assistant.advice.plan.markdown import as_markdown  # noqa: PLC0415

            return as_markdown(document)
        case Format.PDF:
            from assistant.advice.plan.pdf import as_pdf  # noqa: PLC0415 - half a second, only for this file

            return as_pdf(document)
        case Format.DOCX:
            from assistant.advice.plan.word import as_docx  # noqa: PLC0415

            return as_docx(document)
