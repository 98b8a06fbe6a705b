"""Things made at random to be copied or carried over: numbers, emoji, addresses, hashtags."""

from __future__ import annotations

import random
import unicodedata

_EMOJI = (
    "😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰😗🙂🤗🤩🤔🤨😐😑😶🙄😏😣😥😮🤐😯😪😫🥱😴😌😛😜🤤😒😓😔😕🙃"
    "🤑😲☹😖😞😟😤😢😭😦😧😨😩🤯😬😰😱🥵🥶😳🤪😵🥴😠😡🤬😷🤒🤕🤢🤮🤧😇🥳🥺🤠🤡🤥🤫🤭🧐"
    "👍👎👏🙌🙏💪👀🔥✨🎉🎁🎄🎂❤💙💚💛💜🧡💔💯✅❌⚠⭐🌟☀🌧⛄🌈🌍🌱🌿🍀🌸🌹🌻🍎🍓🍕🍝🍷☕🍫"
    "🐶🐱🐭🦊🐻🐼🐨🐯🦁🐸🐵🐔🐧🦆🐝🦋🐢🐙🐬🐳🚗🚲✈🚀🏠🏡📍📌📅📞📱💻📷📚📖✏📝💡🔑🔒🛒💰💶"
    "🎓🎸🎵🎬⚽🏀🏆🥇♻➡⬅⬆⬇▶👉👇👆🤝👋👩👨👶👸🤴🕯🗑🛁🧽🧴🪴🧺"
)
# Pictographs, faces, transport and supplements: to copy any of them the model must copy bytes.
_PLANES = [*range(0x1F300, 0x1F650), *range(0x1F680, 0x1F6D3), *range(0x1F90C, 0x1FA00)]
_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJK23456789"
_TOPS = [".fr", ".com", ".org", ".net", ".eu", ".ca", ".be", ".ch", ".info", ".gouv.fr"]
_HEADS = ["https://", "https://www.", "http://", "http://www.", "www."]


def _grouped(value: int, sep: str) -> str:
    return f"{value:,}".replace(",", sep)


def number(r: random.Random) -> tuple[str, str]:
    """A random number as French and as English write it."""
    x = r.random()
    if x < 0.45:
        text = str(r.randrange(10 ** r.randint(1, 6)))
        return text, text
    if x < 0.6:
        year = str(r.randint(1500, 2060))
        return year, year
    if x < 0.75:
        value = r.randrange(1000, 10 ** r.randint(4, 9))
        return _grouped(value, r.choice([" ", "\u00a0", "\u202f", "."])), _grouped(value, ",")
    if x < 0.9:
        whole, part = r.randrange(10 ** r.randint(1, 4)), r.randrange(10 ** r.randint(1, 2))
        return f"{whole},{part}", f"{whole}.{part}"
    value = r.randrange(100)
    return f"{value}{r.choice([' ', chr(0xA0), ''])}%", f"{value}%"


def strip_accents(text: str) -> str:
    """The text without accents; œ and æ stay."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))


def emoji(r: random.Random) -> str:
    """One to three emoji, the same or different ones, often of those that many people use."""
    if r.random() < 0.35:
        return chr(r.choice(_PLANES))
    if r.random() < 0.3:
        return r.choice(_EMOJI) * r.randint(1, 3)
    return "".join(r.choices(_EMOJI, k=r.choice([1, 1, 1, 2, 3])))


def address(r: random.Random, words: list[str]) -> str:
    """A web address from plain words."""
    a, b, c, d, e = r.choices(words, k=5)
    host = a + r.choice(["", "-" + b, str(r.randint(1, 99))])
    paths = ["-".join([c, d, e][: r.randint(1, 3)]) for _ in range(r.randint(0, 2))]
    tails = [
        "",
        "",
        "/",
        ".html",
        f"?id={r.randrange(10**6)}",
        f"?{e}={d}#{c}",
        f"/{r.randrange(10**5)}",
        "/" + "".join(r.choices(_LETTERS, k=8)),
    ]
    path = "".join("/" + part for part in paths)
    return r.choice(_HEADS) + host + r.choice(_TOPS) + path + r.choice(tails)


def extra(r: random.Random, words: list[str]) -> str:
    """An emoji, web address, hashtag, handle or mail address made of some of `words`."""
    some = r.choices(words or ["exemple"], k=8)
    plain = [strip_accents(w).lower() for w in some]
    x = r.random()
    if x < 0.42:
        return emoji(r)
    if x < 0.74:
        return address(r, plain)
    a, b, c = r.choices(plain, k=3)
    number = str(r.randint(1, 2030))
    if x < 0.88:
        word = r.choice(some)
        return "#" + r.choice([word, word.capitalize() + b.capitalize(), a + number])
    if x < 0.96:
        return "@" + r.choice([a, f"{a}_{b}", a + number, a.capitalize() + b.capitalize()])
    return f"{a}.{b}@{c}.{r.choice(['fr', 'com', 'org'])}"
