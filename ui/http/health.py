"""Whether the server lives, whether it can answer, what it has counted."""

from typing import Any

from fastapi import APIRouter, Response

from retrieval import SearchQuery
from ui.http.metrics import MEDIA_TYPE
from ui.http.service import TheService

router = APIRouter(tags=["health"])
PROBE = SearchQuery("kwalifikacja", limit=1)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """Tell that the process answers."""
    return {"status": "alive"}


@router.get("/readyz")
def ready(service: TheService) -> dict[str, Any]:
    """Tell that index and model are there; an index that cannot search gives 503."""
    service.index.search(PROBE)
    info = service.index.info
    return {
        "status": "ready",
        "index": {"engine": info.engine, "built_at": info.built_at, "counts": dict(info.counts)},
        "model": service.assistant.model,
    }


@router.get("/metrics")
def metrics(service: TheService) -> Response:
    """Return the counters for Prometheus."""
    return Response(service.metrics.page(), media_type=MEDIA_TYPE)
