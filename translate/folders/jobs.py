"""What a person asks for: a folder cleaned, a folder translated, or one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from translate.config import Config
from translate.errors import UsageError, expect
from translate.folders import owner
from translate.folders.files import (
    EVERY,
    RECORDS,
    SENTENCES,
    Item,
    Outcome,
    Progress,
    Selection,
    need_cleaned,
    plan,
    whole,
)
from translate.show.tally import DONE


def unwatched(title: str) -> AbstractContextManager[Progress]:
    """Give a progress that nobody looks at."""
    return nullcontext(lambda done, known: None)


def checked(where: str, source: object, target: object, config: Config | None) -> Config:
    """Give the settings; raises TypeError, which says what `where` takes, for a wrong type."""
    for place in (source, target):
        expect(place, (str, Path), where, "folders as a str or a Path")
    expect(config, (Config, type(None)), where, "the settings as a Config")
    return config or Config()


def clean_folder(  # noqa: PLR0913 - all but the folders have defaults
    raw: str | Path,
    cleaned: str | Path,
    config: Config | None = None,
    *,
    dry_run: bool = False,
    selection: Selection = EVERY,
    progress: Progress | None = None,
) -> list[Outcome]:
    """Clean the texts in `raw` (a folder, or one file) into `cleaned`; give what became of each.

    What is done already, and was made under the same settings, is passed over, unless `selection`
    says otherwise. Raises UsageError when there are no texts, `cleaned` holds the results of
    others, or a setting is wrong; a document that cannot be read is an outcome.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     raw, cleaned = Path(folder, "raw"), Path(folder, "cleaned")
    ...     raw.mkdir()
    ...     _ = (raw / "a.txt").write_text("Le pont est ouvert.\\n\\nPartager cet article\\n")
    ...     [outcome] = clean_folder(raw, cleaned)
    ...     outcome.name, outcome.status, (cleaned / "a.txt").read_text()
    ('a.txt', 'made', 'Le pont est ouvert.\\n')
    """
    from translate.folders.batch import clean_items  # each stage loads what it needs

    config = checked("clean_folder", raw, cleaned, config)
    others = (config.cleaned, config.translated)
    raw, cleaned = Path(raw), Path(cleaned)
    items = plan(raw, cleaned, config.include, home=config.raw, others=others, made=RECORDS)
    owner.claim(whole(raw, config.raw), cleaned, config, dry_run=dry_run)
    among = owner.in_company(items, raw, cleaned, config)
    outcomes = []
    with at_work(raw, cleaned, items, dry_run):
        for outcome in clean_items(items, config, among, dry_run=dry_run, selection=selection):
            outcomes.append(outcome)
            if progress:
                progress(len(outcomes), len(items))
    return outcomes


def translate_folder(  # noqa: PLR0913 - all but the folders have defaults
    cleaned: str | Path,
    translated: str | Path,
    config: Config | None = None,
    *,
    dry_run: bool = False,
    selection: Selection = EVERY,
    progress: Progress | None = None,
) -> list[Outcome]:
    """Translate the texts in `cleaned` (a folder, or one file) into `translated`, as one job.

    Gives what became of each. Cleaned texts of raw ones that are gone are passed over. Raises
    UsageError when there are no texts, or they are what this tool translated to another language,
    `translated` holds the results of others, or a setting is wrong, ModelError when there is no
    model for the languages.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     cleaned, translated = Path(folder, "cleaned"), Path(folder, "translated")
    ...     cleaned.mkdir()
    ...     _ = (cleaned / "a.txt").write_text("12, 13\\n")
    ...     [outcome] = translate_folder(cleaned, translated)
    ...     outcome.status, (translated / "a.txt").read_text()
    ('made', '12, 13\\n')
    """
    from translate.folders.translating import Translator, need_language, translate_items

    config = checked("translate_folder", cleaned, translated, config)
    need_cleaned(Path(cleaned))
    made = (SENTENCES,)
    items = plan(Path(cleaned), Path(translated), config.include, home=config.cleaned, made=made)
    need_language(items, config)
    home = whole(Path(cleaned), config.cleaned)
    gone = owner.orphans(home, (item.name for item in items), config)
    items = [item for item in items if item.name not in gone]
    translator = Translator.of(config)
    owner.claim(home, Path(translated), config, dry_run=dry_run)
    with at_work(Path(cleaned), Path(translated), items, dry_run):
        return list(
            translate_items(
                items, translator, dry_run=dry_run, selection=selection, progress=progress
            )
        )


def run_folder(
    raw: str | Path,
    config: Config,
    *,
    dry_run: bool = False,
    selection: Selection = EVERY,
    watched: Callable[[str], AbstractContextManager[Progress]] = unwatched,
) -> tuple[list[Outcome], list[Outcome]]:
    """Clean `raw` and translate what came of it, in the folders of `config`.

    Gives the outcomes of both stages. A model that is not there, and a folder that holds the
    results of others, are told before anything is written. `watched` gives each stage, by its
    title, a progress to tell.
    """
    from translate.folders.translating import Translator, translate_items

    translator = Translator.of(config)
    _ = translator.signature  # what is wrong with the memory, too
    places = (config.cleaned, config.translated)
    folders = [Path(place).resolve() for place in (raw, *places)]
    if len(set(folders)) < len(folders):
        raise UsageError(f"{raw}: texts, cleaned and translated ones need a folder each")
    owner.check(*places, config)
    with watched("cleaning") as progress:
        done = clean_folder(
            raw, config.cleaned, config, dry_run=dry_run, selection=selection, progress=progress
        )
    items = second_stage(done, config)
    rewritten = frozenset(one.name for one in done if one.facts.get("rewritten"))
    owner.claim(*places, config, dry_run=dry_run)
    again = Selection(force=selection.force)  # what is newer was chosen by the raw texts
    at = at_work(config.cleaned, config.translated, items, dry_run)
    with watched("translating") as progress, at:
        outcomes = translate_items(
            items,
            translator,
            dry_run=dry_run,
            selection=again,
            rewritten=rewritten,
            progress=progress,
        )
        return done, list(outcomes)


def at_work(
    source: Path, target: Path, items: Sequence[Item], dry_run: bool
) -> AbstractContextManager[None]:
    """Give what keeps other runs from where the results of `items` go; a dry run needs it not."""
    from translate.folders.locking import alone

    if dry_run or not items:
        return nullcontext()
    return alone(target if source.is_dir() else items[0].target.parent, items)


def second_stage(done: Sequence[Outcome], config: Config) -> list[Item]:
    """Give the work of translating what cleaning has `done`."""
    names = [o.name for o in done if o.status in DONE]
    return [Item(name, config.cleaned / name, config.translated / name) for name in names]
