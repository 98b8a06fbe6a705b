"""Code in plain texts: what is copied, and prose that only looks like it."""

import re
import time

import pytest

from tests.fuzzing import Echo
from translate.mt.job import translate_documents
from translate.mt.layout.code import code_lines, signs
from translate.mt.sentences import pieces
from translate.mt.units import Source

EXAMPLES = [(sign["id"], line) for sign in signs() for line in sign["examples"]]
LOOKALIKES = [(sign["id"], line) for sign in signs() for line in sign["lookalikes"]]


@pytest.mark.parametrize(("sign", "line"), EXAMPLES)
def test_a_sign_matches_its_examples(sign: str, line: str) -> None:
    (pattern,) = (one["pattern"] for one in signs() if one["id"] == sign)
    assert re.fullmatch(pattern, line)


@pytest.mark.parametrize(("sign", "line"), LOOKALIKES)
def test_no_sign_matches_what_looks_like_one(sign: str, line: str) -> None:
    (pattern,) = (one["pattern"] for one in signs() if one["id"] == sign)
    assert not re.fullmatch(pattern, line)
    assert code_lines([line]) == [False]


# A text, and the lines of it that are code, from 1.
TEXTS = {
    "a function of Python": (
        "Voici la fonction :\n\ndef trier(xs):\n    # du plus petit au plus grand\n    return xs\n"
        "\nElle trie.",
        [3, 4, 5],
    ),
    "with a blank line within": ("def f(x):\n    y = 1\n\n    return y\n\nFin.", [1, 2, 4]),
    "without indentation": ("for x in xs:\nprint x\ntotal = 5\nLe total est de 5.", [1, 2, 3]),
    "JavaScript": (
        "function aller() {\n  const a = b;\n  // va\n  return a\n}\nOn y va (vite).",
        [1, 2, 3, 4, 5],
    ),
    "a shell": ("Installez :\n$ pip install corpus\npython -m corpus --help\nC’est fait.", [2, 3]),
    "SQL over lines": ("SELECT nom\nFROM villes\nWHERE nom = 'Lyon';\nTrois villes.", [1, 2, 3]),
    "JSON": ('Exemple :\n{\n  "nom": "Ada",\n  "prix": 3\n}\nVoilà.', [2, 3, 4, 5]),
    "Ruby": ("class Panier\n  def total\n    @a.sum { |a| a }\n  end\nend\nFin.", [1, 2, 3, 4, 5]),
    "settings": ('version: "3"\nservices:\n  web:\n    image: nginx\nFin.', [1, 2, 3, 4]),
    "a page": ('<div class="a">\n<p>Le pont est ouvert.</p>\n</div>', [1, 3]),
    "a comment far from code": ("# Titre\n\nLe pont est ouvert.\n\n\nx = [1, 2]", [6]),
    "a list of prices": ("Prix = 5 euros\nTaille = 3 m\nTotal = 15 euros", []),
    "lists with semicolons": ("- les pommes ;\n- les poires (mûres) ;\n- voisin(e)s ;\n- fin.", []),
    "brackets of prose": ("Le(s) chat(s)\nsi (et seulement si) il pleut :\nLyon (Rhône)", []),
    "a command that a sentence begins with": (
        "python -m pip list liste tous les paquets :\ngcc libère les registres -O2 par défaut",
        [],
    ),
    "words that code has, too": ("import export\nfor intérieur\nservice compris\nend", []),
    "a remark within a dialogue": ('— Bonjour (dit-elle) ;\n— Oui : "non" = oui ?', []),
    "quotation marks over a line": ('"Le pont (neuf) est ouvert = bien";', []),
}


@pytest.mark.parametrize(("text", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_lines_of_a_text_that_are_code(text: str, wanted: list[int]) -> None:
    found = code_lines(text.split("\n"))
    assert [number for number, code in enumerate(found, 1) if code] == wanted


def test_code_is_copied_with_its_dates_and_amounts_and_is_no_sentence() -> None:
    code = "jour = '12/05/2024'\nif heure == '14h30':\n    print(\"3,5 €\")\n"
    text = f"Le pont est ouvert.\n\n{code}\nIl pleut."
    (made,) = translate_documents([Source("a.txt", text)], Echo())
    assert code in made.text
    assert [record.source for record in made.records] == ["Le pont est ouvert.", "Il pleut."]


def test_a_line_before_code_does_not_go_on_with_it() -> None:
    text = 'Pour trier une liste de prix on écrit\nprint("a")\net la liste est triée.'
    assert [piece.text for piece in pieces(text) if piece.code] == ['print("a")']


@pytest.mark.parametrize("unit", ["a_", "a(", "a.", "(a)", "a = ", '"a" ', "a, ", "git -a "])
def test_a_line_that_nearly_matches_takes_little_time(unit: str) -> None:
    line = (unit * 400)[:399] + "é"
    began = time.process_time()
    code_lines([line] * 10)
    assert time.process_time() - began < 5
