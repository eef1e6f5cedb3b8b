"""What may be done to a thing: the words that ask who did it, those that lead to the doer, and those that tell it."""

import re
from functools import lru_cache

from kg.ask.language.words import leading_speech
from kg.ask.question.query import Query
from kg.ask.sentences.doer_labels import HOSTED, MADE, OWNED, PAID, PUBLISHED, RUN
from kg.ask.sentences.verb_frame import LEAD, Frame

_ANYBODY = ("organisation", "person", "place")
_FRAMES = (
    Frame(
        r"(?:recu\w*|recoi\w*|remport\w+|gagn\w+|obten\w+|decroch\w+|eu|laureate?s?|distingu\w+|recompens\w+"
        r"|couronn\w+|primee?s?"
        r"|decern\w+|remis\w*|attribu\w+|accord\w+)(?=.*\b(?:prix|mention|medaille|trophee|concours|label|bourse|palme"
        r"|distinction|jury|recompense)\b)",
        r"(?:distingu|recompens|couronn|honor)(?:e|er|ee|a|ait)\b|prime\b"
        r"|(?:remise?|decernee?|attribuee?|accordee?|revient|revenue?|va|donnee?|decerne|attribue|remet) (?:a|au|aux)"
        r"|laureate?s?(?: \w+)? ?:?",
        r"(?:a |ont )?(?:recu|recoi\w+|remport\w+|obtenu|obtien\w+|decroche|gagne)\w*"
        r"|(?:a|ont) ete (?:distingu|recompens|prim|couronn)\w+",
        _ANYBODY,
    ),
    Frame(
        r"(?:co-?)?financ\w+|subvention\w+|aid(?:e|ent|ait|aient|ee?s?)\b(?! a\b)|appuy\w+|epaul\w+|paye\w*|paie\w*"
        r"|soutien\w*|souten\w+|verse\w*|offr\w+|offert\w*|prete\w*|dote\w*"
        r"|parrain\w+|sponsoris\w+|pris\w* en charge|prend\w* en charge|prendre en charge|prend a sa charge|apporte\w*"
        r"|avanc\w+ (?=l'argent|les fonds|la somme|le montant|les frais|de l'argent|\d)|debours\w+",
        r"(?:finance|subventionne|paye|offert|soutenu|prete|parraine|dote|pris|prise)s?(?:e?s?)(?: en charge)? par"
        r"|(?:soutien|appui|concours|aide|participation|financement|contribution|subvention|fonds|credits)(?: \w+)?"
        r" (?:de|du|des|d')|grace (?:a|au|aux)|a la charge (?:de|du|des)",
        r"(?:co-?)?financ\w+|subventionn\w+|(?:a |ont |avait )?(?:prete\w* main[- ]forte|donne\w* un coup de main"
        r"|aide\w* (?=\w)|appuye\w*|epaul\w+)|pay\w+|paie\w*|vers(?:e|ent|era|ait|er)\b|offr\w+|prete\w*|apport\w+"
        r"|soutien\w+|souten\w+|prend\w* (?:en|a sa) charge|a (?:paye|verse|offert|finance|cofinance|soutenu|prete)"
        r"|avance(?=\s+\d)|avanc\w+ (?:les fonds|l'argent|la somme)",
        labels=PAID,
    ),
    Frame(
        r"accueill\w+|heberg\w+|loge\w*|abrit\w+",
        r"(?:accueilli|heberge|loge|abrite)e?s? (?:par|chez|a|au|aux|dans)|accueil ?:|dans les locaux (?:de|du|des|d')",
        r"(?:a |ont |avait )?(?:accueil\w+|heberg\w+|recoi\w+|recevait|abrit\w+)",
        labels=HOSTED,
    ),
    Frame(
        r"redig\w+|ecri\w+|etabli\w*|mis\w* en forme|retrans\w+|transcri\w+|signe\w*"
        r"|(?:pri\w+|pren\w+) (?:les |des )?notes",
        r"(?:redige|ecrit|etabli|mis en forme|mise en forme|transcrit|retranscrit|realise)e?s? par"
        r"|(?:redaction|redacteur|redactrice|secretaire de seance|notes|compte rendu|notes prises|prise de notes"
        r"|transcription|texte|article)(?: redige| etabli)? ?(?::|par)|^par(?= [a-z]+[ -])",
        r"redig\w+|ecri\w+|etabli\w+|transcri\w+",
        _ANYBODY,
        signs=True,
    ),
    Frame(
        r"recueill\w+ (?:les |ses |ces )?propos|interview\w+|(?:mene|conduit|fait|realise) l'(?:entretien|interview)",
        r"(?:propos )?recueillis par|(?:entretien|interview)(?: \w+){0,2} par|interviewee? par",
        r"interviewe\w*",
        ("person",),
        signs=True,
    ),
    Frame(
        r"publi\w+|edit\w+|diffus\w+",
        r"(?:publie|edite|diffuse)e?s? par",
        r"publi\w+|edit\w+|diffus\w+",
        _ANYBODY,
        labels=PUBLISHED,
    ),
    Frame(
        r"realis\w+|prepar\w+|concu\w*|constru\w+|install\w+|fabriqu\w+|commande\w*",
        r"(?:realise|prepare|concu|construit|installe|fabrique|commande|etabli)e?s? (?:par|a|au|aux)"
        r"|(?:realisat|concept|construct|creat|fabricat)(?:eur|rice)s?,?(?: :)?|architectes?,?(?: :)?",
        r"realis\w+|prepar\w+|concoi\w+|constru\w+|install\w+|fabriqu\w+|commande\w*",
        _ANYBODY,
        labels=MADE,
    ),
    Frame(
        r"cree\w*|fonde(?:e|es|s|nt)?\b|fonda(?:it)?\b|instaur\w+|mis\w* en place|ouvert\w*|inaugur\w+|initi\w+"
        r"|imagin\w+",
        r"(?:cree|fonde|ouvert|lance|instaure|inaugure|institue|initie|imagine|mise? en place|ne)e?s?"
        r"(?: (?:en|le|au|des|des le) [\w ]{3,20})? (?:par|(?:a l'initiative|sous l'impulsion) (?:de|du|des|d'))"
        r"|(?:fondat|creat|initiat)(?:eur|rice)s?,?(?: :)?|(?:fondation|creation) par",
        r"(?:a |ont |avait )?(?:cree|fonde|ouvert|lance|instaure|inaugure|institue|initie|imagine)\b|fonda\b|crea\b",
        _ANYBODY,
    ),
    Frame(
        r"port(?:e|ait|ent)\b|gere\w*|gera\w*|exploit\w+|lance\w*|mont(?:e|ait|ent)\b",
        r"(?:monte|porte|pilote|gere|exploite|lance|coordonne|propose|organise)e?s? par",
        r"porte\w*|pilot\w+|gere\w*|exploit\w+|lance\w*|coordonn\w+",
        labels=RUN,
    ),
    Frame(
        r"s'occup\w+|assur\w+|serv(?:i|ait|aient|ent|ir\w+)\b|fourni\w*|livr\w+|entretien\w+|entreten\w+|cuisin\w+"
        r"|gard(?:e|ait|ent|aient|ee?s?)\b|nettoi\w+|nettoy\w+|(?:fai\w+|prepar\w+|donn\w+) (?:a manger|le menage)",
        r"(?:assure|servi|fourni|livre|prepare|tenu|garde|gere|entretenu|cuisine|propose|confie)e?s? (?:par|a|au|aux)"
        r"|(?:commande|achete)e?s?(?: \w+){0,3}? (?:a|au|aux|chez)|fournisseu\w+,?(?: :)?|(?:vien\w+|sort\w*) de chez",
        r"assur\w+|serv(?:ait|aient|ent|ira)\b|fourni\w*|livr\w+|entretien\w+|s'occup\w+|prepar\w+|gard(?:e|ait|ent)\b",
        _ANYBODY,
    ),
    Frame(
        r"appart\w+|proprietaires?|possed\w+",
        r"appart\w+ (?:a|au|aux)|propriete (?:de|du|des|d')|proprietaires?(?: \w+)?,?",
        r"possed\w+|est proprietaire|sont proprietaires",
        _ANYBODY,
        labels=OWNED,
    ),
)
#: « par qui le forum est-il financé », « à qui le jury a-t-il remis le prix ».
_PASSIVE = r"^(?:par|a|grace a|chez) qui\b[^?]{3,60}? (?:a ete |ont ete |est |sont |fut )?(?:-t-)?"
_LONE = (
    r"^(?:le |la |les |l')?(?:laureate?s?|gagnante?s?|proprietaires?|financeurs?|editeurs?|auteurs?)"
    r" (?:de |du |des |d')"
)


@lru_cache(maxsize=8)
def frame_asked(folded: str) -> Frame | None:
    """Return what a folded question asks the doer of; several kinds of answer ask it of the same question."""
    for frame in _FRAMES:
        if re.match(rf"{LEAD}(?:{frame.asked})\b", folded) or re.match(rf"{_PASSIVE}(?:{frame.asked})\b", folded):
            return frame
        if re.match(_LONE, folded) and re.search(rf"\b(?:{frame.asked})(?!-)\b", folded):
            return frame
    return None


def made_by(query: Query) -> bool:
    """Tell a question for who made or wrote a thing, which those who speak about it did not."""
    frame = frame_asked(query.folded)
    if frame is None:
        return False
    return (frame.signs and not re.search(r"\bqu(?:e\b|')", query.folded)) or not leading_speech(query.text)
