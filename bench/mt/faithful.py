"""Does everything that is not a sentence come through? Does nothing go missing without a word?

    python bench/mt/faithful.py [layouts|masks|noise ...]

- layouts: 200 texts with generated indentation, bullets, blank lines and line ends; a line is kept
  when its place, indentation, bullet and line end are what they were (limit 100 %);
- masks: 500 sentences with addresses, handles, hashtags, emoji and file names put in at random
  places; kept when all are there, intact and in order (limit 100 %);
- noise: 40 texts that break translators; nothing may be dropped, doubled or looped without a record
  that says so (limit 40).
"""

from __future__ import annotations

import random
import re
import sys

from translate.mt.checks.repeats import repetition
from translate.mt.engines.engine import Engine
from translate.mt.held import protected
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source, Translation

SENTENCES = (
    "Le conseil a voté le budget.",
    "Elle travaille depuis six ans dans la même équipe.",
    "Pourquoi partir maintenant ?",
    "Un rappel utile",
    "les élèves rentrent demain. ils ont hâte.",
    "M. Roy habite au n° 12, rue des Lilas.",
    "LES TRAVAUX COMMENCENT LUNDI",
    "« Nous verrons », dit-il. Puis il sort.",
    "La ville compte 12 500 habitants, soit 3,5 % de plus qu'en 2019.",
    "Il pleut… et la fête continue !",
)
INDENTS = ("", "", "", "  ", "\t", "    ", "\u00a0", "\u3000")
BULLETS = ("", "", "", "- ", "• ", "* ", "1. ", "2) ", "– ", "a) ", "👉 ", "1️⃣ ", "> ", "## ", "✅ ")
ENDS = ("\n", "\n", "\n", "\r\n", "\n\n", "\n\n\n", "\r\n\r\n", " \n", "\t\n", "\n \n")
MARKS = {
    "url": ("https://exemple.fr/a?b=c&d=1", "www.exemple.org/page_2.html", "http://a.b.fr/x(y)"),
    "email": ("jean.dupont@exemple.fr", "contact+info@mairie.example.org"),
    "handle": ("@mairie_lyon", "@louise", "@info@social.example"),
    "hashtag": ("#IA", "#Vélo2024", "#santé_publique"),
    "emoji": ("😀", "👩‍💻", "🇫🇷", "❤️", "👍🏽", "3️⃣", "🎉🎉"),
    "file": ("rapport_final.pdf", "photo.jpg", "/etc/hosts", "main.py", "C:\\Temp\\a.txt"),
    "code": ("`x = 1`", "--verbose", "print()"),
}
NOISE = (
    "", " ", "\n\n\n", "🎉", "👍🏽👍🏽👍🏽", "- - -", "***", "…", "?!?!?!",
    "(Applaudissements)\n" * 10, "(Applaudissements) " * 10,
    "Příliš žluťoučký kůň úpěl ďábelské ódy.", "LES CADRES QUITTENT LA BANQUE",
    "QUELS COOKIES ET QUELS TRACEURS SONT UTILISÉS ?", "très " * 200, "non, " * 50 + "non.",
    "Le maire, " + "qui parle, " * 1000 + "se tait.", "mot " * 3000 + ".", "a" * 5000,
    "https://exemple.fr/" + "a" * 2000, "1234567890 " * 100, "12", "M.", "Oui", "Non.", "A",
    "ⵣ ⵣ ⵣ", "中文句子没有空格。", "Это русское предложение.",
    "Le chat dort.\x00Le chien aussi.", "\ufeffBonjour à tous.",
    "⟦0⟧ et ⟦9⟧ sont des signes, ⟦12⟧ aussi.", "<b>Gras</b> et <i>italique</i> dans le texte.",
    "Koloni-ln-sk-vé-ho-du", "défavorable", "Merci 💡 💡 💡 à tous", "Bonjour\tà\ttous\tles\tamis",
    "É́t́é́ décomposé : été", "Il dit : « Il répond : « Oui. » »", "!" * 500 + " Fin.",
)  # fmt: skip


def layouts(engine: Engine) -> str:
    random_ = random.Random(1)
    texts = []
    for _ in range(200):
        lines = [
            random_.choice(INDENTS)
            + random_.choice(BULLETS)
            + " ".join(random_.sample(SENTENCES, random_.choice((1, 1, 2, 3))))
            + random_.choice(ENDS)
            for _ in range(random_.randint(1, 8))
        ]
        texts.append(random_.choice(("", "\n", " \n\n")) + "".join(lines))
    kept = total = 0
    for text, english in zip(texts, translated(texts, engine), strict=True):
        before, after = text.split("\n"), english.text.split("\n")
        total += len(before)
        if len(before) == len(after):
            lost = [ab for ab in zip(before, after, strict=True) if frame(ab[0]) != frame(ab[1])]
            kept += len(before) - len(lost)
            for line, became in lost:
                print(f"   {line!r}\n   -> {became!r}")
    return f"layouts: {kept} of {total} lines kept in 200 texts ({100 * kept / total:.2f} %)"


def frame(line: str) -> tuple[str, ...]:
    """Give what must stay of a line: indentation and bullet, the spaces at its end, emptiness."""
    lead = re.match(r"\s*(?:(?:[-•*–>✅👉]|##|1\.|2\)|a\)|1️⃣)\s+)*", line)
    return (lead[0] if lead else "", line[len(line.rstrip()) :], str(bool(line.strip())))


def masks(engine: Engine) -> str:
    random_ = random.Random(2)
    texts = []
    for _ in range(500):
        words = random_.choice(SENTENCES[:3] + SENTENCES[5:6] + SENTENCES[8:]).split(" ")
        for kind in random_.sample(sorted(MARKS), random_.choice((1, 1, 2, 3))):
            words.insert(random_.randint(0, len(words)), random_.choice(MARKS[kind]))
        texts.append(" ".join(words))
    kept = 0
    for text, english in zip(texts, translated(texts, engine), strict=True):
        ok = found(text) == found(english.text)
        kept += ok
        if not ok:
            print("  ", text, "\n  ->", english.text)
    return f"masks: {kept} of 500 sentences with everything intact and in order"


def found(text: str) -> list[str]:
    """Give the protected stretches of `text` in order."""
    known = [mark for marks in MARKS.values() for mark in marks]
    known.sort(key=len, reverse=True)
    return re.findall("|".join(map(re.escape, known)), text)


def noise(engine: Engine) -> str:
    sound = 0
    for text, english in zip(NOISE, translated(list(NOISE), engine), strict=True):
        fault = "" if english.doubtful else silent_fault(text, english.text)
        sound += not fault
        if fault:
            print(f"   {fault}: {text[:60]!r} -> {english.text[:80]!r}")
    return f"noise: {sound} of {len(NOISE)} sound or flagged"


def silent_fault(text: str, english: str) -> str:
    """Give what is wrong with `english`, judged by other means than the checks, or ""."""
    return next((fault for fault, there in faults(text, english) if there), "")


def faults(text: str, english: str) -> list[tuple[str, bool]]:
    def hidden(t: str) -> list[str]:
        return [t[s.start : s.end] for s in protected(t)]

    before, after = sum(map(str.isalpha, text)), sum(map(str.isalpha, english))
    return [
        ("lines", text.count("\n") != english.count("\n")),
        ("protected text", hidden(text) != hidden(english)),
        ("dropped", bool(text.strip()) != bool(english.strip())),
        ("length", after < 0.4 * before - 5 or after > 2.5 * before + 20),
        ("loop", bool(repetition(english, text))),
        ("brackets", any(text.count(sign) != english.count(sign) for sign in "()")),
    ]


def translated(texts: list[str], engine: Engine) -> list[Translation]:
    return list(translate_documents([Source(str(n), t) for n, t in enumerate(texts)], engine))


def main() -> None:
    chosen = sys.argv[1:] or ["layouts", "masks", "noise"]
    engine = loaded("", "fr", "en")
    print(engine.signature)
    for name in chosen:
        print({"layouts": layouts, "masks": masks, "noise": noise}[name](engine))


if __name__ == "__main__":
    main()
