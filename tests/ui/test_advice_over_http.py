"""What a conversation came to, taken along over HTTP: the plan in three formats, the picture of the routes."""

from io import BytesIO

import docx
import httpx
import pytest

WAY = "Jaka jest droga do technika informatyka po podstawówce?"


@pytest.fixture(scope="module")
def thread(api_url: str) -> str:
    """One conversation that came to schools and a way."""
    name = "plan-over-http"
    with httpx.Client(base_url=api_url, timeout=60) as client:
        for message in ("Pomóż wybrać szkołę dla syna, który lubi komputery", WAY, "zrób plan"):
            answer = client.post("/api/v1/answer", json={"message": message, "thread_id": name})
            assert answer.json()["status"] == "answered"
    return name


def taken(api: httpx.Client, thread: str, file_format: str) -> httpx.Response:
    response = api.get(f"/api/v1/threads/{thread}/plan", params={"format": file_format})
    assert response.status_code == 200
    assert response.headers["content-disposition"] == f'attachment; filename="plan.{file_format}"'
    return response


def test_the_plan_as_markdown_has_reasons_way_sources_date_and_notice(api: httpx.Client, thread: str) -> None:
    response = taken(api, thread, "md")
    assert response.headers["content-type"] == "text/markdown; charset=utf-8"
    text = response.text
    assert text.startswith("# Mój plan: technik informatyk")
    assert "Przygotowano 20" in text
    assert "technik informatyk: 100% (zgodność z życzeniem: 100%; nie wiadomo: zainteresowania)" in text
    assert "Krok 1: Technikum w zawodzie technik informatyk, 5 lat." in text
    assert "Droga 2:" in text, "the file holds every way"
    assert "(<https://" in text.partition("## Źródła")[2]
    assert text.rstrip().endswith("sprawdź u źródła przed decyzją.")


def test_the_plan_as_pdf_and_as_a_document_hold_the_same(api: httpx.Client, thread: str) -> None:
    pdf = taken(api, thread, "pdf")
    assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert b"https://" in pdf.content
    word = taken(api, thread, "docx")
    assert word.headers["content-type"].endswith("wordprocessingml.document")
    lines = [paragraph.text for paragraph in docx.Document(BytesIO(word.content)).paragraphs]
    assert any("Krok 1: Technikum" in line for line in lines)
    assert any("To podsumowanie rozmowy z automatem" in line for line in lines)


def test_the_routes_as_a_picture_that_holds_no_script(api: httpx.Client, thread: str) -> None:
    response = api.get(f"/api/v1/threads/{thread}/pathways.svg")
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.headers["content-security-policy"] == "default-src 'none'"
    assert response.text.startswith("<svg")
    assert "technik informatyk" in response.text
    assert "<script" not in response.text


def test_a_conversation_that_came_to_nothing_has_no_plan(api: httpx.Client) -> None:
    api.post("/api/v1/answer", json={"message": "Co to jest INF.03?", "thread_id": "no-plan"})
    assert api.get("/api/v1/threads/no-plan/plan").status_code == 409
    assert api.get("/api/v1/threads/no-plan/pathways.svg").status_code == 404
    assert api.get("/api/v1/threads/never-begun/plan").status_code == 404
