"""The client of the server, and its many errors as one."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import httpx
from qdrant_client import QdrantClient
from qdrant_client.common.client_exceptions import QdrantException
from qdrant_client.http.exceptions import ApiException

from retrieval.places import Server
from retrieval.protocol import RecordIndexError


def connect(server: Server) -> QdrantClient:
    """Return a client; nothing is sent yet."""
    if server.url == ":memory:":
        return _in_memory(server.collection)
    with told(server), warnings.catch_warnings():
        # A key over plain http is the operator's choice inside a private network; the address is theirs.
        warnings.simplefilter("ignore", UserWarning)
        return QdrantClient(
            url=server.url,
            api_key=server.api_key or None,
            timeout=server.timeout,
            check_compatibility=False,
        )


@cache
def _in_memory(_name: str) -> QdrantClient:
    return QdrantClient(":memory:")


def in_memory(client: QdrantClient) -> bool:
    """Tell whether ``client`` keeps everything in this process, where payload indexes have no effect."""
    return client.init_options.get("location") == ":memory:"


@contextmanager
def told(server: Server) -> Iterator[None]:
    """Turn what the client raises into one line for the operator."""
    try:
        yield
    except ApiException as error:
        raise RecordIndexError(_told(server, error)) from error
    except (QdrantException, httpx.HTTPError, ValueError, OSError) as error:
        raise RecordIndexError(f"the Qdrant server at {server.url} cannot answer: {_line(error)}") from error


def _told(server: Server, error: ApiException) -> str:
    status = getattr(error, "status_code", None)
    if status in {401, 403}:
        return f"the Qdrant server at {server.url} refuses the key: check QDRANT_API_KEY"
    if status is None:
        return f"the Qdrant server at {server.url} does not answer: {_line(error)}"
    return f"the Qdrant server at {server.url} answered {status}: {_line(error)}"


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
