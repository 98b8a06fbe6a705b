"""How often a misspelt name in the English is set right, and how often something else is touched.

    python bench/names/repair.py FRENCH ENGLISH

The two files are parallel, a sentence a line. Names are the runs of two or more capitalised words
that stand in both languages of a line: they become a glossary. In each English sentence one name is
then spoilt in one of the ways of `SPOIL`, and `NameKeeper.polish` is asked to set it right.
`restored` is the share of sentences that come back exactly, `damaged` the share where anything but
the spoilt name differs afterwards, `left` those where polish changed nothing. For `dropped` the
name is taken out altogether: there every change is damage.
"""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from translate.languages.words import fold_word
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key

RUN = re.compile(r"[A-Z][\w'’-]+(?: (?:de|of|van|von|al|bin|da) [A-Z][\w'’-]+| [A-Z][\w'’-]+)+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def typo(name: str, rng: random.Random) -> str:
    """Give `name` with one letter changed, dropped, doubled or swapped, not the first."""
    places = [i for i in range(1, len(name)) if name[i].isalpha()]
    i = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0:
        return name[:i] + rng.choice(LETTERS.replace(name[i].lower(), "")) + name[i + 1 :]
    if kind == 1:
        return name[:i] + name[i + 1 :]
    if kind == 2:
        return name[:i] + name[i] + name[i:]
    return name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :]


def two_typos(name: str, rng: random.Random) -> str:
    return typo(typo(name, rng), rng)


def no_accents(name: str, rng: random.Random) -> str:
    parts = unicodedata.normalize("NFD", name)
    return "".join(c for c in parts if not unicodedata.combining(c))


def lower(name: str, rng: random.Random) -> str:
    return name.lower()


def reordered(name: str, rng: random.Random) -> str:
    words = name.split()
    return " ".join([*words[1:], words[0]])


def split(name: str, rng: random.Random) -> str:
    words = name.split()
    longest = max(words, key=len)
    at = rng.randrange(2, max(3, len(longest) - 1))
    return name.replace(longest, f"{longest[:at]} {longest[at:]}")


def glued(name: str, rng: random.Random) -> str:
    return "".join(name.split())


def last_only(name: str, rng: random.Random) -> str:
    return name.rsplit(maxsplit=1)[-1]


def dropped(name: str, rng: random.Random) -> str:
    return "it"


SPOIL: tuple[Callable[[str, random.Random], str], ...] = (
    typo,
    two_typos,
    no_accents,
    lower,
    reordered,
    split,
    glued,
    last_only,
    dropped,
)


def shared_names(french: str, english: str) -> list[str]:
    """Give the capitalised runs of the English line that the French line has too."""
    return [m.group() for m in RUN.finditer(english) if m.group() in french]


def main(french_path: str, english_path: str) -> None:
    if not Path(french_path).is_file():
        sys.exit(f"{french_path}: not here; give two parallel files")
    french = Path(french_path).read_text(encoding="utf-8").splitlines()
    english = Path(english_path).read_text(encoding="utf-8").splitlines()
    lines = list(zip(french, english, strict=True))
    names = {key(n): n for pair in lines for n in shared_names(*pair)}
    keeper = NameKeeper(Glossary(tuple(Name(n) for n in sorted(names.values()))))
    print(f"{len(names)} names in {len(lines)} lines")
    print(f"{'spoilt':12}{'n':>6}{'restored':>10}{'damaged':>10}{'left':>8}{'still missing':>15}")
    for spoil in SPOIL:
        rng = random.Random(7)
        count: Counter[str] = Counter()
        for source, target in lines:
            for name in shared_names(source, target)[:1]:
                wrong = spoil(name, rng)
                if wrong == name or target.count(name) != 1:
                    continue
                sent, required = source, keeper.required(source)
                spoilt = target.replace(name, wrong)
                mended = keeper.polish(sent, spoilt, required)
                clean = keeper.polish(sent, target, required)
                count["n"] += 1
                if mended == clean and spoil is not dropped:
                    count["restored"] += 1
                elif mended == spoilt or fold_word(mended) == fold_word(spoilt):
                    count["left"] += 1
                else:
                    count["damaged"] += 1
                    if "-v" in sys.argv:
                        print(f"  {spoil.__name__}: {wrong!r} for {name!r}: {mended}")
                if any(t.target == name for t in keeper.missing(mended, required)):
                    count["missing"] += 1
        n = count["n"] or 1
        shares = [count[k] / n for k in ("restored", "damaged", "left", "missing")]
        print(
            f"{spoil.__name__:12}{count['n']:6}{shares[0]:10.1%}{shares[1]:10.1%}"
            f"{shares[2]:8.1%}{shares[3]:15.1%}"
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
