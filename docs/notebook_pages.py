"""Generate a page from each notebook, run from the top."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "examples" / "notebooks"


def titles(folder: Path = FOLDER) -> dict[str, str]:
    """Each notebook's page, and its title."""
    found = {}
    for path in sorted(folder.glob("*.ipynb")):
        first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"]
        found[f"notebooks/{path.stem}.md"] = first[0].removeprefix("# ").strip()
    return found


def pages() -> dict[str, str]:
    """Each page's name and text."""
    return {
        f"notebooks/{path.stem}.md": "".join(_page(path)) for path in sorted(FOLDER.glob("*.ipynb"))
    }


def _page(path: Path) -> Iterator[str]:
    for number, cell in enumerate(_run(path).cells):
        if cell.cell_type == "markdown":
            yield f"{cell.source}\n\n"
            if not number:
                yield f"*The notebook is `examples/notebooks/{path.name}`; "
                yield "what follows each cell is what it gave when this page was made.*\n\n"
            continue
        yield f"```python\n{cell.source}\n```\n\n"
        for output in cell.outputs:
            yield from _output(output)


def _run(path: Path) -> Any:  # noqa: ANN401  a notebook is not typed
    import nbformat
    from nbclient import NotebookClient

    read: Any = nbformat.read  # which has no types
    notebook = read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=where).execute()
    return notebook


def _output(output: Any) -> Iterator[str]:  # noqa: ANN401  a notebook is not typed
    data = output.get("data", {})
    if "text/html" in data:
        # On one line, so that Markdown leaves it alone.
        html = " ".join(data["text/html"].split("\n"))
        yield f'<div class="output">{html}</div>\n\n'
        return
    text = output.get("text") or data.get("text/plain", "")
    if text:
        yield f"```text\n{text.rstrip()}\n```\n\n"
