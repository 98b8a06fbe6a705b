"""All that is known of a language, one folder of data each; README.md tells how to add one."""

from translate.languages.language import Language, known, language
from translate.languages.shared import (
    accents,
    after_first_name,
    all_first_names,
    common,
    family_of_a_place,
    first_names,
    is_short_for,
    month_numbers,
    names_in_a_row,
)

__all__ = [
    "Language",
    "accents",
    "after_first_name",
    "all_first_names",
    "common",
    "family_of_a_place",
    "first_names",
    "is_short_for",
    "known",
    "language",
    "month_numbers",
    "names_in_a_row",
]
