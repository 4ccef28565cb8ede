"""Chainlit's data layer that keeps nothing: conversations live in the assistant's memory alone.

It is there for two reasons: the page shows thumbs only where there is one, and without it Chainlit would open
the database that ``DATABASE_URL`` names for itself.
"""

from typing import Any

from chainlit.data.base import BaseDataLayer
from chainlit.types import Feedback as Thumb
from chainlit.types import PageInfo, PaginatedResponse, Pagination, ThreadDict, ThreadFilter


class NothingKept(BaseDataLayer):
    """Forgets everything; thumbs reach the feedback file over the socket (see ``page.js``)."""

    async def upsert_feedback(self, feedback: Thumb) -> str:
        """Say yes; the page does not call this."""
        return feedback.forId

    async def delete_feedback(self, feedback_id: str) -> bool:  # noqa: ARG002
        """Say yes; a line once written stays, it names no person."""
        return True

    async def list_threads(self, pagination: Pagination, filters: ThreadFilter) -> PaginatedResponse[ThreadDict]:  # noqa: ARG002
        """There are none to list."""
        page = PageInfo(hasNextPage=False, startCursor=None, endCursor=None)
        return PaginatedResponse(pageInfo=page, data=[])

    async def get_user(self, identifier: str) -> None:  # noqa: ARG002
        """Nobody is known."""
        return

    async def create_user(self, user: Any) -> None:
        """Nobody is kept."""

    async def create_element(self, element: Any) -> None:
        """No element is kept."""

    async def get_element(self, thread_id: str, element_id: str) -> None:  # noqa: ARG002
        """No element is kept."""
        return

    async def delete_element(self, element_id: str, thread_id: str | None = None) -> None:
        """No element is kept."""

    async def create_step(self, step_dict: Any) -> None:
        """No step is kept."""

    async def update_step(self, step_dict: Any) -> None:
        """No step is kept."""

    async def delete_step(self, step_id: str) -> None:
        """No step is kept."""

    async def get_thread_author(self, thread_id: str) -> str:  # noqa: ARG002
        """Nobody is known."""
        return ""

    async def get_thread(self, thread_id: str) -> None:  # noqa: ARG002
        """No thread is kept."""
        return

    async def update_thread(self, thread_id: str, *_: Any, **__: Any) -> None:
        """No thread is kept."""

    async def delete_thread(self, thread_id: str) -> None:
        """No thread is kept."""

    async def get_favorite_steps(self, user_id: str) -> list[Any]:  # noqa: ARG002
        """There are none."""
        return []

    async def build_debug_url(self) -> str:
        """There is none."""
        return ""

    async def close(self) -> None:
        """Nothing is open."""
