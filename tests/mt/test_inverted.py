"""A sentence that begins with its verb has its subject first, as a model reads it."""

import pytest

from translate.mt.rewording.inverted import subject_first

TURNED = {
    "who is meant": ("Sont concernés tous les abonnés.", "Tous les abonnés sont concernés."),
    "with what stands between": (
        "Ont été retirés de la vente deux lots de fromage.",
        "Deux lots de fromage ont été retirés de la vente.",
    ),
    "behind a colon": (
        "Étaient présents : Mme Roy, M. Bo et deux voisins.",
        "Mme Roy, M. Bo et deux voisins étaient présents.",
    ),
    "a list that is no subject": (
        "Étaient également présents : Mme Roy, maire ; M. Bo, adjoint.",
        "Présents : Mme Roy, maire ; M. Bo, adjoint.",
    ),
    "who got a name": ("Ont été baptisés : Ida Roy, Paul Bo.", "Baptisés : Ida Roy, Paul Bo."),
    "what must be done": (
        "Doivent être signalés tous les cas de grippe.",
        "Tous les cas de grippe doivent être signalés.",
    ),
    "with a clause about it": (
        "Est considéré comme perdu tout colis qui n’est pas réclamé.",
        "Tout colis qui n’est pas réclamé est considéré comme perdu.",
    ),
    "with a day": (
        "Est arrivé à Nice le 3 mai le roi.",
        "Le roi est arrivé à Nice le 3 mai.",
    ),
    "who took part": (
        "Ont participé à l’étude douze communes.",
        "Douze communes ont participé à l’étude.",
    ),
}
KEPT = {
    "with whom somebody worked": "A collaboré avec le peintre Paul Martin.",
    "where somebody learnt": "A été formé à l’école Louis Lumière.",
    "a question": "Sont-ils venus avec les enfants ?",
    "no subject at all": "Peut contenir des traces de noix.",
    "how a thing is used": "Peuvent être utilisés pour laver les sols.",
    "a time behind it": "A été choisi par les habitants la semaine dernière.",
    "a name is said of it": "Est devenu un grand musée.",
    "an object": "Est venu le voir.",
    "an object of a thing": "Ont reçu un prix les élèves de Niort.",
    "a noun of the sky": "Est de la ville, le ciel est gris.",
    "two sentences": "Sont venus les pompiers, puis la rue a été fermée.",
    "the subject stands first": "Les abonnés sont concernés.",
    "one of whom it is said": "Sera puni : celui qui fume, celui qui boit ; l’autre, non.",
    "a long subject": (
        "Sont exclus les frais de port, de dossier, de garde, de change, de retour, de garantie,"
        " de montage et de mise en route."
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TURNED.values(), ids=TURNED)
def test_the_subject_goes_first(text: str, wanted: str) -> None:
    assert subject_first(text, "fr") == wanted
    assert subject_first(wanted, "fr") == wanted


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert subject_first(text, "fr") == text


def test_a_language_without_rules_stays() -> None:
    assert subject_first("Sind eingeladen alle.", "de") == "Sind eingeladen alle."
