"""The review as a server of this machine alone: the page, and what is decided on it.

Whoever has the token of this start may look and decide, nobody else: other users of the machine do
not know it, and pages of other sites, opened in the same browser, are told by Host and Origin.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from translate.errors import CorpusError, UsageError

ADDRESS = "127.0.0.1"
LARGEST = 65_536  # bytes of a decision: a sentence and its English many times over
PATIENCE = 20  # seconds for a request to come in whole
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

Answer = tuple[HTTPStatus, Mapping[str, Any]]


class Refused(Exception):  # noqa: N818 - an answer, no error of ours
    """A request that is not answered: `status` and why."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


class ReviewServer(ThreadingHTTPServer):
    """A server of the review: `page` makes the page for a token, `decide` does what is asked.

    `port` 0 is any that is free. Raises UsageError where the port is taken.

    >>> with ReviewServer(lambda token: b"", lambda asked: (HTTPStatus.OK, {})) as server:
    ...     server.url.startswith("http://127.0.0.1:")
    True
    """

    daemon_threads = True

    def __init__(
        self,
        page: Callable[[str], bytes],
        decide: Callable[[Mapping[str, Any]], Answer],
        port: int = 0,
    ) -> None:
        self.page, self.decide = page, decide
        self.token = secrets.token_urlsafe(32)
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as error:
            said = f"port {port} of {ADDRESS} cannot be used ({error.strerror}): name another one"
            raise UsageError(said) from error
        self.hosts = [f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")]

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        return f"http://{self.hosts[0]}/?token={self.token}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that has gone is no fault."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: ReviewServer
    timeout = PATIENCE
    server_version, sys_version = "corpus", ""

    def do_GET(self) -> None:
        """Give the page."""
        self._answer(self._page)

    def do_POST(self) -> None:
        """Decide something."""
        self._answer(self._decision)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the address holds the token."""

    def _answer(self, make: Callable[[], tuple[HTTPStatus, str, bytes]]) -> None:
        try:
            if self.headers.get("Host") not in self.server.hosts:
                raise Refused(HTTPStatus.FORBIDDEN, "another host was asked for")
            status, kind, body = make()
        except Refused as refused:
            status, kind, body = refused.status, "text/plain", f"{refused}\n".encode()
        except CorpusError as error:
            status, kind, body = _as_json(HTTPStatus.BAD_REQUEST, {"message": str(error)})
        self.close_connection = True  # what was refused may not have been read
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> tuple[HTTPStatus, str, bytes]:
        place = urlsplit(self.path)
        if place.path != "/":
            raise Refused(HTTPStatus.NOT_FOUND, "there is nothing here")
        self._check_token("".join(parse_qs(place.query).get("token", [])))
        return HTTPStatus.OK, "text/html", self.server.page(self.server.token)

    def _decision(self) -> tuple[HTTPStatus, str, bytes]:
        if self.path != "/decide":
            raise Refused(HTTPStatus.NOT_FOUND, "there is nothing here")
        if self.headers.get("Origin") != f"http://{self.headers['Host']}":
            raise Refused(HTTPStatus.FORBIDDEN, "another site asked")
        self._check_token(self.headers.get("X-Corpus-Token", ""))
        if self.headers.get_content_type() != "application/json":
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a decision is JSON")
        size = self.headers.get("Content-Length", "")
        if not (size.isascii() and size.isdigit()):
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "how long is it?")
        if int(size) > LARGEST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too long for a decision")
        try:
            asked = json.loads(self.rfile.read(int(size)))
        except (ValueError, RecursionError) as error:
            raise Refused(HTTPStatus.BAD_REQUEST, "not JSON") from error
        if not isinstance(asked, dict):
            raise Refused(HTTPStatus.BAD_REQUEST, "not a decision")
        return _as_json(*self.server.decide(asked))

    def _check_token(self, given: str) -> None:
        """Raise Refused unless `given` is the token; how much of it is right takes no time."""
        if not hmac.compare_digest(given.encode(), self.server.token.encode()):
            raise Refused(HTTPStatus.FORBIDDEN, "the address that corpus review printed is needed")


def _as_json(status: HTTPStatus, value: Mapping[str, Any]) -> tuple[HTTPStatus, str, bytes]:
    text = json.dumps(value, ensure_ascii=True)
    return status, "application/json", text.encode()
