"""Words of questions on a date, a place or a prize, with others that tell the same there."""

from functools import lru_cache

from kg.ask.language.words import stems_of

#: Words of questions with others that tell the same where a town or a date is told, and what these are worth.
_ALIKE = (
    (
        "édition éditions",
        "rencontre rencontres forum assises journée journées colloque congrès festival biennale salon séminaire "
        "édition",
    ),
    (
        "accueillir accueille accueillera accueilli accueillait recevoir recevra organise organisera abritera abrite",
        "tiendra tiendront tenue tenues tenu lieu rendez-vous dérouler déroulera dérouleront prochaine prochaines "
        "prochain retour direction",
    ),
    (
        "paraître paraît paraîtra paraîtront parution paru parue sortir sort sortent sortira sorti sortie publication "
        "publier publie publiera publié publiée publiées publiés",
        "publier publie publiera publieront publié publiée publiés publiées publication paraître paraît paraîtra "
        "parution paru parue sortie sort sortira librairie rendu rendue rendus dévoilé dévoilera",
    ),
    (
        "venir vient viennent viendra viendront venu venue venus arriver arrive arrivera reçu reçue recevoir",
        "attendu attendue attendus attendues venir vient viendra viendront venu venue venus arrive arrivera visite "
        "séjour accueilli accueillie accueillera accueillerait",
    ),
    (
        "livre livres ouvrage roman récit bouquin",
        "livre ouvrage roman récit publie publié publier paru paraît éditions édition presses librairie pages auteure "
        "autrice auteur signe",
    ),
    (
        "présider présidé présidait présidée dirigé dirigeait dirigée mandat fonction fonctions poste",
        "présidé présidait président présidente dirigé directeur directrice représente représentera quitte mandat "
        "mandats retraite tête démissionne succède remplace",
    ),
    (
        "mort morte mourir décès décédé disparu",
        "mort morte décès décédé décédée décédés disparu disparue disparition éteint éteinte obsèques",
    ),
    (
        "envoyé envoyée envoyer expédié expédiée expédier livré",
        "envoyé envoyée envoyer envoi expédié expédiée expédier expédition livré livrée",
    ),
    (
        "devenu devenue devenir élu élue nommé nommée",
        "élu élue élit nommé nommée succédé succède succéder désigné désignée devenu devenue remplacé préside dirige",
    ),
    (
        "gagné gagner gagne remporté remporter reçu recevoir obtenu obtenir décroché eu lauréate lauréat primée prime",
        "distingué distinguer récompensé récompenser primé primée décerné décerner remis prix lauréate lauréat",
    ),
)


@lru_cache(maxsize=1)
def same_here() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return what is asked of an event or a prize, in stems, with other words that tell it."""
    return tuple((stems_of(asked.split()), stems_of(told.split())) for asked, told in _ALIKE)
