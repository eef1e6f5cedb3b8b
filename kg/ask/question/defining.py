"""Wordings of a question for what a thing is, or for what is said of it, brought to one."""

#: What a question is about, and what leads to it.
X = r"(?P<x>[^?:,;]{2,80}?)"
OF = r"(?:de |du |des |d['’])(?:le |la |les |l['’]|un |une )?"
#: Where a thing is looked for, before the question: « À Rio, qu'entend-on par… ».
_WHERE = r"(?:(?P<where>(?:à|a|au|aux|chez|dans|en|lors d|pendant|d['’]apr[eè]s|selon|sur)\b[^?:,;]{2,70}), ?)?"
_WHAT = r"(?:k[eé][sz]a(?:kc|c|k)o|c['’ ]?koi|c['’]est koi|c quoi)"
_CALLED = r"(?:(?:par )?(?:le (?:mot|terme|sigle|nom)|l['’](?:expression|acronyme)) )?"
_SHORTLY = r"(?:d[eé]finition|d[eé]f\.?|signification|explication)"
#: Each wording with the one that is read.
DEFINING = {
    rf"{_WHERE}(?:qu['’]entend-on|qu['’]est-ce qu['’]on entend|que veut-on dire) par {_CALLED}{X}": (
        "C'est quoi {x} {where} ?"
    ),
    rf"{_WHERE}(?:qu['’]appelle-t-on|que recouvre(?:nt)?|que d[eé]signe(?:nt)?|que signifie(?:nt)?|que veut dire"
    rf"|(?:à|a) quoi correspond(?:ent)?|en quoi consiste(?:nt)?) {_CALLED}{X}": "C'est quoi {x} {where} ?",
    rf"(?:que sont|que furent) (?!devenu){X}": "C'est quoi {x} ?",
    r"(?:c['’]est quoi|qu['’]est[- ]ce que(?: c['’]est que)?) "
    r"(?:au juste|exactement|en fait|donc|vraiment|d[eé]j[aà]),? "
    rf"(?:que )?{X}": "C'est quoi {x} ?",
    rf"{_WHAT} (?:que )?{X}": "C'est quoi {x} ?",
    rf"{X}\s*[:,;-]*\s*(?:{_WHAT}|{_SHORTLY})": "C'est quoi {x} ?",
    rf"(?:quelle? est )?(?:la |le |une )?(?:{_SHORTLY}|sens) {OF}(?:(?:mot|terme|sigle) )?{X}": "C'est quoi {x} ?",
    rf"{X}\s*[:,;]?\s*(?:(?:ça|ca|cela) )?(?:consiste(?:nt)? en quoi|d[eé]signe(?:nt)? quoi"
    r"|correspond(?:ent)? (?:à|a) quoi"
    r"|recouvre(?:nt)? quoi|signifie(?:nt)? quoi|v(?:eut|eulent) dire quoi)": "C'est quoi {x} ?",
    rf"{X}\s*[:,;]?\s*comment (?:ça|ca|cela) (?:marche|fonctionne)": "Comment fonctionne {x} ?",
    rf"{X}, (?:qu['’]est-ce qu['’]on en dit|que dit-on|qu['’]en dit-on|on en dit quoi) (?P<there>[^?]{{3,80}}?)": (
        "Que dit-on de {x} {there} ?"
    ),
}
