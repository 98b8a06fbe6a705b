"""The forms of verbs: as their ending tells, or as a verb that is listed goes."""

from __future__ import annotations

import pytest

from translate.languages.conjugation import forms

FORMS = {
    "a verb that only ends like another": ("déballer", "p3 f3 j3", "déballe déballera déballe"),
    "one that is listed itself": ("aller", "p3 f3 j3", "va ira aille"),
    "a longer one": ("reprendre", "pp p6 i3", "repris reprennent reprenait"),
    "the longest of two": ("savoir", "p3 pp", "sait su"),
    "-eindre": ("atteindre", "pp p6", "atteint atteignent"),
    "-aindre": ("plaindre", "pp p6", "plaint plaignent"),
    "-oindre": ("rejoindre", "pp p6", "rejoint rejoignent"),
    "-scrire": ("inscrire", "pp p6 i3", "inscrit inscrivent inscrivait"),
    "-mouvoir": ("émouvoir", "pp p3 p6", "ému émeut émeuvent"),
    "-uer is no syllable of é": ("atténuer", "p3 p6 f3", "atténue atténuent atténuera"),
    "a future of its own": ("renvoyer", "p3 f3 c3", "renvoie renverra renverrait"),
    "no future of its own": ("prévoir", "p3 f3", "prévoit prévoira"),
    "-er, spelt as it sounds": ("changer", "p4 i3 s6", "changeons changeait changèrent"),
}  # fmt: skip


@pytest.mark.parametrize("verb, places, right", FORMS.values(), ids=FORMS)
def test_verbs_have_their_forms(verb: str, places: str, right: str) -> None:
    found = forms(verb, "fr")
    assert [found[place] for place in places.split()] == right.split()
