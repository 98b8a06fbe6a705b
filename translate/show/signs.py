"""Characters that steer a terminal or hide what stands there, shown as signs."""

from __future__ import annotations

SIGNS = {10: "↵", 13: "␍", 9: "⇥", 127: "␡", 0xA0: "⍽", 0x202F: "⍽", 0xAD: "¬"}
# C1 controls steer as escape sequences do; marks of direction show a line as it does not stand.
HIDDEN = (*range(0x80, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
CONTROLS = sorted({*range(32), 127} - {9, 10})  # but tabs and line ends
ESCAPES = {n: f"\\u{n:04x}" for n in (*CONTROLS, *HIDDEN)}
TABLE = {n: 0x2400 + n for n in range(32)} | SIGNS | {n: ESCAPES[n] for n in HIDDEN}


def visible(text: str) -> str:
    """Give `text` with its line ends and control characters shown, the rest as it is.

    >>> visible("a\\r\\nb\\x00"), visible("\\x9b2J")
    ('a␍↵b␀', '\\\\u009b2J')
    """
    if text.isprintable():
        return text
    return text.translate(TABLE).encode("utf-8", "backslashreplace").decode()


def harmless(text: str) -> str:
    """Give `text` with what steers a terminal as escapes, which JSON and TOML read back.

    >>> harmless('"a\x9b2J"')
    '"a\\\\u009b2J"'
    """
    return text.translate(ESCAPES).encode("utf-8", "backslashreplace").decode()
