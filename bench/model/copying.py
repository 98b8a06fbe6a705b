"""How much of what must be copied comes through a model: symbols, numbers, addresses, emoji, terms.

    python bench/model/copying.py translate/models/fr_en [OTHER_PACKAGE ...] [--beam 4] [--show 5]
    python bench/model/copying.py translate/models/fr_en --tool      # with its masks and checks

The sentences are made here, from templates that the training data does not know; they are the
same in every run.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from evaluate import Package

from translate.mt.engines.packages import load_engine
from translate.mt.job import translate_documents
from translate.mt.units import Source
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary

ONE = """
Hier, j'ai croisé {x} au marché.
{x} organise un atelier de réparation samedi prochain.
Nous avons rendez-vous avec {x} devant la mairie.
Le jardin de {x} est ouvert à tous les habitants du quartier.
Merci à {x} pour ce bel article !
Connaissez-vous {x} ?
La maison d'{x} n'a pas de poubelle.
« {x} » est le nom de notre association.
Depuis dix ans, {x} vend du savon en vrac.
Je fabrique ma lessive avec {x}, de l'eau chaude et un peu de patience.
On trouve {x} dans presque tous les magasins bio.
Selon {x}, il suffit de composter les épluchures.
L'équipe d'{x} a ramassé beaucoup de déchets sur la plage.
Pourquoi {x} refuse-t-il les sacs en plastique ?
Les bocaux viennent de {x}.
{x} : comment débuter sans se ruiner
Écrivez à {x} si vous avez des questions.
Voici la recette que {x} m'a donnée.
Sa grand-mère, {x}, cousait déjà ses propres serviettes.
Le livre de {x} m'a beaucoup aidée.
Nous sommes allés jusqu'à {x} à vélo.
Cet hiver, {x} prépare une soupe pour les voisins.
Ce produit ne contient pas de {x}.
L'{x} est plus chère que la version jetable.
""".strip().splitlines()
TWO = """
{x} et {y} ont ouvert une épicerie sans emballage.
De {x} à {y}, il faut deux heures de train.
{x} a répondu à {y} sur le forum.
Mélangez {x} avec {y} dans un grand bol.
Je préfère {x}, mais mon mari choisit toujours {y}.
Le trajet entre {x} et {y} est magnifique en automne.
Pour {x} ({y}), rien ne change.
« {x} », a dit {y} en souriant.
L'avis d'{x} compte plus que celui de {y}.
Avant {x}, nous utilisions {y} tous les jours.
""".strip().splitlines()
THREE = """
{x}, {y} et {z} vivent sous le même toit.
Dans ce guide, {x} explique à {y} comment réparer {z}.
Ni {x} ni {y} ne voulaient vendre {z}.
Après {x}, nous avons visité {y}, puis {z}.
""".strip().splitlines()
NUMBER = """
Nous avons ramassé {x} kilos de déchets.
Le sac coûte {x} euros.
En {y}, la commune a changé les règles.
Il y a {x} habitants dans cette ville.
La recette demande {x} grammes de farine.
J'ai lu {x} pages en une semaine.
Le bus numéro {x} s'arrête devant la gare.
Notre groupe compte {x} membres.
Depuis {y}, nous n'achetons plus de bouteilles.
Chaque famille jette {x} litres d'eau par mois.
Appelez le {x} pour réserver.
Il reste {x} places.
""".strip().splitlines()
COPIED = """
Toutes les infos sont ici : {x}
J'ai trouvé cette recette sur {x} et je l'adore.
Bonne journée à tous {x}
{x} Enfin une bonne nouvelle pour le quartier !
Inscrivez-vous sur {x} avant vendredi.
Quelle belle idée {x} je vais essayer demain.
Regardez cette photo {x}
Pour en savoir plus, consultez {x}.
Merci pour vos messages {x} {y}
Mon mari n'y croyait pas ({x}), mais ça marche.
Le groupe partage ses astuces sur {x} chaque semaine.
Bravo {x}
""".strip().splitlines()
TERM = """
Le {x} est très utile à la maison.
Nous parlons souvent de {x} dans notre groupe.
J'ai acheté un nouveau {x} hier.
Sans {x}, la vie est plus simple.
Que pensez-vous de notre {x} ?
Chaque {x} compte.
La question du {x} revient à chaque réunion.
Elle a écrit un article sur le {x} en ville.
""".strip().splitlines()
TERMS = [
    ("zéro déchet", "zero waste"),
    ("vrac", "bulk buying"),
    ("compost", "compost heap"),
    ("bocal", "mason jar"),
    ("savon", "soap bar"),
    ("foyer", "household"),
    ("marché", "farmers' market"),
    ("atelier", "workshop"),
    ("tri", "waste sorting"),
    ("sac", "tote bag"),
    ("emballage", "packaging"),
    ("défi", "challenge"),
    ("jardin", "vegetable garden"),
    ("carnet", "logbook"),
    ("réseau", "network"),
    ("bilan", "balance sheet"),
    ("permis", "permit"),
    ("dossier", "case file"),
    ("seuil", "threshold"),
    ("relais", "drop-off point"),
]
HOSTS = ["mamaisonclaire", "recettes-du-soir", "asso-quartier", "blog.velo", "lesbocaux"]
PLACES = ["fr", "com", "org", "be", "net"]
PAGES = ["", "/accueil", "/2021/05/article-12", "/forum/sujet?id=483", "/boutique/panier.html"]
EMOJI = "😀😂😍🙏👍🎉🌱♻🌍💚🔥✨🚲🍎🥕🐝☀❤😭🤔😅💡📍🏡🛒"


@dataclass(frozen=True)
class Case:
    """A sentence, what must be in its translation, and what must not."""

    source: str
    wanted: tuple[str, ...]
    refused: tuple[str, ...] = ()


def _filled(templates: list[str], r: random.Random, make: Callable[[], str]) -> Case:
    template = r.choice(templates)
    slots = [slot for slot in "xyz" if "{" + slot + "}" in template]
    values: list[str] = []
    while len(values) < len(slots):
        value = make()
        if value not in values:
            values.append(value)
    return Case(template.format(**dict(zip(slots, values, strict=True))), tuple(values))


def symbols(r: random.Random, count: int) -> list[Case]:
    """Sentences with one, two or three symbols."""
    kinds = [ONE] * 6 + [TWO] * 3 + [THREE]
    return [_filled(r.choice(kinds), r, lambda: f"⟦{r.randrange(7)}⟧") for _ in range(count)]


def numbers(r: random.Random, count: int) -> list[Case]:
    """Sentences with a number: a year, a whole number, or one with a decimal comma."""

    def one() -> str:
        x = r.random()
        if x < 0.2:
            return f"{r.randrange(100)},{r.randrange(1, 100)}"
        return str(r.randrange(13, 10 ** r.randint(2, 5)))

    years = [line for line in NUMBER if "{y}" in line]
    others = [line for line in NUMBER if "{x}" in line]
    return [
        _filled(years, r, lambda: str(r.randint(1789, 2026)))
        if r.random() < 0.2
        else _filled(others, r, one)
        for _ in range(count)
    ]


def copied(r: random.Random, count: int) -> list[Case]:
    """Sentences with web addresses, emoji, hashtags or handles."""

    def one() -> str:
        x = r.random()
        if x < 0.45:
            head = r.choice(["https://", "https://www.", "http://", "www."])
            return f"{head}{r.choice(HOSTS)}.{r.choice(PLACES)}{r.choice(PAGES)}"
        if x < 0.9:
            return "".join(r.sample(EMOJI, r.choice([1, 1, 2, 3])))
        return r.choice(["#zerodechet", "#ViePlusSimple", "@marie_b", "@asso59", "#Lille2024"])

    return [_filled(COPIED, r, one) for _ in range(count)]


def terms(r: random.Random, count: int) -> list[Case]:
    """Sentences in which the target form of a term is given; no symbol may be left."""
    cases = []
    for _ in range(count):
        source, target = r.choice(TERMS)
        text = r.choice(TERM).format(x=f"⟦7⟧ {source} ⟦8⟧ {target} ⟦9⟧")
        cases.append(Case(text, (target,), ("⟦", "⟧")))
    return cases


def _digits(text: str) -> str:
    return re.sub(r"(?<=\d)[.,\s\u00a0\u202f](?=\d)", "", text)


def intact(case: Case, found: str, kind: str) -> bool:
    """Whether everything wanted is in the translation, as often as asked."""
    if any(x in found for x in case.refused):
        return False
    if kind == "numbers":
        text = re.findall(r"\d+", _digits(found))
        return sorted(text) == sorted(_digits(x) for x in case.wanted)
    if kind == "terms":
        return all(x.lower() in found.lower() for x in case.wanted)
    if kind == "symbols":
        return sorted(re.findall("⟦[0-9]⟧", found)) == sorted(case.wanted)
    return all(found.count(x) == case.source.count(x) for x in case.wanted)


def through_tool(folder: Path, lines: list[str], beam: int) -> list[str]:
    """The English that a user of the tool gets, without a glossary."""
    sources = (Source(str(n), line) for n, line in enumerate(lines))
    engine, terms = load_engine(folder, beam=beam), NameKeeper(Glossary())
    return [done.text for done in translate_documents(sources, engine, terms=terms)]


def measure(folders: Iterable[Path], beam: int, show: int, tool: bool) -> None:
    """Print the share intact of each kind for each package."""
    makers = {"symbols": symbols, "numbers": numbers, "copied": copied, "terms": terms}
    if tool:  # symbols and told terms are what the tool itself gives a model
        makers = {"numbers": numbers, "copied": copied}
    sets = {kind: make(random.Random(5), 500) for kind, make in makers.items()}
    for folder in folders:
        package = Package(folder)
        for kind, cases in sets.items():
            lines = [c.source for c in cases]
            found = through_tool(folder, lines, beam) if tool else package.translate(lines, beam)
            bad = [(c, f) for c, f in zip(cases, found, strict=True) if not intact(c, f, kind)]
            share = 1 - len(bad) / len(cases)
            print(f"{folder.name:20} beam {beam}  {kind:8} {share:6.1%} of {len(cases)}")
            for case, text in bad[:show]:
                print(f"    {case.source}\n    {text}")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("package", type=Path, nargs="+")
    ap.add_argument("--beam", type=int, default=4)
    ap.add_argument("--show", type=int, default=0, help="failures to print of each kind")
    ap.add_argument("--tool", action="store_true", help="through the tool")
    a = ap.parse_args()
    if missing := [str(p) for p in a.package if not (p / "model").is_dir()]:
        sys.exit(f"no package here: {', '.join(missing)}")
    measure(a.package, a.beam, a.show, a.tool)


if __name__ == "__main__":
    main()
