"""The same documents give the same bytes, however and wherever the library is run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from digest import digest
from hostile import seeds

import finsam

SCRIPT = Path(__file__).with_name("digest.py")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("same") / "documents.jsonl"
    path.write_text("".join(f"{json.dumps(tree)}\n" for tree in seeds(20)[::3]), "utf-8")
    return path


@pytest.fixture(scope="module")
def here(documents: Path) -> list[str]:
    return [digest(body) for body in documents.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("flags", "seed", "options"),
    [
        ([], "0", []),
        ([], "1", []),
        (["-O"], "2", []),
        (["-OO"], "3", []),
        (["-W", "error", "-X", "dev"], "4", []),
        ([], "5", ["--narrow"]),
        # The first use of everything is by all at once.
        ([], "6", ["--threads", "8"]),
        ([], "7", ["--threads", "8", "--shared"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_in_another_process(
    flags: list[str], seed: str, options: list[str], documents: Path, here: list[str]
) -> None:
    source = str(Path(finsam.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, *flags, str(SCRIPT), str(documents), *options],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    assert done.stdout.split("\n")[:-1] == [" ".join(here)]
