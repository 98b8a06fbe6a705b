"""What became of somebody long ago, told in the future, is said in the past."""

import pytest

from translate.mt.rewording.foretold import foretold

SAID = {
    "a life": (
        "Née à Metz en 1871, elle épousera un meunier.",
        "Née à Metz en 1871, elle épousa un meunier.",
    ),
    "a year at the beginning": (
        "En 1903, le moulin brûlera et les ouvriers partiront.",
        "En 1903, le moulin brûla et les ouvriers partirent.",
    ),
    "what came later": (
        "Fermée en 1912, la mine ne rouvrira que huit ans plus tard.",
        "Fermée en 1912, la mine ne rouvrit que huit ans plus tard.",
    ),
    "to be and to go": (
        "En 1903, il ira à Metz et sera élu.",
        "En 1903, il alla à Metz et fut élu.",
    ),
}

STAYS = {
    "what is still to come": "Bâti en 1890, le moulin sera fermé en mai.",
    "next year": "Né en 1950, il vendra le moulin l’an prochain.",
    "a late year": "En 2003, il vendra le moulin.",
    "an older law of today": "La loi de 1905 sera modifiée.",
    "a noun": "En 1903, la caméra filme le moulin.",
    "what will have been": "En 1903, il aura quitté Metz.",
    "who speaks": "En 1903, dirons-nous, il vendra le moulin, et nous partirons.",
}


@pytest.mark.parametrize(("text", "said"), SAID.values(), ids=SAID)
def test_what_is_long_ago_is_said_in_the_past(text: str, said: str) -> None:
    assert foretold(text, "fr") == said


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_what_is_not_stays(text: str) -> None:
    assert foretold(text, "fr") == text
    assert foretold(text, "de") == text
