"""Questions such as users ask, of all forms and subjects: what their vectors share says that one asks, not what about.

A question and a statement lie apart in the space of an encoder, all questions on the same side. Taking the mean vector
of many questions away from each leaves what it is about (Mu and Viswanath, "All-but-the-Top", ICLR 2018, take the mean
away from words alike).
"""

from typing import TYPE_CHECKING

from kg.kept import kept_bytes

if TYPE_CHECKING:
    from index import Encoder, EncoderSpec
    from index.types import Vectors

QUESTIONS = (
    "Qui a parlé de mobilité rurale ?",
    "Qui parle du budget de la culture ?",
    "qui a évoqué les jardins partagés",
    "Quels intervenants ont insisté sur la formation des élus ?",
    "Qui défend la gratuité des transports ?",
    "Qui s'inquiète du prix de l'eau ?",
    "Qui regrette que les habitants ne viennent pas aux réunions ?",
    "Qui trouve que les travaux durent trop longtemps ?",
    "Qui a dit que les petites communes étaient oubliées ?",
    "Qui a proposé de tirer des habitants au sort ?",
    "Qui demande que la cantine serve des produits locaux ?",
    "Qui n'est pas d'accord avec la fermeture de la piscine ?",
    "Quel élu raconte la naissance du jumelage ?",
    "Quelle adjointe plaide pour des pistes cyclables ?",
    "D'après qui la fibre arrivera-t-elle l'an prochain ?",
    "logement social : qui en parle ?",
    "Qui est Marie Durand ?",
    "Qui représentait l'agence d'urbanisme ?",
    "Qui préside l'association des parents d'élèves ?",
    "Qui animait l'atelier sur la santé ?",
    "Qui modérait la table ronde de l'après-midi ?",
    "Qui participait au séminaire ?",
    "Combien de personnes étaient inscrites ?",
    "Combien de jeunes ont répondu à l'enquête ?",
    "Quelle ville a créé une maison de la nature ?",
    "Quelle association aide les réfugiés ?",
    "Quel organisme finance la rénovation des écoles ?",
    "Quand a eu lieu la journée sur le climat ?",
    "Où s'est tenue l'assemblée générale ?",
    "À quelle heure commence la visite du marché ?",
    "Quel était le programme de la matinée ?",
    "Quels sont les thèmes du colloque ?",
    "De quoi a-t-on parlé au conseil municipal ?",
    "C'est quoi la démarche participative ?",
    "Qu'est-ce qu'une régie de quartier ?",
    "Que dit-on du compostage ?",
    "Qu'a dit la maire sur les impôts ?",
    "Que pense le directeur du port de la pêche ?",
    "Quel lien entre le réseau et la métropole ?",
    "Qu'ont en commun les deux fédérations ?",
    "La charte a-t-elle été votée ?",
    "Est-ce que le préfet est venu ?",
    "Pourquoi la fête a-t-elle été annulée ?",
    "Comment les élèves ont-ils été consultés ?",
    "Quelles difficultés rencontrent les commerçants ?",
    "Y a-t-il eu un débat sur la sécurité ?",
    "Qui n'a jamais parlé d'énergie ?",
    "Quelle différence entre les deux projets de coopération ?",
)


def mean_question(encoder: "Encoder", spec: "EncoderSpec") -> "Vectors":
    """Return the mean vector of the questions, float32, encoded once: it is kept in the user's cache directory.

    It is found again by what the encoder computes with and by the questions; a file that does not read is made again.
    """
    import numpy as np

    def encoded() -> bytes:
        mean: Vectors = encoder.encode_query(list(QUESTIONS)).mean(axis=0, dtype=np.float32)
        return mean.tobytes()

    return np.frombuffer(kept_bytes("questions", (spec.fingerprint, spec.dimension, *QUESTIONS), encoded), np.float32)
