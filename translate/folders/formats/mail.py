"""Mails as files: the text of the message, with sender, subject and date as fields.

A page that a browser saved as one file (`.mhtml`) is such a mail. A file that begins as a mailbox
(`.mbox`), whatever its ending, has many: a line that says from whom and when stands before each.
"""

from __future__ import annotations

import codecs
import contextlib
import email
import email.policy
import re
import warnings
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage, Message, MIMEPart
from pathlib import Path
from typing import Any

from translate.errors import CorpusWarning
from translate.folders import files
from translate.folders.formats import Bad, Columns, Text, cannot_be_read, only_text, sound
from translate.folders.formats.html import extracted

SUFFIXES = (".eml", ".mbox", ".mhtml", ".mht")
# The line before a mail in a mailbox: "From ada@exemple.fr Mon Jan  1 10:00:00 2024".
ENVELOPE = re.compile(
    rb"From \S* *[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?(?: \S+)? \d{4}"
)
QUOTED = re.compile(rb"^>(>*From )")
NO_WORDS = re.compile(rb"(?:\s|&nbsp;|<[^>]*>)*")  # as programs leave a page behind a picture
# The types of parts that are all seen; those of a mail that was passed on or sent back, too.
SEVERAL = ("multipart/mixed", "multipart/signed", "multipart/digest", "multipart/report")
INNER = "message/rfc822"
MOST_ENVELOPE = 1_000  # bytes of such a line
HEADERS = ("from", "to", "subject", "date", "message-id")


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of the mail `file`: its plain parts, or else the text of its page."""
    if not _is_mailbox(file):
        yield only_text(file, file.name, message)
        return
    try:
        for number, raw in enumerate(_mails(file), 1):
            yield message(raw, f"{file.name}:{number}", f"{file}:{number}")
    except OSError as error:
        raise cannot_be_read(file, error) from error


def _is_mailbox(file: Path) -> bool:
    try:
        with file.open("rb") as lines:
            return bool(ENVELOPE.match(lines.readline(MOST_ENVELOPE)))
    except OSError:
        return False


def _mails(file: Path) -> Iterator[bytes]:
    """Give each mail of a mailbox, with the line before it.

    A line of a mail that would look like that one has a ">" before it there, and none here.
    """
    with file.open("rb") as lines:
        mail: list[bytes] = []
        for line in lines:
            if ENVELOPE.match(line) and mail and not mail[-1].strip():
                yield b"".join(mail)
                mail = []
            mail.append(QUOTED.sub(rb"\1", line))
        yield b"".join(mail)


def message(raw: bytes, name: str, place: str) -> Text | Bad:
    r"""Give the text of one mail.

    >>> mail = b"From: ada@exemple.fr\nSubject: Calcul\n\nBonjour,\nvoici la note.\n"
    >>> text = message(mail, "a.eml", "a.eml")
    >>> text.data, text.fields["subject"]
    (b'Bonjour,\nvoici la note.\n', 'Calcul')
    """
    try:
        head = raw.removeprefix(codecs.BOM_UTF8)
        mail = email.message_from_bytes(head, policy=email.policy.default)
        found = {key: str(mail[key]) for key in HEADERS if mail[key]}
        fields: dict[str, Any] = {**found, "mail_sha256": files.digest(raw)}
        if names := list(_file_names(mail)):
            fields["attachments"] = names
        _tell_cut(mail, place)
        bodies = list(_bodies(mail)) if isinstance(mail, EmailMessage) else []
        read = [_text(body, name, place) for body in bodies]
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        return Bad(place, f"no mail that can be read ({error})")
    if wrong := next((one for one in read if isinstance(one, Bad)), None):
        return wrong
    texts = [one for one in read if isinstance(one, Text)]
    if not texts:
        return Bad(place, "no text in the mail")
    for one in texts:
        fields.update(one.fields)
    return Text(name, b"\n\n".join(one.data for one in texts), fields, place)


def _file_names(mail: Message) -> Iterator[str]:
    """Give the names of the files in the mail: they are named, not read."""
    for part in mail.walk():
        if name := part.get_filename():
            yield sound(name)


def _tell_cut(mail: Message, place: str) -> None:
    faults = (fault for part in mail.walk() for fault in part.defects)
    if any(isinstance(fault, CloseBoundaryNotFoundDefect) for fault in faults):
        said = "ends within a part: it may have been cut, and is read as far as it goes"
        warnings.warn(f"{place}: {said}", CorpusWarning, stacklevel=2)


def _bodies(mail: MIMEPart) -> Iterator[EmailMessage]:
    """Give the parts that a reader sees as the text, one behind the other.

    A picture or something attached may stand between them; a mail within the mail is one of them.
    """
    if mail.get_content_type() in (*SEVERAL, INNER):
        for part in mail.iter_parts():
            yield from _bodies(part)
        return
    body = None if mail.is_attachment() else mail.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage) or body.is_multipart():
        return
    page = body.get_content_subtype() == "html"
    if not page or not NO_WORDS.fullmatch(bytes(body.get_payload(decode=True))):
        yield body


def _text(body: EmailMessage, name: str, place: str) -> Text | Bad:
    """Give the text of a part; in an encoding that nobody knows, its bytes as they are."""
    data: Any = body.get_payload(decode=True)
    if body.get_content_subtype() == "html":
        return extracted(data, name, place, {})
    with contextlib.suppress(LookupError):
        data = str(body.get_content()).encode("utf-8", "surrogatepass")
    return Text(name, data, {}, place)
