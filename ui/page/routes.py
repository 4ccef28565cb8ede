"""What the page asks of us rather than of Chainlit: its HTML, its words, and the cards of records."""

import json
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse

from register.vocabulary import Language
from ui.card import card
from ui.card_text import as_markdown
from ui.http.service import TheService
from ui.page.html import page_html, policy_for
from ui.page.language import COOKIE, LOCALES, of_query, of_visitor
from ui.records import name_in, record_of
from ui.texts import text

router = APIRouter(include_in_schema=False)
TRANSLATIONS = Path(__file__).parent / "translations"
YEAR = 365 * 24 * 3600


@router.get("/")
async def page(request: Request) -> HTMLResponse:
    """Return the page; ``?lang=`` chooses its language and is remembered."""
    from chainlit.server import get_html_template  # noqa: PLC0415 - imported by the mount already

    asked = of_query(request.query_params)
    language = asked or language_of(request)
    html = page_html(get_html_template(""), language, translation(language))
    response = HTMLResponse(html, headers={"Content-Security-Policy": policy_for(html), "Cache-Control": "no-cache"})
    if asked:
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, asked.value, max_age=YEAR, samesite="lax", httponly=True, secure=secure)
    return response


@router.get("/project/translations")
def translations(request: Request, service: TheService) -> dict[str, Any]:
    """Return the words of the page; the notice names the day the data were loaded."""
    language = language_of(request)
    words = json.loads(json.dumps(translation(language)))
    words["chat"]["watermark"] = text("page.notice", language, date=service.index.info.built_at[:10])
    return {"translation": words}


@router.get("/page/card")
def record_card(
    service: TheService,
    record_id: Annotated[str, Query(alias="id", max_length=300)],
    language: Language = Language.PL,
) -> PlainTextResponse:
    """Return a record as Markdown, to be shown beside the conversation."""
    record = record_of(service.index, record_id)
    if record is None:
        raise HTTPException(404, "there is no such record")
    shown = as_markdown(card(record, language, name_in(service.index)), language)
    return PlainTextResponse(shown)


def language_of(request: Request) -> Language:
    """Return the language of the visitor."""
    headers = request.headers
    return of_visitor(headers.get("cookie", ""), headers.get("accept-language", ""))


@cache
def translation(language: Language) -> dict[str, Any]:
    """Return Chainlit's words in ``language``, as we keep them."""
    words: dict[str, Any] = json.loads((TRANSLATIONS / f"{LOCALES[language]}.json").read_text("utf-8"))
    return words
