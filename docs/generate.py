"""Generate the pages that follow from the library: ``python docs/generate.py``."""

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import finsam
from finsam.answers.coverage import How

HERE = Path(__file__).parent
HOW = {
    How.RULES: "rules",
    How.FUNCTION: "computed",
    How.HUMAN: "for a human",
    How.RIGHT: "right or power",
    How.NOT_YET: "not yet",
}


def pages() -> dict[str, str]:
    """Each page's name and text."""
    return {
        "coverage.md": "".join(f"{line}\n" for line in coverage()),
        "readings.md": "".join(f"{line}\n" for line in readings()),
        "rules.md": "".join(f"{line}\n" for line in rules()),
        "statute.md": "".join(f"{line}\n" for line in statute()),
        **runpy.run_path(str(HERE / "document_page.py"))["pages"](),
    }


def coverage() -> Iterator[str]:
    """The coverage map."""
    yield "# Coverage"
    yield ""
    yield "What the library does with each section, stycke, mening and punkt of the act as it reads"
    yield "today (`finsam.coverage()`). The row of a section sums up its parts."
    yield ""
    yield "| place | | by | what a human decides, or what right it gives |"
    yield "|---|---|---|---|"
    for row in finsam.coverage():
        place = f"[{row.place}]({row.place.link()})"
        if row.place.stycke is None:
            place = f"**{place}**"
        by = ", ".join([f"[{i}](rules.md#{i.lower()})" for i in row.rules] + list(row.functions))
        why = " ".join(text.en for text in (*row.human, *row.right))
        how = ", ".join(HOW[how] for how in row.how)
        yield f"| {place} | {how} | {by} | {why if row.place.mening or row.place.punkt else ''} |"


def readings() -> Iterator[str]:
    """The readings."""
    yield "# Readings"
    yield ""
    yield "How the library reads the act where the act is silent or ambiguous"
    yield "(`finsam.interpretations()`)."
    for reading in finsam.interpretations():
        rests = [rule.id for rule in finsam.rules() if reading in rule.readings]
        yield ""
        yield f"## {reading.section} §: {reading.question}"
        yield ""
        yield f'<a id="{reading.id}"></a>**{reading.reading}** {reading.reason}'
        yield ""
        if reading.whose:
            yield f"- Guidance of: {reading.whose.en}"
        if reading.source:
            yield f"- Source: {reading.source}"
        if reading.alternative:
            yield f"- Alternative: {reading.alternative}"
        if rests:
            yield f"- Rules: {', '.join(f'[{i}](rules.md#{i.lower()})' for i in rests)}"


def rules() -> Iterator[str]:
    """A section for each rule."""
    yield "# Rules"
    yield ""
    yield "Every rule, in the order of the act. The last column names the rule's source file, in"
    yield "`src/finsam/validation/rules`. For a provision without a rule, see"
    yield "[coverage](coverage.md), which says why."
    yield ""
    yield "| id | section | title | basis | file |"
    yield "|---|---|---|---|---|"
    for rule in finsam.rules():
        basis = rule.basis.value.replace("_", " ")
        file = rule.decide.__module__.rpartition(".")[2]
        yield (
            f"| [{rule.id}](#{rule.id.lower()}) | {rule.cites[0]} "
            f'| {rule.title.en}<br><span lang="sv">{rule.title.sv}</span> | {basis} | `{file}.py` |'
        )
    for rule in finsam.rules():
        yield ""
        yield f"## {rule.id}"
        yield ""
        yield f"**{rule.title.en}** ({rule.title.sv}). Breach: `{rule.name}`. Basis:"
        cites = ", ".join(f"[{place}]({place.link()})" for place in rule.cites)
        yield f"{rule.basis.value.replace('_', ' ')}; {cites}."
        if rule.first or rule.last:
            yield f"In force {f'from {rule.first}' if rule.first else f'until {rule.last}'}."
        yield ""
        yield rule.doc
        yield ""
        yield "| verdict | why | message |"
        yield "|---|---|---|"
        for verdict, texts in rule.texts.items():
            for why, text in texts.items():
                yield f"| {verdict} | `{why}` | {text.sv}<br>{text.en} |"
        if rule.entails:
            yield ""
            yield f"A breach may also break, or leave open, {', '.join(rule.entails)}."
        if rule.readings:
            yield ""
            named = [f"[{r.id}](readings.md#{r.id})" for r in rule.readings]
            yield f"Readings: {', '.join(named)}."


def statute() -> Iterator[str]:
    """The sections, their wordings and the register."""
    yield "# The act"
    yield ""
    yield f"{finsam.statute.title.sv}, up to SFS {finsam.statute.last_amendment}. The summaries are"
    yield "the library's own words; the links lead to the text."
    for section, provision in finsam.statute.provisions.items():
        yield ""
        yield f"## {section} § {provision.heading.sv}"
        yield ""
        yield f"{provision.gist.sv}"
        yield ""
        yield f"*{provision.gist.en}*"
        yield ""
        yield "| from | to | SFS | stycken (meningar; punkter) |"
        yield "|---|---|---|---|"
        for wording in provision.wordings:
            link = wording.link(finsam.Citation(section))
            parts = "not seen"
            if wording.stycken:
                parts = ", ".join(
                    f"{s.meningar}; {s.punkter}" if s.punkter else str(s.meningar)
                    for s in wording.stycken
                )
            last = wording.last or ""
            yield f"| {wording.first} | {last} | [{wording.sfs}]({link}) | {parts} |"
    yield ""
    yield "## Register of amendments"
    yield ""
    yield "| SFS | in force | sections | what it did | förarbeten | transitional provisions |"
    yield "|---|---|---|---|---|---|"
    for entry in finsam.statute.amendments:
        new = [f"{section} (new)" for section in entry.adds] if entry.amends else ["1–28"]
        if not entry.amends and entry.sfs != finsam.statute.sfs:
            new = [f"{section} (new)" for section in entry.adds]
        sections = ", ".join([*entry.amends, *new])
        transitional = " ".join(
            f"{f'{t.point}. ' if t.point else ''}{t.gist.en}" for t in entry.transitional
        )
        works = ", ".join(entry.preparatory_works)
        yield (
            f"| {entry.sfs} | {entry.in_force} | {sections} | {entry.gist.en} | {works} "
            f"| {transitional} |"
        )


def main() -> None:
    """Write each page, and say which ones changed.

    Raises:
        SystemExit: the finsam that is imported is not the one beside these pages.
    """
    used = Path(finsam.__file__).resolve()
    if not used.is_relative_to(HERE.parent.resolve() / "src"):
        sys.exit(
            f"docs/generate.py: the finsam that Python imports is {used}, not the one in this "
            "checkout, so your changes would not show. Nothing was written. Set up as in "
            'CONTRIBUTING.md: python -m pip install -e ".[test]"'
        )
    for page, text in pages().items():
        file = HERE / page
        same = file.exists() and file.read_text(encoding="utf-8") == text
        file.write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/{page}: {'unchanged' if same else 'changed'}")


if __name__ == "__main__":
    main()
