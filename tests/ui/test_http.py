"""The HTTP API on a real server: contracts, refusals, and what must never leak."""

import json
import socket
import threading
from pathlib import Path

import httpx
import pytest
from ui_server import serving

from ui.http.buckets import MOST_CLIENTS, Buckets
from ui.settings import Settings

PROBLEM = "application/problem+json"


def problem(response: httpx.Response, status: int) -> dict[str, object]:
    assert response.status_code == status
    assert response.headers["content-type"] == PROBLEM
    body: dict[str, object] = response.json()
    assert body["status"] == status
    assert "Traceback" not in response.text
    return body


def events(response: httpx.Response) -> list[tuple[str, dict[str, object]]]:
    blocks = [block.split("\n") for block in response.text.strip().split("\n\n")]
    pairs = [dict(line.split(": ", 1) for line in block if not line.startswith(":")) for block in blocks]
    return [(pair["event"], json.loads(pair["data"])) for pair in pairs if pair]


def test_an_answer_has_the_shape_of_the_contract(api: httpx.Client) -> None:
    answer = api.post("/api/v1/answer", json={"message": "Co to jest INF.03?"}).json()
    assert answer["status"] == "answered"
    assert answer["model"] == "embedded"
    assert answer.keys() >= {
        *("status", "language", "audience", "thread_id", "text", "sentences", "citations", "recommendations"),
        *("tools", "model", "fallback", "prompts", "rails", "timings_ms"),
    }
    assert "INF.03" in answer["text"]
    assert answer["citations"][0]["url"].startswith("https://")


def test_events_come_in_order_and_end_with_the_same_answer(api: httpx.Client) -> None:
    response = api.post("/api/v1/chat", json={"message": "Jak zostać fryzjerką?"})
    assert response.headers["content-type"].startswith("text/event-stream")
    names = [name for name, _ in events(response)]
    assert names[0] == "status"
    assert "sentence" in names
    assert names[-1] == "done"
    shown = [data["text"] for name, data in events(response) if name == "sentence"]
    done = events(response)[-1][1]["answer"]
    assert isinstance(done, dict)
    assert shown == [sentence["text"] for sentence in done["sentences"]]


def test_a_plan_needs_a_conversation_that_came_to_something(api: httpx.Client) -> None:
    problem(api.get("/api/v1/threads/nie-ma/plan"), 404)
    api.post("/api/v1/answer", json={"message": "Dzień dobry", "thread_id": "bez-planu"})
    problem(api.get("/api/v1/threads/bez-planu/plan", params={"format": "pdf"}), 409)
    problem(api.get("/api/v1/threads/bez-planu/plan", params={"format": "exe"}), 422)
    problem(api.get("/api/v1/threads/bez-planu/pathways.svg"), 404)


def test_a_conversation_is_kept_exported_and_deleted(api: httpx.Client) -> None:
    thread = {"thread_id": "rozmowa-1"}
    api.post("/api/v1/answer", json={"message": "Co to jest INF.03?", **thread})
    second = api.post("/api/v1/answer", json={"message": "a jaki ma poziom?", **thread}).json()
    assert second["turn"] == 2
    exported = api.get("/api/v1/threads/rozmowa-1").json()
    assert [line["role"] for line in exported["lines"]] == ["user", "assistant"] * 2
    assert api.delete("/api/v1/threads/rozmowa-1").status_code == 204
    problem(api.get("/api/v1/threads/rozmowa-1"), 404)
    problem(api.delete("/api/v1/threads/rozmowa-1"), 404)


def test_two_requests_at_once_on_one_thread_are_both_answered(api: httpx.Client) -> None:
    answers: list[httpx.Response] = []

    def ask(message: str) -> None:
        answers.append(api.post("/api/v1/answer", json={"message": message, "thread_id": "dwoje"}))

    threads = [threading.Thread(target=ask, args=(message,)) for message in ("INF.03", "INF.04")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.json()["turn"] for answer in answers) == [1, 2]


INVALID = [
    {},
    {"message": 1},
    {"message": "x", "thread_id": "../etc"},
    {"message": "x", "language": "de"},
    {"message": "x", "nieznane": 1},
    [],
    "x",
]


@pytest.mark.parametrize("body", INVALID)
@pytest.mark.parametrize("path", ["/api/v1/answer", "/api/v1/chat"])
def test_requests_that_do_not_fit_are_told_where(api: httpx.Client, path: str, body: object) -> None:
    assert problem(api.post(path, json=body), 422)["errors"]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"message": "\xff"}', b"[" * 5000])
def test_bodies_that_are_no_json(api: httpx.Client, body: bytes) -> None:
    response = api.post("/api/v1/answer", content=body, headers={"content-type": "application/json"})
    assert response.status_code in {400, 422}
    assert response.headers["content-type"] == PROBLEM


@pytest.mark.parametrize("message", ["", "\x00", "🙂🙂", "\\ud800", "x" * 50_000, "ą" * 5_000])
def test_hostile_messages_get_a_status(api: httpx.Client, message: str) -> None:
    body = json.dumps({"message": message}).replace("\\\\ud800", "\\ud800")
    answer = api.post("/api/v1/answer", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200
    assert answer.json()["citations"] == []


def test_what_a_user_wrote_is_not_echoed_in_an_error(api: httpx.Client) -> None:
    said = api.post("/api/v1/answer", json={"message": ["PESEL 44051401458"]}).text
    assert "44051401458" not in said


def test_a_body_that_is_too_large_is_refused_announced_or_not(api: httpx.Client) -> None:
    problem(api.post("/api/v1/answer", content=b"x" * 70_000), 413)
    problem(api.post("/api/v1/answer", content=iter([b"x" * 1_000] * 70)), 413)


def test_strangers_hosts_and_unknown_paths(api: httpx.Client) -> None:
    problem(api.get("/healthz", headers={"host": "zly.example"}), 421)
    problem(api.get("/nie/ma"), 404)
    problem(api.put("/api/v1/answer"), 405)


def test_every_response_carries_the_headers_that_keep_browsers_safe(api: httpx.Client) -> None:
    for path in ("/healthz", "/nie/ma"):
        headers = api.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_only_named_origins_may_call(api: httpx.Client) -> None:
    ours = api.get("/healthz", headers={"origin": "https://strona.example"})
    assert ours.headers["access-control-allow-origin"] == "https://strona.example"
    assert "access-control-allow-origin" not in api.get("/healthz", headers={"origin": "https://inna.example"}).headers


def test_health_readiness_and_counters(api: httpx.Client) -> None:
    assert api.get("/healthz").json() == {"status": "alive"}
    ready = api.get("/readyz").json()
    assert ready["status"] == "ready"
    assert ready["index"]["counts"]["qualification"] > 0
    secret = "kwalifikacja-tajemna"
    api.post("/api/v1/answer", json={"message": secret})
    counted = api.get("/metrics")
    assert counted.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "zeterka_turns_total{status=" in counted.text
    assert "zeterka_turn_seconds_bucket" in counted.text
    assert secret not in counted.text


def test_search_and_its_filters(api: httpx.Client) -> None:
    found = api.get("/api/v1/search", params={"q": "fryzjer", "limit": 3, "kind": "partial"}).json()
    assert 0 < len(found["hits"]) <= 3
    assert {hit["kind"] for hit in found["hits"]} == {"partial"}
    problem(api.get("/api/v1/search"), 422)
    problem(api.get("/api/v1/search", params={"q": "x", "prk": 9}), 422)
    problem(api.get("/api/v1/search", params={"q": "x" * 2_000}), 422)


def test_single_records(api: httpx.Client) -> None:
    assert api.get("/api/v1/qualifications/zrk:INF.03").json()["id"] == "zrk:INF.03"
    assert api.get("/api/v1/qualifications/inf.03").json()["code"] == "INF.03"
    assert api.get("/api/v1/occupations/351406").json()["id"] == "kzis:351406"
    assert len(api.get("/api/v1/qualifications/INF.03/similar?limit=3").json()["hits"]) == 3
    problem(api.get("/api/v1/qualifications/INF.99"), 404)
    problem(api.get("/api/v1/qualifications/kzis:351406"), 404)
    problem(api.get("/api/v1/occupations/zrk:INF.03"), 404)
    problem(api.get("/api/v1/qualifications/%00"), 404)


def test_figures_of_an_occupation_come_with_source_and_date(api: httpx.Client) -> None:
    told = api.get("/api/v1/occupations/712101/labour-market", params={"region": "małopolskie"}).json()
    demand = next(one for one in told["figures"] if one["topic"] == "demand")
    assert (told["occupation"]["record_id"], demand["value"]) == ("kzis:712101", "szczególne zapotrzebowanie")
    assert demand["source"]["licence"]["pl"]
    assert (demand["fetched"], demand["as_of"]) == ("2026-11-20", "2026-01-30")
    notes = {note["kind"]: note["text"] for note in told["notes"]}
    assert "zarobki w tym zawodzie" in notes["not_held"]
    assert "małopolskie" in notes["no_region"]
    problem(api.get("/api/v1/occupations/999999/labour-market"), 404)
    problem(api.get("/api/v1/occupations/712101/labour-market", params={"topic": "weather"}), 422)


def test_two_records_side_by_side(api: httpx.Client) -> None:
    compared = api.get("/api/v1/compare", params={"ids": "zrk:INF.03,zrk:INF.04"}).json()
    assert [one["record_id"] for one in compared["records"]] == ["zrk:INF.03", "zrk:INF.04"]
    assert "Bezpieczeństwo i higiena pracy" in compared["outcomes"]["shared"]
    level = next(row for row in compared["fields"] if row["field"] == "prk_level")
    assert level["label"] == "Poziom PRK"
    assert level["values"]["zrk:INF.03"]["derived"] is True
    problem(api.get("/api/v1/compare", params={"ids": "zrk:INF.03"}), 422)
    problem(api.get("/api/v1/compare", params={"ids": "zrk:INF.03,zrk:INF.99"}), 404)


def test_feedback_is_kept_without_its_words(api: httpx.Client, data_dir: Path) -> None:
    said = {"thread_id": "t", "turn": 1, "rating": "down", "reason": "wrong", "comment": "mój numer 600 100 200"}
    assert api.post("/api/v1/feedback", json=said).status_code == 204
    kept = (data_dir / "feedback.jsonl").read_text("utf-8").splitlines()[-1]
    assert json.loads(kept) | {"at": ""} == {
        **{"at": "", "thread_id": "t", "turn": 1, "rating": "down", "reason": "wrong"},
        "comment_chars": len("mój numer 600 100 200"),
    }
    problem(api.post("/api/v1/feedback", json={**said, "rating": "meh"}), 422)
    problem(api.post("/api/v1/feedback", json={**said, "comment": "x" * 3_000}), 422)


def test_the_description_of_the_api_is_served_and_loads_nothing_from_elsewhere(api: httpx.Client) -> None:
    paths = api.get("/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/answer", "/api/v1/chat", "/api/v1/search", "/healthz"} <= paths.keys()
    problem(api.get("/docs"), 404)


def test_a_client_that_leaves_ends_its_turn(api_url: str, api: httpx.Client) -> None:
    """GIVEN a client that hangs up at once, WHEN it has gone, THEN the server goes on answering others."""
    host, port = api_url.removeprefix("http://").split(":")
    body = json.dumps({"message": "Jak zostać technikiem programistą?"}).encode()
    head = f"POST /api/v1/chat HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
    for _ in range(5):
        with socket.create_connection((host, int(port))) as client:
            client.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    assert api.post("/api/v1/answer", json={"message": "INF.03"}).status_code == 200


def test_a_flood_is_told_to_wait(data_dir: Path) -> None:
    settings = Settings(data_dir=data_dir, page=False, rate_per_minute=1, rate_burst=2)
    with serving(settings) as url, httpx.Client(base_url=url) as client:
        codes = [client.get("/api/v1/search", params={"q": "x"}).status_code for _ in range(3)]
        refusal = client.get("/api/v1/search", params={"q": "x"})
        alive = client.get("/healthz")
    assert codes == [200, 200, 429]
    problem(refusal, 429)
    assert 1 <= int(refusal.headers["retry-after"]) <= 60
    assert alive.status_code == 200


def test_a_pointer_that_breaks_leaves_the_old_index_serving(tmp_path: Path) -> None:
    """GIVEN a server whose pointer to the index is damaged, THEN the snapshot it has open goes on serving."""
    with serving(Settings(data_dir=tmp_path, page=False)) as url, httpx.Client(base_url=url, timeout=60) as client:
        assert client.get("/readyz").status_code == 200
        pointer = next(path for path in (tmp_path / "index").iterdir() if path.is_file() and "current" in path.name)
        pointer.write_text("nie-ma-takiej")
        assert client.get("/readyz").status_code == 200
        assert client.get("/api/v1/search", params={"q": "fryzjer"}).json()["hits"]


def test_a_bucket_fills_again_and_forgets_the_longest_unseen() -> None:
    now = [0.0]
    buckets = Buckets(per_minute=60, burst=1, clock=lambda: now[0])
    assert buckets.wait("a") == 0
    assert buckets.wait("a") == pytest.approx(1.0)
    now[0] = 1.0
    assert buckets.wait("a") == 0
    for client in range(MOST_CLIENTS):
        buckets.wait(str(client))
    assert buckets.wait("a") == 0
