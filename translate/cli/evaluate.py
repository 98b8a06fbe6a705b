"""`corpus eval`."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.options import PATH, Call, common, echo, print_json
from translate.cli.outcomes import progress
from translate.reading import read_text


@click.command("eval")
@click.argument("source", type=PATH)
@click.argument("reference", type=PATH)
@common("from", "to", "model", "glossary")
def evaluate(call: Call, source: Path, reference: Path) -> None:
    """Score the English of SOURCE's lines against REFERENCE's.

    BLEU and chrF with their signatures, the share of doubtful sentences, and the speed.
    """
    from translate.folders.translating import Translator
    from translate.mt.evaluate import evaluate as score
    from translate.names.enforce import NameKeeper
    from translate.show.terminal import plural

    texts, wanted = (read_text(file).removesuffix("\n").split("\n") for file in (source, reference))
    translator = Translator.of(call.config)
    terms = NameKeeper(translator.glossary)
    with progress(call, "translating") as show:
        result = score(texts, wanted, translator.engine, terms=terms, progress=show)
    if call.json:
        print_json(result.to_json())
        return
    echo(f"BLEU {result.bleu:.2f}  {result.bleu_signature}")
    echo(f"chrF {result.chrf:.2f}  {result.chrf_signature}")
    scored = plural(result.sentences, "sentence")
    echo(f"{scored} in {result.seconds} s: {result.speed} a second")
    echo(f"{result.doubtful:.1%} doubtful")
    for check, count in result.checks.items():
        echo(f"{count:>9}  {check}")
