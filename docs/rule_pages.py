"""Generate a page for each rule, with examples that are run."""

import copy
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple, get_type_hints

import finsam
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.messages import path

CASES = Path(__file__).parents[1] / "tests" / "cases"
BASIS = {
    finsam.Basis.STATUTE: "statute: the text of the act",
    finsam.Basis.PREPARATORY_WORKS: "preparatory works: the text as its förarbeten explain it",
    finsam.Basis.GUIDANCE: "guidance: how the national bodies or a förbund read the act; not law",
}
SHOWN = {"forbund": ("formed", "dissolved", "members", "area")}
"""The parts of a document that the example of a rule on the whole förbund shows."""


class Example(NamedTuple):
    """A case: its title, document and day, and the report on it."""

    title: str
    document: dict[str, Any]
    on: date
    report: finsam.Report
    changes: int
    section: str

    def findings(self, rule: str, verdict: finsam.Verdict) -> list[finsam.Finding]:
        """The rule's findings with that verdict."""
        return [f for f in self.report.findings if f.rule == rule and f.verdict is verdict]


def pages() -> dict[str, str]:
    """Each page's name and text."""
    return {f"rules/{rule.id}.md": "".join(f"{x}\n" for x in page(rule)) for rule in finsam.rules()}


@cache
def examples() -> tuple[Example, ...]:
    """Every case of ``tests/cases`` with its report, those with the fewest changes first."""
    bases = tomllib.loads((CASES / "bases.toml").read_text(encoding="utf-8"))
    found = []
    for file in sorted(CASES.glob("[0-9]*.toml")):
        section = file.stem.lstrip("0").partition("-")[0]
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            document = _changed(bases[case["base"]], case)
            forbund = finsam.Forbund.model_validate_json(json.dumps(document))
            report = finsam.check(forbund, on=case["on"])
            changes = sum(len(case.get(n, ())) for n in ("set", "append", "unset", "drop"))
            changes += 3 * len(case["expect"])
            found.append(Example(case["title"], document, case["on"], report, changes, section))
    return tuple(sorted(found, key=lambda example: (example.changes, -example.on.toordinal())))


def _changed(base: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """The base of a case with its changes."""
    document = copy.deepcopy(base)
    for way in case.get("unset", ()):
        holder, key = _holder(document, way)
        del holder[key]
    for way, value in case.get("set", {}).items():
        holder, key = _holder(document, way)
        holder[key] = value
    for way, values in case.get("append", {}).items():
        holder, key = _holder(document, way)
        holder[key] = [*holder[key], *values]
    for way in case.get("drop", ()):
        holder, key = _holder(document, way)
        del holder[key]
    return document


def _holder(document: Any, way: str) -> tuple[Any, Any]:  # noqa: ANN401  any part of a document
    *steps, last = [int(step) if step.isdecimal() else step for step in way.split(".")]
    for step in steps:
        document = document[step]
    return document, last


def page(rule: finsam.Rule[Any]) -> Iterator[str]:
    """The page of a rule."""
    yield f"# {rule.id} {rule.title.en}"
    yield ""
    yield f'<p lang="sv"><em>{rule.title.sv}</em></p>'
    yield ""
    yield from _head(rule)
    asks, *decided = rule.doc.split("\n\n")
    sources = [part for part in decided if part.startswith("Source:")]
    yield ""
    yield "## What the act requires"
    yield ""
    yield asks
    yield ""
    yield "## How it is decided, and its limits"
    yield ""
    yield "\n\n".join(part for part in decided if part not in sources)
    yield ""
    for source in sources:
        yield source
        yield ""
    yield from _answers(rule)
    yield from _facts(rule)
    yield from _examples(rule)
    yield from _beside(rule)


def _head(rule: finsam.Rule[Any]) -> Iterator[str]:
    today = [finsam.statute.provision(place.section).wordings[-1] for place in rule.cites]
    cites = ", ".join(
        f"[{place}]({place.link()}) (wording of {wording.first}, SFS {wording.sfs})"
        for place, wording in zip(rule.cites, today, strict=True)
    )
    first = min(finsam.statute.provision(place.section).wordings[0].first for place in rule.cites)
    days = f"from {rule.first or first}" + (f" until {rule.last}" if rule.last else "")
    about = "the förbund on the day" if rule.subject == "forbund" else f"`{rule.subject}`"
    yield f"- **Provisions:** {cites}"
    yield f"- **In force:** {days}"
    yield f"- **Basis:** {BASIS[rule.basis]}"
    yield f"- **Judges:** {about}"
    yield f"- **Source files:** {_file(rule.decide)} (the rule), {_file(rule.about)} (the subject)"
    if rule.needs:
        yield f"- **Needs:** {', '.join(f'`{name}`' for name in rule.needs)}"
    yield f"- **Name of a breach:** `{rule.name}`"


def _file(made: Any) -> str:  # noqa: ANN401  a function or a class
    return f"`src/{made.__module__.replace('.', '/')}.py`"


def _answers(rule: finsam.Rule[Any]) -> Iterator[str]:
    yield "## Verdicts"
    yield ""
    yield f"- `pass`: {_both(rule.title)}"
    for verdict, by_why in rule.texts.items():
        for why, text in by_why.items():
            yield f"- `{verdict}`, `{why}`: {_both(text)}"
    yield ""


def _both(text: Any) -> str:  # noqa: ANN401  a Text
    return f'<br><span lang="sv">{_text(text.sv)}</span><br>{_text(text.en)}'


def _facts(rule: finsam.Rule[Any]) -> Iterator[str]:
    texts = [*rule.fail.values(), *rule.review.values()]
    names = sorted({n for text in texts for _, n, _, _ in Formatter().parse(text.en) if n})
    if not names:
        return
    told = get_type_hints(Facts, include_extras=True)
    yield "## Facts"
    yield ""
    for name in names:
        meaning = told[name].__metadata__[0] if name in told else "named by the message"
        yield f"- `{name}`: {meaning.replace('``', '`')}"
    yield ""


def _examples(rule: finsam.Rule[Any]) -> Iterator[str]:
    yield "## Examples"
    yield ""
    yield "From the cases in `tests/cases`, run when this page was generated."
    yield ""
    yield from _example(rule, "Lawful", (finsam.Verdict.PASS,))
    yield from _example(
        rule,
        "Not lawful" if rule.fail else "For a human to judge",
        (finsam.Verdict.FAIL,) if rule.fail else (finsam.Verdict.REVIEW, finsam.Verdict.OPEN),
    )


def _example(
    rule: finsam.Rule[Any], heading: str, verdicts: tuple[finsam.Verdict, ...]
) -> Iterator[str]:
    section = rule.cites[0].section.replace(" ", "")
    for verdict in verdicts:
        for example in sorted(examples(), key=lambda each: each.section != section):
            for finding in example.findings(rule.id, verdict)[:1]:
                yield f"### {heading}"
                yield ""
                yield f"*{example.title}*, on {example.on}:"
                yield ""
                yield "```json"
                yield _json(_part(example, finding, rule))
                yield "```"
                yield ""
                place = f", at `{path(finding.loc)}`" if finding.loc else ""
                yield f"`{verdict.value}`, [{finding.citation}]({finding.link}){place}:"
                yield ""
                yield f'> <span lang="sv">{_text(finding.message("sv"))}</span>'
                yield ">"
                yield f"> {_text(finding.message('en'))}"
                yield ""
                return
    yield f"*{heading}*: there is no case yet."
    yield ""


def _json(value: Any, indent: str = "") -> str:  # noqa: ANN401  any part of a document
    """A value as JSON, on one line where it is short."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= 76 or not isinstance(value, dict | list):
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        items = [f'"{name}": {_json(inside, deeper)}' for name, inside in value.items()]
        return f"{{\n{deeper}" + f",\n{deeper}".join(items) + f"\n{indent}}}"
    items = [_json(inside, deeper) for inside in value]
    return f"[\n{deeper}" + f",\n{deeper}".join(items) + f"\n{indent}]"


def _text(message: str) -> str:
    return message.replace("<", "&lt;").replace("*", r"\*")


def _part(example: Example, finding: finsam.Finding, rule: finsam.Rule[Any]) -> dict[str, Any]:
    """The part of the document that a finding is about."""
    document = example.document
    names = [name for name in (finding.loc[:1] or ()) if isinstance(name, str)]
    shown = [*names, *(name.partition(".")[0] for name in rule.needs)]
    shown += [] if names and names[0] in {"insatser", "other_income"} else SHOWN["forbund"]
    part = {name: document[name] for name in dict.fromkeys(shown) if name in document}
    if len(finding.loc) > 1 and isinstance(finding.loc[1], int) and names:
        # Of a list the item alone; it says nothing of the others.
        part[names[0]] = [document[names[0]][finding.loc[1]]]
    return part


def _beside(rule: finsam.Rule[Any]) -> Iterator[str]:
    yield "## See also"
    yield ""
    if rule.readings:
        named = ", ".join(f"[{each.id}](../readings.md#{each.id})" for each in rule.readings)
        yield f"- Readings where the act is silent: {named}."
    if rule.entails:
        named = ", ".join(f"[{other}]({other}.md)" for other in rule.entails)
        yield f"- A breach may also break, or leave open: {named}."
    yield "- [The coverage of every sentence of the act](../coverage.md)"
    yield f'- In Python: `finsam.rule("{rule.id}")`'
    yield f"- On the command line: `python -m finsam explain {rule.id}`"
