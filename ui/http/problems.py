"""Every error as a problem document (RFC 9457): what it is, without texts of the user and without a traceback."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.service import TurnError
from register.vocabulary import AnswerStatus
from retrieval import RecordIndexError

MEDIA_TYPE = "application/problem+json"
TURN_CODES = {
    AnswerStatus.ERROR_MODEL: HTTPStatus.BAD_GATEWAY,
    AnswerStatus.ERROR_TIMEOUT: HTTPStatus.GATEWAY_TIMEOUT,
    AnswerStatus.ERROR_INDEX: HTTPStatus.SERVICE_UNAVAILABLE,
}
_log = logging.getLogger(__name__)


def problem(status: int, detail: str = "", headers: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    """Return a problem document; ``more`` are further members."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status)}
    return JSONResponse(
        {**content, **({"detail": detail} if detail else {}), **more},
        status_code=status,
        headers=headers,
        media_type=MEDIA_TYPE,
    )


def install(app: FastAPI) -> None:
    """Answer every error of ``app`` with a problem document."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(TurnError, _turn)
    app.add_exception_handler(RecordIndexError, _index)
    app.add_exception_handler(Exception, _unexpected)


def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - tells the type checker what Starlette guarantees
    detail = error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""
    return problem(error.status_code, detail, dict(error.headers or {}))


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    faults = [{"pointer": _pointer(fault["loc"]), "detail": fault["msg"]} for fault in error.errors()]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "the request does not fit", errors=faults)


def _turn(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TurnError)  # noqa: S101
    code = TURN_CODES.get(error.status, HTTPStatus.INTERNAL_SERVER_ERROR)
    return problem(code, str(error), answer_status=error.status.value)


def _index(_request: Request, error: Exception) -> JSONResponse:
    _log.warning("index: %s", error)
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, "the index cannot answer now")


def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the server made a mistake; it has been logged")


def _pointer(place: tuple[Any, ...]) -> str:
    return "/" + "/".join(str(part) for part in place)
