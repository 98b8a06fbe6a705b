"""All sentences of all texts as one job: what is the same is translated once, long with long."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain, islice

from translate.config import SOURCE, TARGET
from translate.mt import closed
from translate.mt.called import NOBODY, Called, called
from translate.mt.coreference import spoken
from translate.mt.engines.engine import Engine
from translate.mt.fallbacks.ladder import Ladder
from translate.mt.foreign import familiar, language_of
from translate.mt.layout.capitals import in_lower_case
from translate.mt.layout.shaped import body_of, filled
from translate.mt.layout.wrap import END_MARK, joined
from translate.mt.memory import EngineId, Memory
from translate.mt.prepare import Sentence, given, prepare
from translate.mt.recording import Recorder, place
from translate.mt.rewording.fields import fields
from translate.mt.sentences import Piece, foreign_letters, opening, pieces
from translate.mt.terms import Terms
from translate.mt.units import Rendering, SentenceRecord, Source, Translation, Unit
from translate.mt.words.glosses import Glosses, Glossing, listed
from translate.skeleton import Skeleton, skeleton

# Sentences held at a time: enough to sort well by length, few enough for any machine's memory.
WINDOW = 10_000
# Sentences of the first wave; the next is twice as large. Only sentences of about one length share
# a batch, and each batch costs as much as a sentence more: in smaller waves there are too many.
FIRST = 400
# Units after which the memory is written: what a kill may cost.
SAVED = 64

# Told how many units (sentences, mostly) are done, and of how many known so far.
Progress = Callable[[int, int], None]

# What a sentence is prepared and recorded by: its text, whether that has no capitals, who is named
# in it, what it is alone beside its like, and what its text is about.
Key = tuple[str, bool, Called, str, frozenset[str]]


@cache
def loaded(model: str, source: str, target: str) -> Engine:
    """Give the engine for these settings, loaded once per process.

    `model` is a folder or the name of an installed package, empty for the default one. Raises
    ModelError when no model translates `source` to `target`.
    """
    from translate.mt.engines.packages import load_model, resolve_model

    return load_model(resolve_model(model, source, target))


@dataclass(slots=True)
class Draft:
    """A text on its way: what came of its pieces so far, records, and layout as it stays."""

    source: Source
    lower: bool  # without capitals throughout
    foreign: str = ""  # the language that the whole of it is in, where that is not ours
    called: Called = NOBODY  # what are names in it, though words
    told: Mapping[str, str] = field(default_factory=dict)  # what words that stand alone are
    about: frozenset[str] = frozenset()  # the fields that it is about
    done: list[SentenceRecord | str] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)  # which of `done` a model was asked for


@dataclass(slots=True)
class Part:
    """Pieces of a draft that follow one another: of a long one not all are looked at together.

    `before` is the piece before them. Of some there is the prepared sentence, the language or a
    person's English. `last` tells that they end the text.
    """

    draft: Draft
    before: Piece | None
    pieces: list[Piece] = field(default_factory=list)
    sentences: dict[int, Sentence] = field(default_factory=dict)
    foreign: dict[int, str] = field(default_factory=dict)
    human: dict[int, str] = field(default_factory=dict)
    last: bool = False

    def small(self, n: int) -> bool:
        """Tell whether the English of piece `n` begins with a small letter, as its source does.

        That is for the item of a list, and what has no end mark, in a text that has capitals.
        """
        piece, before = self.pieces[n].text, self.pieces[n - 1] if n else self.before
        first = piece[opening(piece) :][:1]
        marked = before is not None and not before.sentence and bool(before.text.strip())
        return first.islower() and not self.draft.lower and (marked or not END_MARK.search(piece))


def translate_documents(  # noqa: PLR0913 - all but the texts and the engine have defaults
    sources: Iterable[Source],
    engine: Engine,
    *,
    terms: Terms | None = None,
    memory: Memory | None = None,
    source: str = SOURCE,
    target: str = TARGET,
    variety: str = "",
    corrected: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Iterator[Translation]:
    """Give the translation of each of `sources`, in their order.

    Everything of a text that is not a sentence (line ends, indentation, bullets, rows of signs, the
    times of subtitles) is in the translation as it was. The English of a sentence depends on the
    sentence, the engine, the glossary, and of its text on whether it has capitals, what it is
    about, what it tells of the people it names and which abbreviations it had before, alone.
    Paragraphs that the language check found to be in another language than `source` are left as
    they are and said so in their record.
    `variety` is that of dates, times and the spelling: en-US (also if there is none) or en-GB. A
    sentence of `corrected`, with single spaces, has the English of a person. Raises ModelError.
    """
    ladder = Ladder(engine, terms or Terms(), variety)
    pair = source, target
    job = Job(ladder, Recorder(ladder, pair), memory, pair, progress, corrected or {})
    shapes: deque[Skeleton | None] = deque()

    def bodies() -> Iterator[Source]:
        for text in sources:
            shapes.append(skeleton(text.name, text.text))
            yield body_of(text, shapes[-1]) if shapes[-1] else text

    for translation in job.translate(bodies()):
        shape = shapes.popleft()
        yield filled(translation, shape) if shape else translation


@dataclass(frozen=True, slots=True)
class Wave:
    """Parts whose `units` are on their way, and the renderings that are `coming`."""

    parts: Sequence[Part]
    units: Sequence[Unit]
    coming: Iterator[tuple[Unit, Rendering]]


@dataclass(slots=True)
class Job:
    """What one call of `translate_documents` works with.

    `renderings` are those there are of the units that were `asked` for. What stands again and again
    (short lines, mostly) is `prepared` and `recorded` once: a sentence in a text with capitals or
    without and what it is `told` to be, and its record with a small first letter or not.
    """

    ladder: Ladder
    recorder: Recorder
    memory: Memory | None
    languages: tuple[str, str]
    progress: Progress | None
    corrected: Mapping[str, str]
    known: int = 0
    done: int = 0
    asked: set[Unit] = field(default_factory=set)
    renderings: dict[Unit, Rendering] = field(default_factory=dict)
    prepared: dict[Key, Sentence] = field(default_factory=dict)
    recorded: dict[tuple[Key, bool], SentenceRecord] = field(default_factory=dict)

    def translate(self, sources: Iterable[Source]) -> Iterator[Translation]:
        """Give the translation of each of `sources`.

        While the engine is at work on a wave of them, the next is cut into sentences and the last
        is judged and put together.
        """
        last: Wave | None = None
        for parts in self.drafted(sources):
            wave = self.begin(parts)
            if last:
                yield from self.finish(last)
            if len(self.asked) > WINDOW:
                self.asked = set(wave.units)
                known = self.renderings
                self.renderings = {unit: known[unit] for unit in wave.units if unit in known}
            last = wave
        if last:
            yield from self.finish(last)

    def drafted(self, sources: Iterable[Source]) -> Iterator[list[Part]]:
        """Give the parts of `sources`, a wave at a time; two waves are a window, or little more."""
        wave: list[Part] = []
        held, size = 0, FIRST
        for part in chain.from_iterable(map(self.parts, sources)):
            wave.append(part)
            held += len(part.sentences)
            if held >= min(size, WINDOW // 2):
                yield wave
                wave, held, size = [], 0, 2 * size
        if wave:
            yield wave

    def parts(self, source: Source) -> Iterator[Part]:
        """Cut `source` into pieces and prepare its sentences, so many at a time."""
        told = source.paragraphs or ()
        language = {line: paragraph.language for paragraph in told for line in paragraph.lines}
        ours = self.languages[0] in language.values()
        whole = "" if ours else language_of(source.text, *self.languages)
        names = called(source.text, self.languages[0])
        alone = closed.in_company(source.text, self.languages)
        about = fields(source.text, self.languages[0])
        draft = Draft(source, in_lower_case(source.text), whole, names, alone, about)
        part = Part(draft, None)
        for piece in pieces(source.text, self.languages[0], source.joined):
            if len(part.pieces) == FIRST:
                yield part
                part = Part(draft, part.pieces[-1])
            self.add(part, piece, language.get(piece.line, "und"))
        part.last = True
        yield part

    def add(self, part: Part, piece: Piece, code: str) -> None:
        """Add `piece`, of a paragraph in language `code`, to `part`, prepared if it needs it."""
        n = len(part.pieces)
        part.pieces.append(piece)
        if not piece.sentence:
            return
        if human := self.corrected and self.corrected.get(" ".join(piece.text.split())):
            part.human[n] = human
        elif other := self.language_of(piece, code, part.draft.foreign):
            part.foreign[n] = other
        else:
            key = self.key(piece, part.draft)
            if key not in self.prepared:
                self.prepared[key] = self.ready(piece, key)
            part.sentences[n] = self.prepared[key]

    def key(self, piece: Piece, draft: Draft) -> Key:
        """Give what the English of `piece` depends on: itself and what `draft` tells of it."""
        told = draft.told
        if told and any(self.ladder.terms.places(piece.text)):
            told = {}
        named = draft.called.within(piece.text)
        return piece.text, draft.lower, named, closed.alone(piece.text, told), draft.about

    def ready(self, piece: Piece, key: Key) -> Sentence:
        """Give the sentence `piece` ready for the engine, by its `key`."""
        _, lower, named, told, about = key
        if told:
            return given(piece.text, told)
        return prepare(
            joined(piece.text, self.languages[0]),
            self.ladder.engine,
            self.ladder.terms,
            lower=lower,
            variety=self.ladder.variety,
            called=named,
            about=about,
        )

    def language_of(self, piece: Piece, code: str, whole: str) -> str:
        """Give the language of `piece`, of a paragraph in language `code`, "" if it is ours.

        `whole` is the language of a text with nothing in ours.
        """
        text, mine = piece.text, self.languages[0]
        if code not in (mine, "und"):
            ours = closed.phrase(text, self.languages) or familiar(text, mine, code)
            return "" if ours and code != whole else code
        unknown = code == "und" and foreign_letters(text, mine)
        return "und" if unknown else language_of(text, *self.languages)

    def begin(self, parts: Sequence[Part]) -> Wave:
        """Ask for the units of `parts` that nobody asked for yet: the memory, then the engine."""
        units = dict.fromkeys(u for part in parts for s in part.sentences.values() for u in s.units)
        new = [unit for unit in units if unit not in self.asked]
        self.asked.update(new)
        self.known += len(new)
        if self.memory:
            found = self.memory.get(self.model, new)
            self.renderings.update((u, o) for u, o in zip(new, found, strict=True) if o)
        wanted = [unit for unit in new if unit not in self.renderings]
        self.told(len(new) - len(wanted))
        coming = self.ladder.solve(wanted)
        first = list(islice(coming, 1))  # asked for now, so that the engine is at work
        return Wave(parts, list(units), chain(first, coming))

    def finish(self, wave: Wave) -> Iterator[Translation]:
        """Give the translation of each text that ends with `wave`."""
        while some := list(islice(wave.coming, SAVED)):
            self.renderings.update(some)
            self.told(len(some))
            if self.memory:
                self.memory.put(self.model, some)
        told = {**listed(*self.languages), **self.ladder.terms.glosses()}
        glosses = Glosses({word: gloss for word, gloss in told.items() if gloss})
        for part in wave.parts:
            self.put(part)
            if len(self.prepared) > WINDOW:
                self.prepared, self.recorded = {}, {}
            if part.last:
                yield self.whole(part.draft, glosses)

    def put(self, part: Part) -> None:
        """Put what came of the pieces of `part` behind what its text has."""
        done, asked = part.draft.done, part.draft.asked
        for n, piece in enumerate(part.pieces):
            if n in part.sentences:
                asked.add(len(done))
                key = self.key(piece, part.draft), part.small(n)
                if key not in self.recorded:
                    self.recorded[key] = self.recorder.translated(
                        piece, part.sentences[n], self.renderings, key[1]
                    )
                line, column = place(piece)
                done.append(replace(self.recorded[key], line=line, column=column))
            elif n in part.foreign:
                done.append(self.recorder.kept(piece, part.foreign[n]))
            elif n in part.human:
                done.append(self.recorder.by_person(piece, part.human[n]))
            elif piece.code or piece.text.isspace():
                done.append(piece.text)
            else:
                done.append(closed.written(piece.text, self.languages, self.ladder.variety))

    def whole(self, draft: Draft, glosses: Glosses) -> Translation:
        """Give the translation of a text that is done, its pronouns set right, and glosses put."""
        records = {n: one for n, one in enumerate(draft.done) if isinstance(one, SentenceRecord)}
        sources = [r.sent if n in draft.asked else r.source for n, r in records.items()]
        people = partial(self.ladder.terms.people, sources, self.languages[0])
        english = [record.english for record in records.values()]
        glossing = Glossing.of(glosses, draft.source.text)
        for n, said in zip(records, spoken(sources, english, people, self.languages), strict=True):
            if n not in draft.asked:
                continue
            record = records[n]
            final, glossed = glossing.put(record.source, said.english)
            if final != record.english or glossed or said.repairs or said.checks:
                records[n] = replace(
                    record,
                    english=final,
                    repairs=(*record.repairs, *said.repairs, *glossed),
                    checks=(*record.checks, *said.checks),
                )
        pieces = (
            records[n].english if isinstance(one, SentenceRecord) else one
            for n, one in enumerate(draft.done)
        )
        return Translation(draft.source.name, "".join(pieces), tuple(records.values()))

    @property
    def model(self) -> EngineId:
        """What the memory knows the renderings by."""
        engine = self.ladder.engine
        return EngineId(engine.source, engine.target, self.ladder.signature)

    def told(self, more: int) -> None:
        """Count `more` units as done and say so."""
        self.done += more
        if self.progress:
            self.progress(self.done, self.known)
