"""``finsam rules``, ``explain`` and ``schema``: reference information."""

import json
import re
import textwrap
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any, Final

from finsam._version import __version__
from finsam.answers.catalogue import catalogue, rule, rules
from finsam.answers.coverage import Covered, How, coverage
from finsam.commands.output import HOLDS, UnusableError, show
from finsam.law.citation import Citation, cited
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.statute import Provision
from finsam.law.text import ExplainedValueError, Lang, Text
from finsam.models.forbund import Forbund
from finsam.models.schema import DIALECT, document_schema
from finsam.rendering.labels import BASIS
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.verdict import Verdict
from finsam.validation.report import report_schema

_HOW: Final = {
    How.RULES: Text("regler", "rules"),
    How.FUNCTION: Text("beräknas av", "computed by"),
    How.HUMAN: Text("bedöms av en människa:", "for a human:"),
    How.RIGHT: Text("en rätt eller befogenhet, inget att pröva:", "a right or power, not checked:"),
    How.NOT_YET: Text("ännu inte kodat", "not yet encoded"),
}
_VERDICT: Final = {
    Verdict.FAIL: Text("Strider mot lagen", "Fails"),
    Verdict.REVIEW: Text("Måste bedömas av en människa", "Leaves to a human"),
    Verdict.OPEN: Text("Kan inte avgöras", "Cannot decide"),
    Verdict.NOT_APPLICABLE: Text("Är inte tillämplig", "Does not apply"),
}
_LABEL: Final = {
    "cites": Text("Lagrum", "Provisions"),
    "basis": Text("Grund", "Basis"),
    "days": Text("Gäller", "In force"),
    "entails": Text("Kan dra med sig", "May entail"),
    "wordings": Text("Lydelser", "Wordings"),
    "coverage": Text("Vad biblioteket gör med den", "What the library does with it"),
    "not_seen": Text("texten inte sedd", "text not seen"),
}

_FACT: Final = re.compile(r"\{\w+\}")
"""The place of a fact in a message, which has an English name."""
_OR_SECTION: Final = Text(
    "en paragraf anges som 5 eller 5 a, eller 5 § 2 st.",
    "a section is like 5 or 5 a, or s. 5, para. 2",
)
_NO_PLACE: Final = Text(
    "lagen har inte {place}: ange hela paragrafen, {section}",
    "the act has no {place}: ask about the whole section, {section}",
)
_IN_ENGLISH: Final = (
    "Hur regeln avgör, och de tolkningar som den vilar på ({count}), står på engelska:",
    "finsam explain {rule} --lang en",
)


def run_rules(options: Namespace) -> int:
    """List the rules."""
    if options.format == "json":
        print(json.dumps(catalogue(), ensure_ascii=False))
        return HOLDS
    rows = [(each.id, str(each.cites[0]), each.title.get(options.lang)) for each in rules()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    show(f"{i:<{widths[0]}}  {cite:<{widths[1]}}  {title}" for i, cite, title in rows)
    return HOLDS


def run_explain(options: Namespace) -> int:
    """Explain a rule or a section."""
    asked = " ".join(options.what)
    place = cited(asked)
    if place and place.section in FINSAMLAGEN.provisions:
        show(_section(FINSAMLAGEN.provision(place.section), place, options.lang))
        return HOLDS
    try:
        found = rule(asked)
    except ExplainedValueError as error:
        raise UnusableError(
            f"finsam: {error.explain(options.lang)}; {_OR_SECTION.get(options.lang)}"
        ) from None
    show(_rule(found, options.lang))
    return HOLDS


def run_schema(options: Namespace) -> int:
    """Print the JSON Schema of documents or reports."""
    schema: Mapping[str, Any]
    if options.of == "document":
        schema = document_schema(Forbund, options.form)
    else:
        address = f"urn:finsam:report:{__version__}"
        schema = {"$schema": DIALECT, "$id": address, **report_schema()}
    print(json.dumps(schema, ensure_ascii=False, indent=2))
    return HOLDS


def _rule(asked: Rule[Any], lang: Lang) -> Iterator[str]:
    yield f"{asked.id}  {asked.title.get(lang)}"
    if lang == "en":
        yield asked.name
    yield ""
    yield f"{_LABEL['cites'].get(lang)}: {', '.join(place.short(lang) for place in asked.cites)}"
    yield f"  {asked.cites[0].long(lang)}"
    yield f"  {asked.cites[0].link()}"
    yield f"{_LABEL['basis'].get(lang)}: {BASIS[asked.basis].get(lang)}"
    if asked.first or asked.last:
        yield f"{_LABEL['days'].get(lang)}: {asked.first or ''} – {asked.last or ''}"
    yield ""
    if lang == "en":
        yield from asked.doc.splitlines()
    else:
        yield from _wrapped(FINSAMLAGEN.provision(asked.cites[0].section).gist.sv, "")
    yield from _answers(asked, lang)
    if asked.entails:
        yield ""
        yield from _wrapped(f"{_LABEL['entails'].get(lang)}: {', '.join(asked.entails)}", "")
    if lang == "sv":
        yield ""
        yield from (each.format(rule=asked.id, count=len(asked.readings)) for each in _IN_ENGLISH)
    elif asked.readings:
        yield ""
        yield "Readings:"
        for reading in asked.readings:
            yield from _wrapped(f"{reading.question} {reading.reading}")


def _answers(asked: Rule[Any], lang: Lang) -> Iterator[str]:
    """The verdicts other than pass, with their reasons."""
    for verdict, by_why in asked.texts.items():
        if by_why:
            yield ""
            yield f"{_VERDICT[verdict].get(lang)}:"
        for why, text in by_why.items():
            yield from _wrapped(_FACT.sub("…", text.sv) if lang == "sv" else f"{why}: {text.en}")


def _section(provision: Provision, asked: Citation, lang: Lang) -> Iterator[str]:
    if provision.wordings[-1].has(asked) is False:
        said = {"place": asked.short(lang), "section": Citation(asked.section).short(lang)}
        raise UnusableError(f"finsam: {_NO_PLACE.get(lang).format(**said)}")
    yield f"{provision.section} §  {provision.heading.get(lang)}"
    yield from _wrapped(provision.gist.get(lang), "")
    yield ""
    yield f"{_LABEL['wordings'].get(lang)}:"
    for wording in provision.wordings:
        unseen = "" if wording.stycken else f"  ({_LABEL['not_seen'].get(lang)})"
        days = f"{wording.first} – {wording.last or ''}".strip()
        yield f"  {days}  SFS {wording.sfs}{unseen}"
    yield ""
    yield f"{_LABEL['coverage'].get(lang)}:"
    for row in coverage():
        if _in(row.place, asked) and (row.place.mening or row.place.punkt):
            yield from _wrapped(f"{row.place.short(lang)}: {_done(row, lang)}")


def _in(place: Citation, asked: Citation) -> bool:
    """Whether a place is the one asked about, or in it."""
    return all(
        getattr(asked, name) in {None, getattr(place, name)}
        for name in ("section", "stycke", "mening", "punkt")
    )


def _done(row: Covered, lang: Lang) -> str:
    what = {
        How.RULES: ", ".join(row.rules),
        How.FUNCTION: ", ".join(row.functions),
        How.HUMAN: " ".join(text.get(lang) for text in row.human),
        How.RIGHT: " ".join(text.get(lang) for text in row.right),
        How.NOT_YET: "",
    }
    return "; ".join(f"{_HOW[how].get(lang)} {what[how]}".strip(" .") for how in row.how)


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(text, 96, initial_indent=indent, subsequent_indent=f"{indent}  ")
