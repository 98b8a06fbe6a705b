"""Fit how likely a translation is to be right, on translations that people have read.

    python confidence.py ../translate/models/fr_en labels.tsv [more.tsv …]

Each line of a file: 1 for right or 0 for seriously wrong, the French sentence as a model is given
it (with its symbols), its English. The weights are fitted to all files; the last should hold what
the package itself translates: to it the intercept is fitted once more. Written:
../translate/mt/data/confidence.toml; shown: what a cross-validation, by French sentence, says of
the doubts.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
from prepare import read_model, writer

sys.path.insert(0, str(Path(__file__).parents[1]))

from translate.mt.checks import Attempt, issues
from translate.mt.data import table
from translate.mt.doubt.confidence import features
from translate.mt.engines.ctranslate import load_engine
from translate.mt.fallbacks.ladder import Ladder
from translate.mt.terms import Terms
from translate.mt.units import Unit

OUT = Path(__file__).parents[1] / "translate/mt/data/confidence.toml"
SHRINK = 2.0  # how strongly weights are held near nothing, for features of spread 1
PARTS = 10
LOWEST = -1.0  # a score below says no more: mostly of what was mended
HELD = "negation"  # met too seldom to be fitted: its weight stays, and rows with it are left out
KEPT = "told"  # what no line of labels tells: its weight stays
OWN = 10  # how many times a translation of the package itself counts


def scores(package: Path, rows: list[tuple[str, str]]) -> list[float]:
    """The score the tool gives each translation; the package's own where the tool says otherwise.

    The tool mends what the model wrote, and its score is that of what was written.
    """
    ladder = Ladder(load_engine(package), Terms())
    units = ladder.by_length(list(dict.fromkeys(Unit(fr) for fr, _ in rows)), lambda u: u.text)
    own = {(unit.text, made.english): made.score for unit, made in ladder.solve(units)}
    own |= {
        (unit.text, ladder.judge.candidate(unit, said).english): said.score
        for unit, answers in zip(units, ladder.ask([u.text for u in units]), strict=True)
        for said in reversed(answers)
    }
    print(sum(row in own for row in rows), "of", len(rows), "are the tool's own")
    found = zip(rows, forced(package, rows), strict=True)
    return [max(LOWEST, own.get(row) or score) for row, score in found]


def forced(package: Path, rows: list[tuple[str, str]]) -> list[float]:
    """The mean log-probability of the tokens of each translation, whoever wrote it."""
    model = read_model(package / "sentencepiece.model")
    listed = next((package / "model").glob("*[td]_vocabulary.json"))  # target's or shared
    reader = sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())
    english = writer(model, json.loads(listed.read_text(encoding="utf-8")))
    found = ctranslate2.Translator(str(package / "model")).score_batch(
        [reader.encode(fr, out_type=str) for fr, _ in rows],
        [english.encode(en, out_type=str) for _, en in rows],
        max_batch_size=16,
    )
    return [float(np.mean(one.log_probs)) for one in found]


def fitted(x: np.ndarray, y: np.ndarray, times: np.ndarray) -> np.ndarray:
    """The intercept and the weights of a logistic regression of `y` on `x`, rows `times` over."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    shrink = SHRINK * np.r_[0, np.ones(x.shape[1])]
    b = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ b))
        b += np.linalg.solve(
            (z * (times * p * (1 - p))[:, None]).T @ z + np.diag(shrink),
            z.T @ (times * (y - p)) - shrink * b,
        )
    weights = b[1:] / spread
    return np.r_[b[0] - weights @ mean, weights]


def predicted(b: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The probability of each row of `x`."""
    return 1 / (1 + np.exp(-(b[0] + x @ b[1:])))


def calibrated(b: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """`b` with the intercept for which as many of `x` are right as of `y`."""
    b = b.copy()
    for _ in range(30):
        p = predicted(b, x)
        b[0] += (y - p).sum() / (p * (1 - p)).sum()
    return b


def fit(x: np.ndarray, y: np.ndarray, last: np.ndarray) -> np.ndarray:
    """The regression on all rows, its intercept for the `last` ones."""
    return calibrated(fitted(x, y, np.where(last, OWN, 1)), x[last], y[last])


def report(x: np.ndarray, y: np.ndarray, last: np.ndarray, part: np.ndarray) -> None:
    """Print what a cross-validation says of the last file."""
    p = np.zeros(len(y))
    for n in range(PARTS):
        there = part != n
        p[~there] = predicted(fit(x[there], y[there], last[there]), x[~there])
    p, y = p[last], y[last]
    wrong = y == 0
    for limit in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8):
        doubt = p < limit
        both = (doubt & wrong).sum()
        print(
            f"  below {limit}: {doubt.mean():.2f} of all, {both / wrong.sum():.2f} of the wrong, "
            f"of them wrong {both / max(1, doubt.sum()):.2f}"
        )
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 1)):
        some = (p >= low) & (p < high)
        if some.any():
            print(f"  said {low} to {high}: {some.sum()}, right {y[some].mean():.2f}")


def main() -> None:
    """Read the command line and write the weights."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("package", type=Path)
    ap.add_argument("labels", type=Path, nargs="+")
    a = ap.parse_args()
    rows, y, last = [], [], []
    for path in a.labels:
        for line in path.read_text(encoding="utf-8").splitlines():
            right, fr, en = line.split("\t")
            rows.append((fr, en))
            y.append(float(right))
            last.append(path == a.labels[-1])
    unsure = json.loads((a.package / "metadata.json").read_text(encoding="utf-8"))["unsure_below"]
    attempts = [Attempt(Unit(fr), en) for fr, en in rows]
    # The traps were written with such translations in view: what they find here proves nothing.
    found = [features(a, tuple(i for i in issues(a) if i.kind != "trap")) for a in attempts]
    names = [name for name in found[0] if name != HELD]
    without = np.array([[one[name] for name in names] for one in found])
    score = np.array(scores(a.package, rows)) - unsure
    right, final = np.array(y), np.array(last)
    part = np.array([zlib.crc32(fr.encode()) % PARTS for fr, _ in rows])
    some = np.array([not one[HELD] for one in found])
    without, score, right, final, part = (
        each[some] for each in (without, score, right, final, part)
    )
    old = table("confidence")
    out = [
        "# How likely a translation is to be right: the weights of a logistic regression, made by",
        f"# training/confidence.py from {some.sum()} translations that were read.",
        "",
        "# Below this a translation is doubtful; what these checks find is a doubt only then.",
        f"doubtful_below = {old['doubtful_below']}",
        f"soft = {json.dumps(old['soft'])}",
        "# A word alone with the English that it nearly always has is right so often at least.",
        f"headword = {old['headword']}",
        "",
        "# By so much one of two translations with as much wrong must be likelier right to be",
        "# taken for the other. On FLORES dev and newstest 2013 (1,997 lines) 52 came out",
        "# otherwise: 24 better, 7 worse, 21 neither, by our reading.",
        f"clearly = {old['clearly']}",
        "",
        "# The words of a doubtful translation that are named: those below this log-probability,",
        "# at most so many.",
        "[suspects]",
        *(f"{name} = {value}" for name, value in old["suspects"].items()),
        "",
        "# A no that is in one of the languages alone is met too seldom to be fitted "
        f"({(~some).sum()} times);",
        "# its weight is set so that it is always a doubt.",
    ]
    for table_name, x, columns in (
        ("with_score", np.c_[score, without], ["score", *names]),
        ("without_score", without, names),
    ):
        print(table_name)
        report(x, right, final, part)
        weights = fit(x, right, final)
        out += [f"[{table_name}]"]
        out += [f"{n} = {w:.4f}" for n, w in zip(["intercept", *columns], weights, strict=True)]
        out += [f"{name} = {old[table_name][name]}" for name in (HELD, KEPT)] + [""]
    out += [
        "# Those by which translations of one text are compared (`clearly`), fitted to 1222",
        "# others: what was chosen was read with these.",
    ]
    for table_name, weights_of in old["choice"].items():
        out += [f"[choice.{table_name}]", *(f"{n} = {w}" for n, w in weights_of.items()), ""]
    OUT.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
