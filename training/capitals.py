"""Count in parallel text what the capitals of French words tell: two lists for the tool.

    python capitals.py renamed ../translate/languages/fr/renamed.txt europarl.tsv tatoeba.tsv …
    python capitals.py cased ../translate/languages/fr/cased.txt europarl.tsv tatoeba.tsv …

The tool takes a capitalised word within a French sentence for a name, and carries it past a small
model as it is, unless English writes it otherwise (`renamed`): `Londres`, `Commission`, `ONU`. In
text that is all in lower case it gives the words of the other list (`cased`) their capitals back.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from prepare import Pair, read_pairs

sys.path.insert(0, str(Path(__file__).parents[1]))

from translate.languages import language
from translate.names.unlisted import is_ordinary

FRENCH = language("fr")

# A word must be met this often within sentences, and be spelt alike in less than this share.
OFTEN = 5
ALIKE = 0.5
# A word is given its capital back where it had one this often (short ones all in capitals more
# often), and in at least this share; with a `+` when in at least this share another capitalised
# word follows, as it does after first names.
MET, MET_SHORT = 3, 20
SHORT = 3
CASED = 0.85
GOES_ON = 0.3
# A word that is an ordinary one too needs more.
MET_ORDINARY, CASED_ORDINARY = 200, 0.95
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.!?:;…«»\"()•]|\d+")
_OPENS = frozenset('.!?:;…«»"(•')


def otherwise(pairs: Iterable[Pair]) -> list[str]:
    """The words capitalised within French sentences that the English sides mostly lack, sorted.

    Ordinary words are left out: the tool does not take them for names anyway.

    >>> otherwise([("Il vit à Londres avec Ada.", "He lives in London with Ada.")] * 5)
    ['Londres']
    """
    seen: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for fr, en in pairs:
        words = _TOKEN.findall(fr)
        there = frozenset(_TOKEN.findall(en))
        for before, word in pairwise(words):
            if word[0].isupper() and before not in _OPENS:
                seen[word] += 1
                alike[word] += word in there
    return sorted(
        word
        for word, count in seen.items()
        if count >= OFTEN and alike[word] < ALIKE * count and not is_ordinary(word, FRENCH)
    )


def cased(pairs: Iterable[Pair]) -> list[str]:
    """The words of the French sides that have a capital nearly always, sorted.

    Each as it is mostly written. Ordinary words, French or English, are mostly left out: they had
    it by chance, or stood in the name of a program.

    >>> cased([("Il vit à Londres avec John Smith et dort.", "He lives in London.")] * 3)
    ['John+', 'Londres', 'Smith']
    """
    low: Counter[str] = Counter()
    followed: Counter[str] = Counter()
    english: Counter[str] = Counter()  # less what is written with a capital there
    forms: dict[str, Counter[str]] = {}
    for fr, en in pairs:
        for word in _TOKEN.findall(en)[1:]:
            english[word.lower()] += 1 if word.islower() else -1
        words = [*_TOKEN.findall(fr), ""]
        for before, word, after in zip(words, words[1:], words[2:], strict=False):
            if before in _OPENS:
                continue
            if word[0].isupper():
                forms.setdefault(word.lower(), Counter())[word] += 1
                followed[word.lower()] += after[:1].isupper()
            else:
                low[word] += 1
    found: list[str] = []
    for word, form in forms.items():
        name = form.most_common(1)[0][0]
        least, share = MET_SHORT if len(name) <= SHORT and name.isupper() else MET, CASED
        if is_ordinary(word, FRENCH):
            least, share = MET_ORDINARY, CASED_ORDINARY
        enough = form.total() >= max(least, share * (form.total() + low[word]))
        if enough and len(word) > 1 and english[word] <= 0:
            found.append(name + "+" * (followed[word] >= GOES_ON * form.total()))
    return sorted(found)


def main() -> None:
    """Read the command line and write the list, a word a line."""
    lists = {"renamed": otherwise, "cased": cased}
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("list", choices=lists)
    ap.add_argument("out", type=Path)
    ap.add_argument("tsv", type=Path, nargs="+")
    a = ap.parse_args()
    words = lists[a.list](pair for path in a.tsv for pair in read_pairs(path))
    a.out.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")


if __name__ == "__main__":
    main()
