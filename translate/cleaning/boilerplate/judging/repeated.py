"""Lines that stand in many files of the folder; what tells in running text is no such line."""

from __future__ import annotations

from translate.cleaning.boilerplate.judging.page import LOOSE, Drops, Page
from translate.cleaning.boilerplate.rules import Rules


def repeated(page: Page, rules: Rules) -> Drops:
    """Give the lines that many files of the folder share, unless the text is a copy of another."""
    rule, folder = rules.method("structure.repeated"), page.folder
    if rule is None or folder is None or folder.files < rule.settings["files"]:
        return {}
    limits = rule.settings
    marked = {}
    for index, line in enumerate(page.full):
        share = limits["long_share" if line.words >= limits["long_words"] else "short_share"]
        count = folder.count(line.text)
        if count < max(limits["files"], share * folder.files):
            continue
        inner = 0 < index < len(page.full) - 1
        if not (inner and page.in_text(index) and page.call(index) < LOOSE):
            marked[index] = count
    size = sum(len(line.text) for line in page.full)
    if sum(len(page.full[i].text) for i in marked) > limits["copy_share"] * size:
        return {}
    return {i: (rule, f"stands in {n} of {folder.files} files") for i, n in marked.items()}
