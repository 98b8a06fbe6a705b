"""Terms of the field: in their English and its right number, with the right article and capital.

python -m bench.names.terms [--wrong]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import cycle, islice
from typing import NamedTuple

from translate.config import Config
from translate.languages import language
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source
from translate.mt.words.articles import article
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name

WANTED = 300


class Entry(NamedTuple):
    """A term: singular and plural, whether it is feminine, and its English in both numbers.

    `other` is the feminine of a person, if it has one.
    """

    one: str
    many: str
    feminine: bool
    english: str
    englishes: str
    other: str = ""


# No English here is what a model would mostly say: the glossary has to be seen.
ENTRIES = (
    Entry("cadre", "cadres", False, "executive", "executives"),
    Entry("salarié", "salariés", False, "staff member", "staff members", "salariée"),
    Entry("directeur", "directeurs", False, "head", "heads", "directrice"),
    Entry("entreprise", "entreprises", True, "undertaking", "undertakings"),
    Entry("bail", "baux", False, "tenancy", "tenancies"),
    Entry("travail", "travaux", False, "assignment", "assignments"),
    Entry("journal", "journaux", False, "daily", "dailies"),
    Entry("prix", "prix", False, "award", "awards"),
    Entry("bateau", "bateaux", False, "vessel", "vessels"),
    Entry("accord", "accords", False, "understanding", "understandings"),
    Entry("analyse", "analyses", True, "appraisal", "appraisals"),
    Entry("moteur de recherche", "moteurs de recherche", False, "search tool", "search tools"),
    Entry("chef d'équipe", "chefs d'équipe", False, "head of unit", "heads of unit"),
    Entry("jeu de données", "jeux de données", False, "data collection", "data collections"),
    Entry("outil", "outils", False, "instrument", "instruments"),
    Entry("étude", "études", True, "inquiry", "inquiries"),
    Entry("ingénieur", "ingénieurs", False, "technologist", "technologists"),
    Entry("vendeur", "vendeurs", False, "shop assistant", "shop assistants", "vendeuse"),
    Entry("pharmacien", "pharmaciens", False, "chemist", "chemists", "pharmacienne"),
    Entry("local commercial", "locaux commerciaux", False, "retail unit", "retail units"),
    Entry("agence", "agences", True, "bureau", "bureaus"),
    Entry("logiciel", "logiciels", False, "application", "applications"),
    Entry("séance", "séances", True, "sitting", "sittings"),
    Entry("usager", "usagers", False, "end user", "end users", "usagère"),
)

# {le}, {un}, {du} and {e} agree with the term; the second tells its number.
FRAMES = (
    ("Il manque encore {un} {one} dans cette ville.", "one"),
    ("{Le} {one} sera au centre de la réunion de demain.", "one"),
    ("Nous avons parlé {du} {one} pendant une heure.", "one"),
    ("Chaque {one} compte pour la commune.", "one"),
    ("{Un} {one} de plus ne changera rien.", "one"),
    ("C'est {un} {one} que tout le monde connaît.", "one"),
    ("Trois {many} ont été choisi{e}s par le jury.", "many"),
    ("Les {many} seront connu{e}s lundi.", "many"),
    ("Plusieurs {many} posent problème cette année.", "many"),
    ("Le maire a comparé les {many} de la région.", "many"),
    ("Elle a vu deux {many} avant de décider.", "many"),
    ("Ces {many} coûtent trop cher au village.", "many"),
    ("{Many} et commerces attendent une réponse.", "many"),
    ("La loi parle des {many} sans les nommer.", "many"),
    ("LES {MANY} ARRIVENT", "many"),
)
FEMININE = (
    ("La {other} a signé la lettre hier.", "one"),
    ("Deux {others} ont refusé de répondre.", "many"),
    ("Une {other} nous a écrit.", "one"),
)


def sentences() -> list[tuple[str, Entry, str]]:
    """Give the sentences, each with its term and the number it has there."""
    whole = [(frame, entry) for frame in FRAMES for entry in ENTRIES]
    made = [(frame, entry) for frame in FEMININE for entry in ENTRIES if entry.other]
    step = cycle(range(0, len(whole), 7))
    order = dict.fromkeys(
        (n + k) % len(whole) for k in range(7) for n in islice(step, len(whole) // 7 + 1)
    )
    some = [*made, *(whole[n] for n in order)][:WANTED]
    return [(filled(frame, entry), entry, number) for (frame, number), entry in some]


def filled(frame: str, entry: Entry) -> str:
    """Give the sentence of `frame` with `entry` in it."""
    vowel = entry.one[0] in "aeiouéè"
    le = "l'" if vowel else "la " if entry.feminine else "le "
    un = "une " if entry.feminine else "un "
    du = "de l'" if vowel else "de la " if entry.feminine else "du "
    others = next(iter(language("fr").inflection.plurals(entry.other)), "")
    text = frame.replace("{le} ", le).replace("{Le} ", le[0].upper() + le[1:])
    text = text.replace("{un} ", un).replace("{Un} ", un[0].upper() + un[1:])
    return text.replace("{du} ", du).format(
        one=entry.one,
        many=entry.many,
        Many=entry.many[0].upper() + entry.many[1:],
        MANY=entry.many.upper(),
        other=entry.other,
        others=others,
        e="e" if entry.feminine else "",
    )


def fault(english: str, entry: Entry, number: str) -> str:
    """Give what is wrong with the term in `english`, "" where nothing is."""
    wanted, other = (entry.english, entry.englishes)[:: 1 if number == "one" else -1]
    found = re.findall(rf"(?<!\w){re.escape(wanted)}(?!\w)", english, re.I)
    if len(found) != 1:
        wrong = re.search(rf"(?<!\w){re.escape(other)}(?!\w)", english, re.I)
        return "twice" if found else "number" if wrong else "missing"
    for said, word in re.findall(r"\b(an?) (\w+)", english, re.I):
        if said.lower() != article(word):
            return "article"
    if number == "many" and re.search(rf"\ban? {re.escape(wanted)}(?!\w)", english, re.I):
        return "article"
    first = english.startswith(found[0][0].upper() + found[0][1:])
    if not english.isupper() and found[0][0].isupper() != first:
        return "capital"
    return "" if english[0].isupper() else "capital"


def main() -> None:
    given = sentences()
    names = tuple(Name(e.one, "term", target=e.english) for e in ENTRIES)
    config = Config()
    keeper = NameKeeper(Glossary(names))
    for title, terms in (("no glossary", None), ("glossary", keeper)):
        engine = loaded("", config.source, config.target)
        texts = [Source(str(n), text) for n, (text, _, _) in enumerate(given)]
        done = translate_documents(texts, engine, terms=terms)
        faults = Counter[str]()
        for (text, entry, number), translation in zip(given, done, strict=True):
            wrong = fault(translation.text, entry, number)
            faults[wrong] += 1
            if wrong and terms and "--wrong" in sys.argv:
                print(f"  {wrong}: {text} -> {translation.text}")
        right = faults.pop("", 0)
        print(f"{title}: {right} of {len(given)} right ({right / len(given):.1%}), {dict(faults)}")


if __name__ == "__main__":
    main()
