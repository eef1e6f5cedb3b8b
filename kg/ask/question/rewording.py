"""Other wordings of one question, brought to the one that the kinds of question read."""

import re
from collections.abc import Iterator, Mapping

from kg.ask.question.counting_words import counting_words
from kg.ask.question.defining import DEFINING, OF, X
from kg.lexicon.functions import is_function_start
from kg.regex import regex

_END = r"\s*\?*\s*$"
#: Whoever has a name, title or article before it.
_WHO = r"(?P<who>(?:l[ea] |l['’]|les |[a-zà-ÿ]+ )?(?-i:[A-ZÀ-Ý])[^?:,;]{1,60}?)"
#: « Quelle est la position de… »: what somebody says.
_STAND = (
    r"(?:quelle? (?:est|était|etait|serait) |c['’]est quoi )?(?:la position|l['’]avis|l['’]opinion|le point de vue"
    r"|le message|le propos) (?:de |d['’]|du |des )"
)
#: What is held somewhere, and how one says that it was.
_MEETING = (
    r"(?P<x>(?:l[ae]s? |l['’]|le )?(?:\d+e?s? |premi\w+ |derni\w+ )?(?:rencontre|séminaire|colloque|forum|assises"
    r"|atelier|journée|conférence|réunion|congrès|assemblée|ag\b|conseil|festival|biennale|table ronde|signature|visite"
    r"|dîner|repas|inauguration|fête|cérémonie)[^?:,;]{0,80}?)"
)
_TAKES_PLACE = (
    r"(?:ça )?se (?:passe|passait|passent|tient|tenait|tiennent|déroule|déroulait)|(?:a|ont|avait|avaient) (?:eu )?lieu"
    r"|s['’](?:est|était) (?:passé|tenu|déroulé)e?|se sont (?:passé|tenu|déroulé)e?s"
)
_SAYS = "reproche|regrette|réclame|reclame|souhaite|critique"

#: « l'AG de l'association », « à l'ag »: what everybody calls a general assembly.
_ASSEMBLY = regex(r"(?<=\b[lLdD]['’])(?:AG|ag)\b|(?<=\b[lL]a dernière )(?:AG|ag)\b|(?<=\b[lL]a prochaine )(?:AG|ag)\b")
#: Wordings that mean the same, whatever the corpus holds: what the question looks like, and how it is read.
_SAME = {
    rf"{X}\s*[:,;]\s*(?:qu['’]en (?:dit|disent|pense)\S*|que dit-on|on en dit quoi)": "Que dit-on de : {x} ?",
    r"(?:est-ce que? )?(?:quelqu['’]un|une personne|un intervenant|des gens) (?:a-t-il|a-t-elle|a|ont-ils|ont) "
    r"(?P<verb>(?:parl|évoqu|evoqu|mentionn|abord)\w+) (?P<x>[^?]{2,80}?)": "Qui a {verb} {x} ?",
    rf"{X},? (?:ça|ca|cela) (?:sert|servait) (?:à|a) quoi": "À quoi sert {x} ?",
    rf"{X}[,:;]? (?:qu['’]est[- ]ce que c['’](?:est|était)|c['’](?:est|était) quoi|c quoi|de quoi s['’]agit[- ]il)": (
        "C'est quoi {x} ?"
    ),
    rf"(?:que recouvre|qu['’](?:appelle-t-on|entend-on par)|d[eé]finition d[eu]"
    rf"|(?:m['’])?expliqu\w+(?:[- ]moi)? ce (?:qu['’]est|que sont)) (?:mot |terme |la |l['’])?{X}": "C'est quoi {x} ?",
    r"(?P<who>qui|lesquels|lesquelles),? (?P<x>parmi [^?,]{3,120}), (?P<rest>[^?]{3,120}?)": "{x}, {who} {rest} ?",
    r"qui (?P<has>a|ont) pris la parole (?:sur|(?:à|a) propos d[eu]|au sujet d[eu]) (?P<x>[^?]{2,80}?)": (
        "Qui {has} parlé sur {x} ?"
    ),
    r"qui (?P<has>a|ont) causé (?P<x>(?:de|du|des|d['’])[^?]{2,80}?)": "Qui {has} parlé {x} ?",
    r"(?P<much>(?:il y avait )?combien) de (?:monde|gens) (?P<x>[^?]{2,80}?)": "{much} de personnes {x} ?",
    r"combien d['’]habitants (?:a|y a-t-il (?:a|à)|vivent (?:a|à)) "
    r"(?P<x>(?:l[ea] (?:ville|commune|village) (?:de |d['’]))?(?-i:[A-ZÀ-Ý])[^?]{1,60}?)": (
        "Combien d'habitants compte {x} ?"
    ),
    r"d['’]où (?:viennent|venaient|sont venus|étaient venus|arrivaient) "
    r"(?P<x>les (?:participant|intervenant|délégu|invité|inscrit|congressiste)[^?]*)": "De quels pays venaient {x} ?",
    r"(?:(?:la |une )?d[eé]cision a-t-elle [eé]t[eé] prise|a-t-on (?:d[eé]cid[eé]|tranch[eé])) "
    r"(?:sur|concernant|pour|au sujet d[eu]|du sort d[eu]|du|de) "
    r"(?P<x>[^?:;]{2,100}?)": "La question de {x} a-t-elle été tranchée ?",
    r"(?:la |une )?d[eé]cision (?:sur|concernant|pour|au sujet d[eu]) (?P<x>[^?:;]{2,80}?) a-t-elle [eé]t[eé] prise"
    r"(?P<rest>[^?]{0,60}?)": "La question de {x} a-t-elle été tranchée {rest} ?",
    rf"qui (?:connait|connaît|sait qui est) (?:M\. |Mme )?{X}": "Qui est {x} ?",
    rf"(?:quelle? (?:est|était|etait|fut) )?(?:la |les )?dates? {OF}(?!naissance){X}": "Quand a eu lieu {x} ?",
    rf"(?:le |la )?(?:lieu|salle) {OF}(?!naissance){X}": "Où a eu lieu {x} ?",
    rf"(?:les? |l['’])?(?:horaires?|heures?) {OF}{X}": "À quelle heure a eu lieu {x} ?",
    rf"(?:qu['’]est-ce que|que) {X} (?:{_SAYS})": "Qu'a dit {x} ?",
    rf"(?:que|qu['’]est-ce que) (?:{_SAYS}) (?!-){X}": "Qu'a dit {x} ?",
    rf"{X},? (?:ça|ca) veut dire quoi": "C'est quoi {x} ?",
    rf"(?:que|qu['’]est-ce que|en quoi|(?:à|a) quoi) (?:signifi|repr[eé]sent|veut dire|[eé]voqu|symbolis|serv)\w*"
    rf"(?:-t-(?:il|elle))? {X} (?:pour|selon|d['’]apr[eè]s|aux yeux de|chez) {_WHO}": "Que dit {who} de {x} ?",
    rf"(?:c['’]est quoi|qu['’]est-ce que?(?: c['’]est que)?) {X} (?:pour|selon|d['’]apr[eè]s|aux yeux de) {_WHO}": (
        "Que dit {who} de {x} ?"
    ),
    rf"(?:pour|selon|d['’]apr[eè]s|aux yeux de) {_WHO},? (?:c['’]est quoi|que signifie|que repr[eé]sente|que veut dire"
    rf"|qu['’]est-ce que?(?: c['’]est que)?) {X}": "Que dit {who} de {x} ?",
    rf"comment {_WHO} (?:d[eé]finit|d[eé]crit|con[cç]oit|voit|d[eé]finissait|voyait)(?:-t-(?:il|elle))? {X}": (
        "Que dit {who} de {x} ?"
    ),
    rf"quel (?:sens|r[oô]le) {_WHO} donne-t-(?:il|elle) (?:à|a) {X}": "Que dit {who} de {x} ?",
    rf"{X},? (?:c['’]est|c est) quoi": "C'est quoi {x} ?",
    rf"{_MEETING}[,:]? (?:c['’](?:est|était)|{_TAKES_PLACE}) où(?: exactement)?": "Où a eu lieu {x} ?",
    rf"c['’](?:est|était) où(?: exactement| déjà)?,? {_MEETING}": "Où a eu lieu {x} ?",
    rf"(?:de|sur) quoi (?:a|ont|est|sont) (?:parlé|discuté|traité|intervenu|exprimé)\w* {_WHO}": "Qu'a dit {who} ?",
    rf"(?:de|sur) quoi (?:parl|interven|intervien|s['’]exprim)\w* {_WHO}": "Qu'a dit {who} ?",
    rf"{_WHO} (?:a parlé|parle|parlait|est intervenue?|intervenait) (?:de|sur) quoi": "Qu'a dit {who} ?",
    rf"(?:les |liste des )?pays (?:présents|représentés|participants) {X}": "Quels pays étaient représentés {x} ?",
    rf"qui (?:a |avait |ont )interviewée?s? {_WHO}": "Qui a mené l'entretien avec {who} ?",
    rf"{X}\s*[:,]\s*(?:la |les noms? )?(?:liste )?(?:des |les )?"
    r"(?P<who>intervenants|orateurs|participants|animateurs)": "Qui sont les {who} de {x} ?",
    rf"quelles casquettes (?:porte|portait|a|avait|cumule)(?:-t-(?:il|elle))? {X}": (
        "Quelles sont les fonctions de {x} ?"
    ),
    rf"{_STAND}{_WHO} (?:sur|au sujet de|à propos de|concernant|envers) {X}": "Que dit {who} de : {x} ?",
    rf"{_STAND}{_WHO}": "Qu'a dit {who} ?",
    r"qu['’](?:a|ont|avait)(?:-t-on)? (?:d[eé]cid[eé]|retenu) (?:(?:à|a|pendant|lors de) )?"
    r"(?P<x>(?:l['’]|la |le |les )?(?:atelier|table ronde|rencontre|s[eé]minaire|forum|journ[eé]e|visite)"
    r"[^?]{0,80}?)": "Quelles décisions ont été prises à {x} ?",
    r"tou(?:te)?s les combien (?:de temps )?(?P<x>[^?]{3,80}?)": "À quelle fréquence {x} ?",
    rf"où (?:travaille|travaillait|bosse) {X}": "Pour quel organisme travaille {x} ?",
    rf"{X},? (?:il|elle) (?:travaille|bosse) où": "Pour quel organisme travaille {x} ?",
    r"qui (?:est|était|etait|se trouve) (?:(?:à|a) la (?:t[eê]te|direction|barre)|aux (?:commandes|manettes)) "
    r"(?P<x>(?:de |du |des |d['’])[^?]{2,80}?)": "Qui est à la tête {x} ?",
    r"qui (?:est|était|etait) (?:à|a) la pr[eé]sidence (?:de |d['’])(?P<x>[^?]{2,80}?)": "Qui préside {x} ?",
    rf"qui (?:est|était|etait|étaient|etaient) (?P<at>au|à la|a la|à l['’]|a l['’]|aux) ?(?!origine|initiative){X}": (
        "Qui a participé {at} {x} ?"
    ),
    rf"(?:un |le |la |une |fais(?:-moi)? (?:un |le ))?(?:résumé|resume|synthèse|synthese) {OF}{X}": (
        "De quoi a-t-on parlé à : {x} ?"
    ),
}
#: A list of those who come from a body or a town, not of those of a meeting.
_FROM = (
    r"(?P<of>de la |de l['’]|du |des |de |d['’])(?P<x>(?!(?:la |le |les |l['’])?(?:rencontre|forum|assises|s[ée]minaire"
    r"|atelier|journ[ée]e|conseil|assembl|colloque|congr|r[ée]union|session|table|s[ée]ance|conf[ée]rence|commission|comit"
    r"|festival|biennale|mission|ag\b))(?:la |le |les |l['’])?(?-i:[A-ZÀ-Ý])[^?]{1,70}?)"
)
_SAME |= DEFINING | {
    rf"(?:(?:la |donne[rz]?(?:-moi)? la )?liste (?:complète )?des |les |quels (?:sont|étaient) les )?"
    rf"(?:participants|inscrits|présents|représentants|délégués)"
    rf" (?:venus? |venant |originaires )?{_FROM}": "Qui est venu {of} {x} ?",
    r"(?:liste des |les |quels (?:sont|étaient) les )?(?:personnes )?"
    r"(?:absents?(?: (?:et )?excus[ée]s)?|excus[ée]e?s)\s*:?\s+"
    r"(?:(?:à|a|au|aux|du|de la|de l['’]|de|lors d[eu]|pour|pendant)\s*)?(?:la |le |l['’])?(?P<x>[^?]{3,80}?)": (
        "Qui était excusé au {x} ?"
    ),
}
#: Questions for the name of somebody who is told by a function: « comment s'appelle la maire de X ».
_CALLED = regex(
    r"(?:comment (?:s['’]appel\w+|se (?:pré)?nomme\w*)"
    r"|(?:quel (?:est|était|etait) )?le (?:pré)?nom (?:et (?:le )?prénom )?(?=d))"
    r" ?(?P<who>(?:de |du |d['’]|des )?(?:la |le |les |l['’])?(?P<office>[\w-]+)\b[^?]*?)\s*\?*\s*$",
    re.IGNORECASE,
)
#: Wordings tried when the question itself finds nothing.
_ELSE = {
    r".*\bqui\b.*\babsente?s?\b(?P<x>[^?]*)": "Qui était excusé {x} ?",
    r".*\b(?:solution|mesure|réponse|reponse|remède|remede)s?\b.*? (?:contre|face à|face a|pour) (?P<x>[^?]*)": (
        "Que dit-on de {x} ?"
    ),
    rf"(?:que|qu['’]est-ce que) (?:font|fait|faisaient|faisait) {X}": "Que dit-on de : {x} ?",
}


#: What closes a question for yes or no, and the inversions written without their hyphens: « y aura t il », « est il ».
_TAIL = regex(r"\s*[,;]?\s*\b(?:oui ou non|c['’]est (?:ça|vrai)|n['’]est-ce pas)\s*\?*\s*$", re.IGNORECASE)
_UNHYPHENED = regex(r"\b(?P<verb>\w*[ae])[ -]t[ '-](?P<who>il|elle|ils|elles|on)\b", re.IGNORECASE)
#: « A-t-elle vu le jour » is « est-elle née ».
_BORN = regex(r"\ba(?:-t)?(?P<who>-(?:il|elle|on))? vu le jour\b", re.IGNORECASE)
#: A quorum is reached in several ways of saying it.
_QUORUM = regex(r"\b(?P<quorum>quorum\b[^?]{0,30}?)\b(?:r[eé]uni|obtenu|constat[eé]|rempli|l[aà])(?!\w)", re.IGNORECASE)
_IS_IT = regex(r"^(?P<is>est) ce (?=qu)", re.IGNORECASE)
#: What passes is adopted.
_PASSED = regex(
    r"\b(?P<what>(?:rapport|motion|v(?:œ|oe)u|d[eé]lib[eé]ration|proposition|amendement|budget|texte|charte)\b[^?]{0,60}?)"
    r" (?:est|sont|a|ont)(?P<who>-(?:t-)?(?:ils?|elles?))? pass[eé]e?s?"
    r"(?= ?(?:\?|$|(?:au|à|en|lors|devant)\b(?! (?:\d|combien))))",
    re.IGNORECASE,
)
_INVERSED = regex(
    r"\b(?P<verb>est|sont|était|étaient|etait|etaient|ont|avait|avaient|vont|sera|sera-t|doit|peut) "
    r"(?P<who>il|elle|ils|elles)\b(?! (?:qui|que))",
    re.IGNORECASE,
)


def reworded(question: str) -> str:
    """Return a question in the wording that the kinds of question read; itself when it needs none."""
    question = counting_words(_ASSEMBLY.sub("assemblée générale", question))
    closed = _TAIL.sub(" ?", question)
    if closed != question:
        question = closed if re.search(r"\best-ce\b|-(?:t-)?(?:il|elle|on)s?\b", closed) else f"Est-ce que {closed}"
    question = _UNHYPHENED.sub(r"\g<verb>-t-\g<who>", _INVERSED.sub(r"\g<verb>-\g<who>", question))
    question = _PASSED.sub(_adopted, _IS_IT.sub(r"\g<is>-ce ", question))
    question = _QUORUM.sub(r"\g<quorum>atteint", question)
    called = _CALLED.match(question)
    if called and is_function_start(called["office"]):
        who = re.sub(r"^(?:de |d['’])", "", re.sub(r"^du ", "le ", called["who"]))
        return f"Qui est {who} ?"
    question = _BORN.sub(lambda found: f"est{found['who'] or ''} né", question)
    return next(_read(_SAME, question), question)


def _adopted(found: re.Match[str]) -> str:
    return f"{found['what']} a{'-t' if found['who'] else ''}{(found['who'] or '').replace('-t-', '-')} été adopté"


def other_wordings(question: str) -> Iterator[str]:
    """Yield other wordings of a question that found nothing, nearest first."""
    yield from _read(_ELSE, question)


def _read(table: Mapping[str, str], question: str) -> Iterator[str]:
    for pattern, plain in table.items():
        match = re.match(f"{pattern}{_END}", question, re.IGNORECASE)
        if match:
            said = {name: (told or "").strip() for name, told in match.groupdict().items()}
            yield " ".join(plain.format(**said).split())
