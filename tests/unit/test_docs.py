"""Generated pages are up to date."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import finsam
from finsam.commands.parser import parser_in
from finsam.rendering.labels import HEADING, HEADING_VERDICT, MARK

DOCS = Path(__file__).parents[2] / "docs"


def test_every_generated_page_is_as_the_library_makes_it() -> None:
    pages = runpy.run_path(str(DOCS / "generate.py"))["pages"]()
    names = {"coverage.md", "readings.md", "reference/document.md", "rules.md", "statute.md"}
    assert pages.keys() == names
    for name, text in pages.items():
        written = (DOCS / name).read_text(encoding="utf-8")
        assert written == text, f"docs/{name} is out of date: run  python docs/generate.py"


def test_pages_are_not_made_from_another_copy_of_finsam(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("generate.py", "document_page.py"):
        shutil.copy(DOCS / name, tmp_path / "docs")
    done = subprocess.run(
        [sys.executable, tmp_path / "docs" / "generate.py"],
        env={**os.environ, "PYTHONPATH": str(Path(finsam.__file__).parents[1])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "not the one in this checkout" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "docs").glob("*.md"))


def made_by(script: str) -> dict[str, str]:
    pages: dict[str, str] = runpy.run_path(str(DOCS / script))["pages"]()
    return pages


def test_every_rule_has_a_page_with_its_provisions_messages_and_two_examples() -> None:
    pages = made_by("rule_pages.py")
    assert pages.keys() == {f"rules/{rule.id}.md" for rule in finsam.rules()}
    for rule in finsam.rules():
        page = pages[f"rules/{rule.id}.md"]
        assert all(cited.link() in page for cited in rule.cites)
        assert rule.title.sv in page
        folder = "src/finsam/validation"
        assert f"`{folder}/subjects/" in page
        assert f"`{folder}/rules/" in page
        assert rule.title.en in page
        assert all(f"`{why}`" in page for _, why in rule.answers if why in rule.fail)
        assert all(f"(../readings.md#{reading.id})" in page for reading in rule.readings)
        assert "### Lawful" in page
        assert "there is no case yet" not in page, rule.id


def test_the_document_is_described_field_by_field() -> None:
    (page,) = made_by("document_page.py").values()
    rows = re.findall(r"^\| `(\w+)` \| (.*) \| (.*) \|$", page, re.MULTILINE)
    found = {name for name, _, _ in rows}
    assert found >= set(finsam.Forbund.model_fields) - {"document_schema"}
    assert [name for name, kind, meaning in rows if not kind or not meaning.strip()] == []


def test_every_public_name_stands_in_the_reference() -> None:
    api = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
    (document,) = made_by("document_page.py").values()
    listed = set(re.findall(r"^::: \S+\.(\w+)$", api, re.MULTILINE))
    models = set(re.findall(r"^## (\w+)$", document, re.MULTILINE))
    assert set(vars(finsam)["__all__"]) - listed - models == {"__version__", "statute"}
    assert "`finsam.statute`" in api


def test_the_architecture_names_the_files_of_each_section() -> None:
    page = (DOCS / "explanation" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .* §§? \| `(\w+)\.py` \| (.*) \|$", page, re.MULTILINE)
    named = {rule: set(re.findall(r"(\w+)\.py", uses)) for rule, uses in rows}
    folder = Path(finsam.__file__).parent / "validation" / "rules"
    sources = {path.stem: path.read_text("utf-8") for path in folder.glob("[a-z]*.py")}
    used = r"from finsam\.validation\.subjects\.(\w+) import"
    assert named == {name: set(re.findall(used, text)) for name, text in sources.items()}


def test_the_guide_to_verdicts_has_the_headings_of_reports() -> None:
    page = " ".join((DOCS / "how-to" / "verdicts.md").read_text(encoding="utf-8").split())
    for name, heading in HEADING.items():
        row = f"| `{(verdict := HEADING_VERDICT[name]).value}` | {MARK[verdict]} "
        said = f"{heading.sv} / {heading.en}"
        assert (said if name in {"deviations", "unasked"} else f"{row}{said} |") in page


def test_every_command_in_the_guides_is_one_that_finsam_takes() -> None:
    pages = [DOCS / "tutorial.md", DOCS.parent / "README.md", *(DOCS / "how-to").glob("*.md")]
    blocks = [
        block
        for page in pages
        for block in re.findall(r"```(?:sh|text)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    ]
    line = re.compile(r"^(?:.* && )?(?:python -m )?finsam ([a-z]+ [^>\n]+)", re.MULTILINE)
    commands = line.findall("".join(blocks))
    assert len(commands) > 10
    for command in commands:
        parser_in("en").parse_args(shlex.split(command, comments=True))
