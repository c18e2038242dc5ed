"""The other commands, and many documents at a time."""

import io
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import finsam
from finsam.__main__ import main

ROOT = Path(__file__).parents[2]
HOLDS = (ROOT / "examples" / "samspelet-2019.json").read_text(encoding="utf-8")
BREAKS = (ROOT / "examples" / "goteborg-fontanhus.json").read_text(encoding="utf-8")


def line(document: str) -> str:
    return json.dumps(json.loads(document)) + "\n"


def ran(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "finsam", *arguments],
        input=stdin.encode(),
        capture_output=True,
        check=False,
    )


class TestManyDocuments:
    """JSON Lines: a document a line, a bad one is reported in its place and the rest are done."""

    def test_each_line_is_a_document(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "some.jsonl"
        path.write_text(f"{line(HOLDS)}\n{line(BREAKS)}{line(HOLDS)}", encoding="utf-8")
        assert main(["check", str(path), "--on", "2024-06-01", "--format", "json"]) == 1
        reports = [finsam.Report.from_json(one) for one in capsys.readouterr().out.splitlines()]
        assert [bool(report.violations) for report in reports] == [False, True, False]

    def test_a_bad_line_is_reported_by_its_number_and_the_rest_is_done(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "some.ndjson"
        path.write_text(f'{line(HOLDS)}{{"name": 5}}\n{line(HOLDS)}', encoding="utf-8")
        assert main(["check", str(path), "--on", "2024-06-01", "--format", "json"]) == 2
        found = capsys.readouterr()
        assert len(found.out.splitlines()) == 2
        assert f"{path}:2: namn (name): " in found.err

    def test_lines_from_standard_input(self) -> None:
        done = ran("check", "-", "--lines", "--on", "2024-06-01", stdin=line(HOLDS) * 3)
        assert done.returncode == 0
        assert done.stdout.decode("utf-8").count("(stdin:") == 3
        assert done.stderr == b""

    def test_progress_is_reported_on_a_terminal_where_the_reports_go_elsewhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        path = tmp_path / "some.jsonl"
        path.write_text(line(HOLDS) * 120, encoding="utf-8")
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        assert main(["check", str(path), "--on", "2024-06-01", "--format", "json"]) == 0
        assert terminal.getvalue() == (
            "\r50 dokument prövade\r100 dokument prövade\r120 dokument prövade\n"
            "120 dokument: 120 kan inte avgöras\n"
        )
        assert len(capsys.readouterr().out.splitlines()) == 120


class TestRules:
    def test_every_rule_has_its_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [one.split()[0] for one in lines] == [rule.id for rule in finsam.rules()]
        assert "Staten bidrar med hälften" in "\n".join(lines)

    def test_as_json_it_is_the_catalogue(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules", "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(finsam.catalogue()))


class TestExplain:
    @pytest.mark.parametrize("rule", finsam.rules(), ids=lambda rule: rule.id)
    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_a_rule_is_explained_whole(
        self, rule: finsam.Rule[Any], lang: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["explain", rule.id.lower(), "--lang", lang]) == 0
        out = capsys.readouterr().out
        assert rule.title.get("sv" if lang == "sv" else "en") in out
        assert ("Source:" in out) is (lang == "en")
        for by_why in rule.texts.values():
            for why, text in by_why.items():
                # In English with its slug, by which a program knows it.
                said = re.sub(r"\{\w+\}", "…", text.sv) if lang == "sv" else f"{why}: {text.en}"
                assert said in out.replace("\n    ", " ")
        if lang == "sv":
            assert not re.search(r"\b[a-z]+(_[a-z]+)+\b|[{}]", out)
            assert rule.name not in out

    @pytest.mark.parametrize("section", finsam.statute.provisions)
    def test_no_section_is_met_with_silence(
        self, section: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["explain", f"{section} §", "--lang", "en"]) == 0
        out = capsys.readouterr().out
        assert out.startswith(f"{section} §  ")
        for wording in finsam.statute.provision(section).wordings:
            assert f"SFS {wording.sfs}" in out
        assert f"s. {section}, para. 1" in out

    @pytest.mark.parametrize(
        "asked",
        ["5 § 2 st", "5 § 2 st.", "5 §  andra stycket", "5§ 2 st", "s. 5, para. 2", "5 2 ST"],
    )
    def test_a_place_is_written_as_people_and_reports_do(
        self, asked: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for words in ([asked], asked.split()):
            assert main(["explain", *words]) == 0
            said = capsys.readouterr().out
            assert said.startswith("5 §  ")
            assert "5 § 2 st. 1 men.: " in said
            assert "5 § 1 st." not in said

    @pytest.mark.parametrize("asked", ["5 a", "5a", "5 a §", "5A §", "FINSAM-5A", "finsam-5a"])
    def test_a_section_with_a_letter_is_written_in_many_ways(
        self, asked: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["explain", asked]) == 0
        assert capsys.readouterr().out.startswith("5 a §  ")

    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_a_place_that_the_act_does_not_have_is_refused(
        self, lang: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["explain", "5 § 9 st.", "--lang", lang]) == 2
        said = "lagen har inte 5 § 9 st." if lang == "sv" else "the act has no s. 5, para. 9"
        assert said in capsys.readouterr().err

    @pytest.mark.parametrize("asked", ["FINSAM-5-99", "29", "x", ""])
    def test_what_there_is_not_is_refused_in_words(
        self, asked: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["explain", asked]) == 2
        assert "en paragraf anges som 5 eller 5 a" in capsys.readouterr().err


class TestSchema:
    def test_a_document_and_its_report_have_the_fields_of_their_schemas(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        forbund = finsam.Forbund.model_validate_json(BREAKS)
        report = finsam.check(forbund, on=date(2024, 6, 1))
        for of, written in (
            ("document", json.loads(forbund.model_dump_json())),
            ("report", json.loads(report.to_json())),
        ):
            assert main(["schema", of]) == 0
            schema = json.loads(capsys.readouterr().out)
            assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
            assert set(written) <= set(schema["properties"])
            assert set(schema["required"]) <= set(written)


MEMBERS = ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1291", "kommun:1265"]


class TestAllocate:
    def test_it_says_what_each_pays_and_that_equal_parts_are_a_proposal(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["allocate", "--year", "2026", "--state", "2000001", *MEMBERS]) == 0
        out = capsys.readouterr().out.replace("\xa0", " ")
        assert "År 2026, tillsammans 4 000 002 kronor" in out
        assert "Region Skåne (region:12)  " in out
        assert "ett förslag" in out

    def test_agreed_parts_are_followed(self, capsys: pytest.CaptureFixture[str]) -> None:
        agreed = ["--agreed", "kommun:1291=1/4", "--agreed", "kommun:1265=3/4"]
        asked = ["allocate", "--year", "2026", "--given", "kommun:1291=100", *agreed, *MEMBERS]
        assert main([*asked, "--format", "json"]) == 0
        written = json.loads(capsys.readouterr().out)
        assert written["total"] == "1600"
        assert written["equal_parts"] == []
        assert [given["amount"] for given in written["contributions"]] == [
            "800",
            "400",
            "100",
            "300",
        ]

    def test_gotland_beside_a_region_pays_in_both_roles(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        members = ["forsakringskassan", "region:01", "kommun:0180", "kommun:0980"]
        assert main(["allocate", "--year", "2026", "--total", "800", "--lang", "en", *members]) == 0
        out = capsys.readouterr().out
        assert "Gotland (kommun:0980), as a kommun" in out
        assert "Gotland (kommun:0980), as a region" in out

    def test_gotlands_part_among_the_regioner_is_agreed_on_by_itself(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        members = ["forsakringskassan", "region:01", "kommun:0180", "kommun:0980"]
        agreed = ["--agreed-regioner", "region:01=3/4", "--agreed-regioner", "kommun:0980=1/4"]
        asked = ["allocate", "--year", "2026", "--total", "800", *agreed, *members]
        assert main([*asked, "--format", "json"]) == 0
        written = json.loads(capsys.readouterr().out)
        amounts = {(c["payer"], c["pool"]): c["amount"] for c in written["contributions"]}
        assert amounts[("kommun:0980", "region")] == "50"
        assert amounts[("kommun:0980", "kommun")] == "100"
        assert written["equal_parts"] == ["kommun"]

    def test_parts_and_names_are_written_as_people_do(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        names = ["Försäkringskassan", "Region Skåne", "Ystad", "1270"]
        agreed = ["--agreed", "Ystads kommun=65 %", "--agreed", "Tomelilla=0,35"]
        asked = ["allocate", "--year", "2026", "--total", "8000", "--format", "json"]
        assert main([*asked, *agreed, *names]) == 0
        amounts = [c["amount"] for c in json.loads(capsys.readouterr().out)["contributions"]]
        assert amounts == ["4000", "2000", "1300", "700"]

    @pytest.mark.parametrize("command", [["new", "{file}.xlsx"], ["allocate", "--state", "100"]])
    def test_a_name_of_a_kommun_and_a_region_is_refused_with_both(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
    ) -> None:
        given = [each.format(file=tmp_path / "x") for each in command]
        assert main([*given, "--year", "2027", "FK", "AF", "Örebro"]) == 2
        found = capsys.readouterr().err
        assert "'Örebro' kan vara Örebro kommun eller Region Örebro län: skriv vilken" in found

    def test_by_inhabitants(self, capsys: pytest.CaptureFixture[str]) -> None:
        names = ["Försäkringskassan", "Region Skåne", "Ystad", "1270"]
        living = ["--inhabitants", "Ystad=31 500", "--inhabitants", "1270=13500"]
        asked = ["allocate", "--year", "2026", "--total", "8000", "--format", "json"]
        assert main([*asked, *living, *names]) == 0
        amounts = [c["amount"] for c in json.loads(capsys.readouterr().out)["contributions"]]
        assert amounts == ["4000", "2000", "1400", "600"]
        assert main([*asked, *names, "--inhabitants", "Ystad=många"]) == 2
        assert "är inget antal invånare: skriv Ystad=31000" in capsys.readouterr().err

    def test_of_a_document_and_its_agreements(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shares = [
            {"member": "kommun:1286", "share": "3/4"},
            {"member": "kommun:1270", "share": "1/4"},
        ]
        document = {
            "name": "x",
            "members": [
                *("forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1270"),
                {"actor": "kommun:1286", "joined": "2025-07-01"},
                {"actor": "kommun:1291", "left": "2024-12-31"},
            ],
            "agreements": [{"pool": "kommun", "from_year": 2025, "shares": shares}],
        }
        file = tmp_path / "forbund.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        asked = ["allocate", str(file), "--year", "2026", "--total", "8000", "--format", "json"]
        assert main(asked) == 0
        given = json.loads(capsys.readouterr().out)["contributions"]
        assert {c["payer"]: c["amount"] for c in given} == {
            "forsakringskassan": "4000",
            "region:12": "2000",
            "kommun:1270": "500",
            "kommun:1286": "1500",
        }
        assert main(["allocate", str(tmp_path / "no.json"), "--year", "2026", "--total", "8"]) == 2
        assert "kan inte läsas" in capsys.readouterr().err

    def test_an_agreement_of_the_other_quarter_is_that_of_the_document(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shares = [{"member": "region:12", "share": "1/4"}, {"member": "region:13", "share": "3/4"}]
        followed = {"pool": "region", "from_year": 2026, "shares": shares}
        document = {"name": "x", "members": [*MEMBERS, "region:13"], "agreements": [followed]}
        file = tmp_path / "x.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        agreed = ["--agreed", "kommun:1291=1/4", "--agreed", "kommun:1265=3/4"]
        asked = ["allocate", str(file), "--year=2026", "--total=1600", "--format=json", *agreed]
        assert main(asked) == 0
        written = json.loads(capsys.readouterr().out)
        paid = {each["payer"]: each["amount"] for each in written["contributions"]}
        assert (paid["region:12"], paid["kommun:1291"]) == ("100", "100")
        assert written["equal_parts"] == []

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            (["--total", "1.5"], "1,50 kronor är inget helt antal om 1 krona"),
            (["--given", "850101-1239=5"], "ingen part heter det som angavs"),
            (["--total", "4", "--agreed", "kommun:1291=1"], "ange andelen för var och en av dem"),
            (["--total", "4", "--agreed", "kommun:1291=2"], "finsam: --agreed: en andel"),
            (
                ["kommun:1292x", "--total", "4"],
                "ingen part heter 'kommun:1292x'",
            ),
            (["Ystadd", "--total", "4"], "menas kommun:1286 (Ystad)?"),
        ],
    )
    def test_what_has_no_answer_is_refused_in_words(
        self, asked: list[str], found: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["allocate", "--year", "2026", *MEMBERS, *asked]) == 2
        assert found in capsys.readouterr().err

    @pytest.mark.parametrize(
        "asked",
        [
            ["--given", "kommun:1291"],
            ["--given", "kommun:1291=fyra"],
            ["--total", "fyra"],
            ["--total", "4", "--unit", "x"],
            ["--total", "4", "--year", "26"],
            ["--total", "4", "--state"],
        ],
    )
    def test_what_is_no_command_is_refused(self, asked: list[str]) -> None:
        done = ran("allocate", "--year", "2026", *MEMBERS, *asked)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr

    def test_a_year_before_the_act_is_refused(self) -> None:
        done = ran("allocate", "--year", "1999", "--total", "4", *MEMBERS)
        assert done.returncode == 2
        assert b"2004" in done.stderr
        assert b"Traceback" not in done.stderr

    @pytest.mark.parametrize(
        ("asked", "sv", "en"),
        [
            (
                ["--given", "Lund=1"],
                "Lund (kommun:1281) betalar inget som medlem: ange en av Försäkringskassan, Reg",
                "Lund (kommun:1281) is not among the members that pay",
            ),
            (
                ["--total", "10000.5", "--unit", "1000"],
                "10 000,50 kronor är inget helt antal om 1 000 kronor",
                "SEK 10,000.50 is no whole number of SEK 1,000",
            ),
            (
                ["--total", "4", "--agreed", "Ystad=1/2", "--agreed", "Tomelilla=0.4999"],
                "tillsammans 0,9999, men",
                "add up to 0.9999, but",
            ),
            (
                ["--total", "4", "--agreed", "Ystad=1/2", "--agreed", "Ystad=1/2"],
                "Ystad (kommun:1286) står två gånger; ange varje medlem en gång\n",
                "Ystad (kommun:1286) is given twice; give each member once\n",
            ),
            (
                ["x.json", "--total", "4"],
                "x.json: ett dokument har redan",
                "x.json: a document has",
            ),
            (
                ["--total", "4", "--year", "1999"],
                "gällde inte år 1999: den gäller från och med 2004-01-01; ange år 2004",
                "was not in force in 1999: it has been in force from 2004-01-01 on; ask about 2004",
            ),
            (
                ["--total", "4", "--agreed-regioner", "Region Skåne=1"],
                "--agreed-regioner används inte: här delar inte flera regioner; ta bort det",
                "--agreed-regioner is not used: no regioner split a share here; leave it out",
            ),
            *(
                (
                    ["--total", "4", "--inhabitants", f"{member}=5"],
                    f"--inhabitants {member} används inte",
                    f"--inhabitants {member} is not used",
                )
                for member in ("Region Skåne", "Försäkringskassan")
            ),
            (
                ["--total", "4", "--inhabitants", "Ystad=5", "--agreed", "Ystad=1"],
                "--inhabitants används inte när --agreed anger andelarna",
                "--inhabitants is not used where --agreed gives the parts",
            ),
        ],
    )
    def test_what_is_wrong_is_said_as_it_was_written(
        self, asked: list[str], sv: str, en: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for lang, said in (("sv", sv), ("en", en)):
            assert main(["allocate", "--year", "2026", *MEMBERS, *asked, "--lang", lang]) == 2
            found = capsys.readouterr().err.replace("\xa0", " ")
            assert said in found
            assert len(set(found.splitlines())) == found.count("\n")

    @pytest.mark.parametrize("command", ["--agreed", "--agreed-regioner", "--inhabitants"])
    def test_what_has_no_equals_sign_is_shown_with_one(
        self, command: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit, match="2"):
            main(["allocate", "--year=2026", "--total=4", *MEMBERS, command, "Ystad"])
        example = {"--inhabitants": "Ystad=31000", "--agreed": "Ystad=1/2"}
        assert example.get(command, '"Region Skåne=1/2"') in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("state", "rounded"), [("5000000", True), ("4000000", False), ("8000000", False)]
    )
    def test_parts_that_rounding_makes_unequal_are_not_called_equal(
        self, state: str, rounded: bool, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ["--year=2026", f"--state={state}", "--unit=1000000", "Region Skåne", "Ystad"]
        asked += ["Försäkringskassan", "Tomelilla"]
        for lang, said in (
            ("sv", "avrundade till hela antal om 1 000 000 kronor"),
            ("en", "rounded to whole numbers of SEK 1,000,000"),
        ):
            assert main(["allocate", *asked, "--lang", lang]) == 0
            assert (said in capsys.readouterr().out.replace("\xa0", " ")) is rounded

    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_where_nobody_lives_it_says_what_to_write_on_the_command_line(
        self, lang: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        nobody = ["--inhabitants=Ystad=0", "--inhabitants=Tomelilla=0"]
        members = ["Region Skåne", "Försäkringskassan", "Ystad", "Tomelilla"]
        asked = ["allocate", "--year=2026", "--state=1000", *nobody, *members, "--lang", lang]
        assert main(asked) == 2
        assert capsys.readouterr().err.endswith("Ystad=31000\n")

    @pytest.mark.parametrize(
        ("agreed", "sv", "en"),
        [
            (
                "0.33",
                "ska bli 1: skriv dem exakt, som Ystad=1/3",
                "add up to 1: write them exactly",
            ),
            ("x", "en andel skrivs 35 %, 0,35 eller 7/20", "a share is written 35 %, 0.35 or 7/20"),
        ],
    )
    def test_a_part_that_will_not_do_is_refused_by_what_an_option_can_say(
        self, agreed: str, sv: str, en: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for lang, said in (("sv", sv), ("en", en)):
            asked = ["--agreed", f"Ystad={agreed}", "--agreed", "Tomelilla=0.33", "--lang", lang]
            assert main(["allocate", *MEMBERS, "--year=2026", "--total=8", *asked]) == 2
            wrong = capsys.readouterr().err
            assert wrong.startswith("finsam: --agreed: ")
            assert said in wrong
            assert "rounded_to" not in wrong
            assert "JSON" not in wrong

    @pytest.mark.parametrize(
        "command",
        [["new", "x.xlsx"], ["allocate", "--state=1"], ["calendar", "x.json"]],
    )
    def test_no_command_answers_of_a_year_before_the_act(
        self,
        command: list[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("x.json").write_text(json.dumps({"name": "x", "members": MEMBERS}), encoding="utf-8")
        members = [] if command[0] == "calendar" else MEMBERS
        said = set()
        for year in ("1000", "2002"):
            assert main([*command, *members, f"--year={year}", "--lang=en"]) == 2
            said.add(capsys.readouterr().err.replace(year, "…"))
        assert len(said) == 1
        assert "2004-01-01" in said.pop()
        assert not Path("x.xlsx").exists()


class TestTables:
    """Lists stand in tables beside a document; or many förbund in one."""

    CSV = (
        "Förbund;Betalare;År;Belopp (tkr)\nFinsam Ystad;Försäkringskassan;2026;4 000\n"
        "Finsam Ystad;Region Skåne;2026;2 000\nFinsam Ystad;Ystads kommun;2026;1 900,5\n"
        "Summa;;;7 900,5\n"
    )
    DAY = ("--on", "2026-06-01", "--lang", "en")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_many_forbund_in_one(
        self, encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "bidrag.csv"
        file.write_text(self.CSV, encoding=encoding)
        asked = ["check", "--table", f"bidrag={file}", "--by", "Förbund", *self.DAY]
        assert main([*asked, "--unit", "tkr", "--skip-totals"]) == 1
        assert "SEK 4,000,000 of SEK 7,900,500" in " ".join(capsys.readouterr().out.split())
        assert main(asked) == 2
        found = capsys.readouterr().err
        assert "bidrag.csv: rows 2–5, column Belopp (tkr): the heading says tkr" in found
        assert "row 5, column Förbund: the row is a total" in found

    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_a_table_that_will_not_do_names_the_options_that_help(
        self, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "bidrag.csv"
        file.write_text(self.CSV, encoding="utf-8")
        asked = ["check", "--table", f"bidrag={file}", "--by=Förbund", "--on=2026-06-01"]
        assert main([*asked, "--lang", lang]) == 2
        said = capsys.readouterr().err
        assert "--unit tkr" in said
        assert "--skip-totals" in said
        assert main([*asked, "--unit=tkr", "--skip-totals", "--lang", lang, "-q"]) == 1
        assert not capsys.readouterr().err.startswith(str(file))

    def test_a_list_beside_a_document(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        document = tmp_path / "forbund.json"
        document.write_text(json.dumps({"name": "x", "members": MEMBERS}), encoding="utf-8")
        table = tmp_path / "seats.csv"
        table.write_text("member,role\nYstad,ledamot\nYstad,ordförande\n", encoding="utf-8")
        asked = ["check", str(document), "--table", f"board.seats={table}", "--on", "2026-06-01"]
        assert main([*asked, "--lang", "en"]) == 2
        assert "seats.csv: row 3, column role: " in capsys.readouterr().err
        table.write_text("member,role\nYstad,ledamot\n", encoding="utf-8")
        assert main([*asked, "--lang", "en", "--format", "json"]) in {0, 1}
        assert "board.seats" not in json.dumps(json.loads(capsys.readouterr().out)["unexamined"])

    @pytest.mark.parametrize(
        ("lang", "found"),
        [
            ("sv", "'Namn' är ingen av kolumnerna (Förbund, Betalare, År, Belopp (tkr))"),
            ("en", "'Namn' is none of the columns (Förbund, Betalare, År, Belopp (tkr))"),
        ],
    )
    def test_a_column_that_the_table_lacks(
        self, lang: str, found: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "bidrag.csv"
        file.write_text(self.CSV, encoding="utf-8")
        asked = ["check", "--table", f"bidrag={file}", "--by=Namn", "--on=2026-06-01"]
        assert main([*asked, "--lang", lang]) == 2
        assert f"bidrag.csv: {found}: " in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ([], "give documents, or a table"),
            (["--by", "x"], "give documents, or a table"),
            (["--by", "x", "--table", "bidrag=no.csv"], "cannot be read: it is not there"),
            (["--by", "x", "--table", "bidra=no.csv"], "called 'bidra': did you mean bidrag"),
            (
                ["--by", "x", "--table", "pengar=pyproject.toml"],
                "no list of the document is called 'pengar': members, coordination",
            ),
            (["--by", "x", "--table", "insatser=pyproject.toml"], "give a document with them"),
        ],
    )
    def test_what_cannot_be_used(
        self, asked: list[str], found: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", *asked, *self.DAY]) == 2
        assert found in capsys.readouterr().err
