"""What one document gave, for people or as JSON."""

import json
from typing import Any

import click

from kg.screen.reasons import ACTS, why
from kg.screen.terminal import on_line
from kg.single import Reading


def show_extraction(reading: Reading, *, as_json: bool) -> None:
    """Print what was recognised in one document."""
    if as_json:
        click.echo(json.dumps(reading.json, ensure_ascii=False))
        return
    found = reading.json
    document = found["document"]
    click.secho(on_line(document["title"]), bold=True)
    click.echo(f"{on_line(document['source'])}, {document['date'] or 'sans date'}, langue {document['lang']}")
    _people(found["people"])
    for title, key in (("Organismes", "organisations"), ("Lieux", "places")):
        _names(title, found[key])
    _events(found["events"])
    _quotations(found["quotations"])


def _people(people: list[dict[str, Any]]) -> None:
    click.secho(f"\nPersonnes ({len(people)})", bold=True)
    for person in people:
        roles = [role["role"] or role["organisation"] or "" for role in person["roles"]]
        told = f" — {on_line(' ; '.join(dict.fromkeys(roles)))}" if roles else ""
        click.echo(f"  {on_line(person['label'])}{told}")


def _names(title: str, entities: list[dict[str, Any]]) -> None:
    click.secho(f"\n{title} ({len(entities)})", bold=True)
    for entity in entities:
        aliases = f" ({on_line(', '.join(entity['aliases'][:4]))})" if entity["aliases"] else ""
        click.echo(f"  {on_line(entity['label'])}{aliases}")


def _events(events: list[dict[str, Any]]) -> None:
    click.secho(f"\nÉvénements et sessions ({len(events)})", bold=True)
    for event in events:
        when = " — ".join(told for told in (event["start"], event["end"]) if told)
        click.echo(f"  {'  ' if event['parent'] else ''}{on_line(event['label'])}{f' [{when}]' if when else ''}")


def _quotations(quotations: list[dict[str, Any]]) -> None:
    click.secho(f"\nCitations ({len(quotations)})", bold=True)
    for quotation in quotations:
        speaker = quotation["speaker_label"] or f"? {quotation['speaker_words']}".strip()
        click.echo(f"  {on_line(speaker)} : « {on_line(quotation['text'])} »")
        if "explanation" in quotation:
            _reason(quotation)


def _reason(quotation: dict[str, Any]) -> None:
    """Tell the cue, the rule, who was weighed, and why the speaker is this one."""
    reason = quotation["explanation"]
    cue = f"« {on_line(quotation['cue'])} »" if quotation["cue"] else "aucun"
    candidates = on_line(", ".join(reason["candidates"])) or quotation["speaker_label"] or "personne"
    confidence = f"{reason['confidence']:.2f}".replace(".", ",")
    click.echo(f"      indice : {cue} · acte : {ACTS.get(quotation['act'], quotation['act'])}")
    click.echo(f"      règle : {reason['rule']} (confiance {confidence}) · candidats : {candidates}")
    nobody = "" if quotation["speaker"] else " ; personne n'est reconnu"
    click.echo(f"      parce que : {why(reason['rule'], reason['how'])}{nobody}")
    if not reason["told"]:
        click.echo("      la confiance est sous le seuil : le locuteur est tu")
