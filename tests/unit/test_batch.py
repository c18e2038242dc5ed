"""Many documents: rows in order, a bad one reported in its place, and nothing kept."""

import importlib.util
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import finsam
from finsam import Forbund, NotInForce, Verdict, check, check_many
from finsam.testing import forbund

ROOT = Path(__file__).parents[2]
ON = date(2024, 6, 1)
HOLDS = (ROOT / "examples" / "samspelet-2019.json").read_bytes()
BREAKS = (ROOT / "examples" / "goteborg-fontanhus.json").read_bytes()
BAD = b'{"name": 5, "members": []}'
GUIDE = (ROOT / "docs" / "how-to" / "many-documents.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


class TestRows:
    """One a förbund, or one a finding."""

    @given(st.lists(forbund(), max_size=3))
    @settings(max_examples=20)
    def test_a_row_of_a_forbund_says_what_its_report_says(self, documents: list[Forbund]) -> None:
        rows = list(check_many(documents, on=ON))
        assert [row["document"] for row in rows] == list(range(len(documents)))
        for row, document in zip(rows, documents, strict=True):
            report = check(document, on=ON)
            assert row["forbund"] == document.name
            assert row["verdict"] == report.verdict.value
            assert row["violations"] == len(report.violations)
            assert row["deviations"] == len(report.deviations)
            assert row["open"] + row["review"] == len(report.undecided)
            assert row["error"] is None

    @given(forbund())
    @settings(max_examples=20)
    def test_a_row_of_a_finding_says_what_the_finding_says(self, document: Forbund) -> None:
        rows = list(check_many([document], on=ON, each="finding", lang="en"))
        settled = {Verdict.PASS, Verdict.NOT_APPLICABLE}
        found = [f for f in check(document, on=ON).findings if f.verdict not in settled]
        assert [(r["rule"], r["why"], r["message"], r["ref"]) for r in rows] == [
            (f.rule, f.why, f.message("en"), f.ref) for f in found
        ]

    def test_a_bad_document_is_reported_in_its_place_and_the_rest_is_done(self) -> None:
        for each in ("forbund", "finding"):
            rows = list(check_many([HOLDS, BAD, "", BREAKS, b"{"], on=ON, each=each))
            errors = {row["document"]: row["error"] for row in rows if row["error"]}
            assert errors.keys() == {1, 4}
            assert errors[1].startswith("name: ")
            assert {row["document"] for row in rows} == {0, 1, 3, 4}
            assert len({tuple(row) for row in rows}) == 1

    def test_texts_bytes_and_models_give_the_same(self) -> None:
        model = Forbund.model_validate_json(BREAKS)
        one, two, three = check_many([BREAKS, BREAKS.decode(), model], on=ON)
        assert {**one, "document": 0} == {**two, "document": 0} == {**three, "document": 0}

    def test_rows_are_ready_for_json_and_cheap_to_send(self) -> None:
        rows = list(check_many([BREAKS, BAD], on=ON, each="finding"))
        assert json.loads(json.dumps(rows)) == rows == pickle.loads(pickle.dumps(rows))

    def test_only_the_rules_that_are_asked_about_are_asked(self) -> None:
        rows = check_many([BREAKS], on=ON, rules=iter(["FINSAM-7-2"]), each="finding")
        assert [row["rule"] for row in rows] == ["FINSAM-7-2"]

    def test_nothing_is_read_before_it_is_asked_for(self) -> None:
        read = []

        def documents() -> Iterator[bytes]:
            for number in range(3):
                read.append(number)
                yield HOLDS

        rows = check_many(documents(), on=ON)
        assert read == []
        next(rows)
        assert read == [0]


class TestWhatItRefuses:
    """At once, before any document is read."""

    def test_a_single_document(self) -> None:
        for single in (HOLDS, HOLDS.decode(), Forbund.model_validate_json(HOLDS)):
            with pytest.raises(TypeError, match=r"each a Forbund or its JSON.*write \[document\]"):
                check_many(single, on=ON)  # type: ignore[arg-type]

    def test_rules_that_are_none_and_rows_of_another_kind(self) -> None:
        with pytest.raises(ValueError, match="no rule is meant by"):
            check_many([], on=ON, rules=["FINSAM-99"])
        with pytest.raises(ValueError, match="'forbund' or 'finding'"):
            check_many([], on=ON, each="rule")  # type: ignore[arg-type]

    def test_a_day_before_the_act(self) -> None:
        with pytest.raises(NotInForce):
            check_many([], on=date(2003, 12, 31))


class TestTheGuide:
    """What docs/how-to shows runs as it stands, where what it needs is there."""

    @staticmethod
    def ran(script: str, folder: Path) -> str:
        lines = [json.dumps(json.loads(b)).encode() + b"\n" for b in (HOLDS, BREAKS)] * 5
        (folder / "forbund.jsonl").write_bytes(b"".join([*lines, BAD, b"\n"]))
        (folder / "script.py").write_text(script, encoding="utf-8")
        # The finsam that is tested, from whatever folder.
        paths = {
            "PYTHONPATH": str(Path(finsam.__file__).parents[1]),
            "PYSPARK_PYTHON": sys.executable,
        }
        done = subprocess.run(
            [sys.executable, "script.py"],
            cwd=folder,
            env={**os.environ, **paths},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def test_one_process_and_many_answer_alike(self, tmp_path: Path) -> None:
        one = self.ran(SCRIPTS[0], tmp_path)
        assert len(one.splitlines()) == 11
        assert one.splitlines()[1] == "1 fail None"
        assert "name: " in one.splitlines()[-1]
        assert self.ran(SCRIPTS[1], tmp_path) == one

    @pytest.mark.skipif(importlib.util.find_spec("dask") is None, reason="dask is not installed")
    def test_dask_counts_the_same(self, tmp_path: Path) -> None:
        assert "('fail', 5)" in self.ran(SCRIPTS[2], tmp_path)

    @pytest.mark.skipif(
        importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
        reason="pyspark or a JVM is not installed",
    )
    def test_spark_counts_the_same(self, tmp_path: Path) -> None:
        assert "'fail': 5" in self.ran(SCRIPTS[3], tmp_path)
