"""Mails as files (`.eml`): the text of the message, with sender, subject and date as fields."""

from __future__ import annotations

import contextlib
import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from translate.folders import files
from translate.folders.formats import Bad, Columns, Text, only_text
from translate.folders.formats.html import extracted

SUFFIXES = (".eml",)
HEADERS = ("from", "to", "subject", "date", "message-id")


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of the mail `file`: its plain part, or else the text of its page."""
    yield only_text(file, file.name, message)


def message(raw: bytes, name: str, place: str) -> Text | Bad:
    r"""Give the text of one mail.

    >>> mail = b"From: ada@exemple.fr\nSubject: Calcul\n\nBonjour,\nvoici la note.\n"
    >>> text = message(mail, "a.eml", "a.eml")
    >>> text.data, text.fields["subject"]
    (b'Bonjour,\nvoici la note.\n', 'Calcul')
    """
    try:
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        body = mail.get_body(("plain", "html")) if isinstance(mail, EmailMessage) else None
        found = {key: str(mail[key]) for key in HEADERS if mail[key]}
        fields = {**found, "mail_sha256": files.digest(raw)}
        data = body.get_payload(decode=True) if body else None
        if not isinstance(body, EmailMessage) or not isinstance(data, bytes):
            return Bad(place, "no text in the mail")
        if body.get_content_subtype() == "html":
            return extracted(data, name, place, fields)
        # In an encoding that nobody knows its bytes are looked at as those of any text.
        with contextlib.suppress(LookupError):
            data = str(body.get_content()).encode("utf-8", "surrogatepass")
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        return Bad(place, f"no mail that can be read ({error})")
    return Text(name, data, fields, place)
