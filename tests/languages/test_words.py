"""The fast ways to find words and to count function words find what the plain ones do."""

from hypothesis import example, given
from hypothesis import strategies as st

from translate.languages import known
from translate.languages.telling import (
    function_word_counts,
    function_word_hits,
    function_words,
)
from translate.languages.words import WORD, words_of

LATIN = "".join(map(chr, range(256)))


@given(st.text() | st.text(st.sampled_from(LATIN)))
@example(LATIN)
@example("Ça l’a été, 2e œuvre_d'Ada\ud800")
def test_words_are_those_of_the_pattern(text: str) -> None:
    assert words_of(text) == WORD.findall(text)


@given(st.lists(st.sampled_from([*function_words()][::40]), max_size=60))
def test_function_words_are_counted_for_each_language(words: list[str]) -> None:
    counts = zip((one.code for one in known()), function_word_counts(words), strict=True)
    assert {code: count for code, count in counts if count} == function_word_hits(words)
