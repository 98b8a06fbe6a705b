"""The server of a review answers whoever has its token, on this machine, from its own page."""

import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

import pytest

from translate.errors import UsageError
from translate.show.serving import LARGEST, Answer, ReviewServer

ASKED: list[Mapping[str, Any]] = []


def decide(asked: Mapping[str, Any]) -> Answer:
    if asked.get("wrong"):
        raise UsageError("this is <no> decision")
    ASKED.append(asked)
    return HTTPStatus.OK, {"done": True}


@pytest.fixture
def server() -> Iterator[ReviewServer]:
    ASKED.clear()
    with ReviewServer(lambda token: f"page of {token}".encode(), decide) as opened:
        threading.Thread(target=opened.serve_forever, args=(0.01,), daemon=True).start()
        yield opened
        opened.shutdown()


def answer(
    server: ReviewServer, method: str, path: str, body: bytes = b"", **headers: str | None
) -> tuple[int, bytes, Mapping[str, str]]:
    """Ask for `path`; headers are written with _ for -, None takes one away."""
    usual = {"Host": server.hosts[0]}
    if method == "POST":
        usual |= {
            "Origin": f"http://{server.hosts[0]}",
            "X-Corpus-Token": server.token,
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
        }
    given = usual | {name.replace("_", "-"): value for name, value in headers.items()}
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in given.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body)
    told = connection.getresponse()
    return told.status, told.read(), dict(told.getheaders())


def test_the_page_is_for_who_has_the_token(server: ReviewServer) -> None:
    status, body, headers = answer(server, "GET", f"/?token={server.token}")
    assert (status, body) == (200, f"page of {server.token}".encode())
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Python" not in headers["Server"]
    assert server.url == f"http://127.0.0.1:{server.server_port}/?token={server.token}"
    assert len(server.token) > 40


def test_every_start_has_a_token_of_its_own() -> None:
    with (
        ReviewServer(lambda token: b"", decide) as one,
        ReviewServer(lambda token: b"", decide) as two,
    ):
        assert one.token != two.token
        assert one.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 403, id="no token"),
        pytest.param("/?token=", 403, id="an empty token"),
        pytest.param("/?token=é%E9", 403, id="a strange token"),
        pytest.param("/?token=TOKEN&token=x", 403, id="two tokens"),
        pytest.param("/corpus.toml?token=TOKEN", 404, id="a file of the corpus"),
        pytest.param("/../../etc/passwd?token=TOKEN", 404, id="a way out"),
        pytest.param("/decide?token=TOKEN", 404, id="a decision by an address"),
    ],
)
def test_nothing_else_is_given(path: str, status: int, server: ReviewServer) -> None:
    path = path.replace("TOKEN", server.token).replace("é", "%C3%A9")
    told, body, _ = answer(server, "GET", path)
    assert told == status and b"page of" not in body


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "localhost:1", None, ""])
def test_another_host_is_refused(host: str | None, server: ReviewServer) -> None:
    assert answer(server, "GET", f"/?token={server.token}", Host=host)[0] == 403
    assert answer(server, "POST", "/decide", b"{}", Host=host)[0] == 403
    assert ASKED == []


def test_a_decision_is_made(server: ReviewServer) -> None:
    status, body, _ = answer(server, "POST", "/decide", b'{"do": "add"}')
    assert (status, json.loads(body)) == (200, {"done": True})
    assert ASKED == [{"do": "add"}]
    local = f"localhost:{server.server_port}"
    assert answer(server, "POST", "/decide", b"{}", Host=local, Origin=f"http://{local}")[0] == 200


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        pytest.param({"Origin": "https://example.org"}, b"{}", 403, id="another site"),
        pytest.param({"Origin": "null"}, b"{}", 403, id="a file or a frame"),
        pytest.param({"Origin": None}, b"{}", 403, id="no origin"),
        pytest.param({"X_Corpus_Token": "x"}, b"{}", 403, id="a wrong token"),
        pytest.param({"X_Corpus_Token": None}, b"{}", 403, id="no token"),
        pytest.param({"Content_Type": "text/plain"}, b"{}", 415, id="what a form may send"),
        pytest.param({"Content_Length": None}, b"", 411, id="no length"),
        pytest.param({"Content_Length": "-1"}, b"", 411, id="a length below nothing"),
        pytest.param({"Content_Length": str(LARGEST + 1)}, b"", 413, id="too long"),
        pytest.param({}, b"{", 400, id="no JSON"),
        pytest.param({}, b"[" * 60_000, 400, id="brackets without end"),
        pytest.param({}, b"[]", 400, id="no object"),
        pytest.param({}, b'{"wrong": 1}', 400, id="no decision"),
    ],
)
def test_what_is_no_decision_of_the_page_is_refused(
    headers: dict[str, str | None], body: bytes, status: int, server: ReviewServer
) -> None:
    told, said, kinds = answer(server, "POST", "/decide", body, **headers)
    assert told == status, said
    assert ASKED == []
    assert not kinds["Content-Type"].startswith("text/html")


def test_other_ways_of_asking_are_none(server: ReviewServer) -> None:
    for method in ("PUT", "DELETE", "OPTIONS"):
        assert answer(server, method, "/decide", Content_Length="0")[0] == 501
    assert answer(server, "POST", f"/?token={server.token}", b"{}")[0] == 404


def test_a_taken_port_is_told(server: ReviewServer) -> None:
    with pytest.raises(UsageError, match="name another one"):
        ReviewServer(lambda token: b"", decide, server.server_port)
