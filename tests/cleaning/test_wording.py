"""What the wording of a line says, and that looking first for its words loses none of its signs."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate import clean
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.shapes import SPEAKING, shape, speaks, telling, tokens_of
from translate.cleaning.boilerplate.wording import _weights, signs, wording
from translate.languages.words import fold

# Pieces of lines that the signs are made of, with what stands close to them.
WORDS = """a ont avaient été publié finit chantait aient dirent fut lut walked was said d'après
selon dit je j' j moi ses leurs he nous our unsere us votre you tes toi ce cette site
pages lisez Lire s'inscrire se le L' « » “ ” " — - • 1. a) 12 h 30 12h30 12:05 3/4/2021
1er mai 2021 25 % euros http https: www. @nous nous@ pont.fr pont.com . … ! ? : , ; ) _
_a 2a a2 été² Ⅷ Σ ΣΑΣ İT ﬁt AIT ED. UNSER wir’s nous,vous il.elle on…lui 👉 ✅"""
PIECES = st.sampled_from([*WORDS.split(), "\u00a0", "\u2028", "\t"])
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "'"])), max_size=12).map(
    lambda pieces: "".join(map("".join, pieces))
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("Je l'ai lu chez nous.")
@example("www. www.finit")
def test_a_line_has_every_sign_whose_pattern_matches(text: str) -> None:
    _, lower, _ = tokens_of(text)  # without what stands behind its last sentence
    found = {f"<{name}>" for name, pattern in telling().items() if pattern.search(lower)}
    told = {sign for sign in shape(text) if sign.strip("<>") in telling()}
    assert told == (found if signs(text) else set())


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_what_the_signs_added_is_all_there_is(text: str) -> None:
    seen = wording(split(text)[0])
    bias = wording(split("")[0]).call
    assert seen.call == bias + sum(seen.added.values())
    assert list(seen.added) == sorted(seen.added)
    assert seen.added.keys() == signs(split(text)[0].text) & _weights().places.keys()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_line_speaks_to_its_reader_where_a_pattern_says_so(text: str) -> None:
    folded = fold(text)
    found = any(telling()[name].search(folded.lower()) for name in SPEAKING)
    assert speaks(folded) == found


def test_the_sign_of_a_picture_in_markdown_is_no_exclamation() -> None:
    page = (
        "Voir [la page du lac](https://lac.example) pour en savoir plus.\n\n"
        "| Nom | Âge |\n|---|---|\n| Ida | douze ans |\n\n![une photo du lac](lac.jpg)\n"
    )
    assert clean(page).text == page
