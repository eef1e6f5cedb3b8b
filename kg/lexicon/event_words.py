"""Words of the titles of meetings that tell no meeting from another: kinds and dates, folded."""

from kg.lexicon.folding import fold

KIND_WORDS = frozenset(
    fold(word)
    for word in """
séminaire colloque conférence atelier table ronde journée journées étude études rencontre rencontres forum assises
congrès assemblée générale ordinaire extraordinaire conseil municipal communautaire métropolitain syndical
départemental régional administration séance réunion publique plénière bureau webinaire festival salon débat sommet
symposium comité pilotage technique suivi session compte rendu procès verbal synthèse actes programme édition café
world
""".split()
)
#: Meetings that many bodies hold on one day.
COUNCILS = frozenset(
    fold(word) for word in "conseil assemblée municipal communautaire comité bureau réunion séance".split()
)
DATE_WORDS = frozenset(
    fold(word)
    for word in """
lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
novembre décembre 1er
""".split()
)
