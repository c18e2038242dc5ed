"""The command line, as users run it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from finsam import Report
from finsam.__main__ import main
from finsam.commands import parser
from finsam.rendering import outline
from finsam.validation import topics

ROOT = Path(__file__).parents[2]
MEMBERS = ["Försäkringskassan", "Arbetsförmedlingen", "Region Skåne", "1286"]
HOLDS = str(ROOT / "examples" / "samspelet-2019.json")
BREAKS = str(ROOT / "examples" / "goteborg-fontanhus.json")


def asked_in_readme() -> list[tuple[str, str]]:
    """Every example, with the day to ask about."""
    rows = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| `(\S+\.json)` \|.*?\| (\d{4}-\d\d-\d\d) \|", rows, re.MULTILINE)
    assert len(found) == len(list((ROOT / "examples").glob("*.json")))
    return found


def finsam(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "finsam", *arguments], input=stdin, capture_output=True, check=False
    )


def wait_for_a_file(folder: Path) -> None:
    """Wait up to half a minute for a file to appear."""
    for _ in range(600):
        if any(folder.iterdir()):
            return
        time.sleep(0.05)
    raise AssertionError("no file was begun")


class TestCheck:
    """``check FILE… --on DATE`` prints reports."""

    def test_what_holds_exits_with_0(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", HOLDS, "--on", "2019-12-31"]) == 0
        out = capsys.readouterr().out
        assert "Inget strider mot lagen" in out
        assert "Bidragen: 5 § (4), 6 § (2)" in out

    def test_what_breaks_the_act_exits_with_1_and_cites_it(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", BREAKS, "--on", "2024-06-01", "--lang", "en"]) == 1
        out = capsys.readouterr().out
        assert "s. 7, para. 1, point 3  In the insats" in out
        assert "FINSAM-7-2; the payment to Ett Fontänhus" in out
        assert "insatser[0].payments[0].to" in out

    def test_only_gives_some_sections_in_full(self, capsys: pytest.CaptureFixture[str]) -> None:
        on = ["--on", "2024-06-01"]
        assert main(["check", BREAKS, *on, "--only", "violations"]) == 1
        out = capsys.readouterr().out
        assert "https://lagen.nu/2003:1210#P7S1N3" in out
        assert "Frågor att besvara" not in out
        assert main(["check", BREAKS, *on, "--only", "missing, holds"]) == 1
        out = capsys.readouterr().out
        assert "FINSAM-7-2" not in out
        assert "Vilken inriktning har insatsen ”Start av ett Fontänhus”?" in out
        assert "3 § 1 st. 2 men.  De parter som krävs deltar" in out

    def test_only_gives_some_sections_of_a_page_and_of_markdown(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for face in ("html", "markdown"):
            options = ["--on", "2024-06-01", "--only", "violations", "--format", face]
            assert main(["check", BREAKS, *options]) == 1
            out = capsys.readouterr().out
            assert "FINSAM-7-2" in out
            assert "Frågor att besvara" not in out

    @pytest.mark.parametrize("option", ["--format=json", "--quiet"])
    def test_only_is_refused_where_there_are_no_sections(
        self, option: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        options = ["--on", "2024-06-01", "--only", "violations", option, "--lang", "en"]
        assert main(["check", BREAKS, *options]) == 2
        said = capsys.readouterr()
        assert not said.out
        assert said.err.startswith("finsam: --only: ")

    def test_about_asks_about_some_topics_only(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", BREAKS, "--on", "2024-06-01", "--about", "members"]) == 0
        assert "FINSAM-7" not in capsys.readouterr().out
        assert main(["check", BREAKS, "--on", "2024-06-01", "--about", "members,insatser"]) == 1
        assert "FINSAM-7-2" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("option", "written"), [("--only", "all"), ("--only", ""), ("--about", "money,pengar")]
    )
    def test_what_is_no_section_and_no_topic_is_refused_with_those_there_are(
        self, option: str, written: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as refusal:
            main(["check", BREAKS, "--on", "2024-06-01", option, written])
        assert refusal.value.code == 2
        said = capsys.readouterr().err
        assert (
            "violations, deviations, review" if option == "--only" else "members, money"
        ) in said

    def test_colour_is_for_a_terminal_that_wants_it(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def printed() -> str:
            main(["check", BREAKS, "--on", "2024-06-01"])
            return capsys.readouterr().out

        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        plain = printed()
        assert "\x1b" not in plain
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        coloured = printed()
        assert "\x1b[1;31m✕ Strider mot lagen" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
        monkeypatch.setenv("NO_COLOR", "1")
        assert printed() == plain

    @pytest.mark.parametrize(("name", "on"), asked_in_readme())
    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_the_report_on_every_example_fits_a_screen(
        self, name: str, on: str, lang: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["check", str(ROOT / "examples" / name), "--on", on, "--lang", lang])
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) <= 60
        assert max(map(len, lines)) <= 100

    def test_json_is_a_report_a_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", HOLDS, BREAKS, "--on", "2024-06-01", "--format", "json"]) == 1
        first, second = capsys.readouterr().out.splitlines()
        assert Report.from_json(first).forbund == "Samordningsförbundet Samspelet"
        assert Report.from_json(second).violations

    @pytest.mark.parametrize(
        ("fail_on", "status"), [("fail", 0), ("open", 1), ("review", 1), ("deviation", 0)]
    )
    def test_fail_on_names_the_verdict_that_counts(self, fail_on: str, status: int) -> None:
        # Nothing is known of its insatser: the whole is open.
        assert main(["check", HOLDS, "--on", "2019-12-31", "--fail-on", fail_on]) == status

    @pytest.mark.parametrize("fail_on", ["fail", "open", "review", "deviation"])
    def test_a_violation_counts_always(self, fail_on: str) -> None:
        assert main(["check", BREAKS, "--on", "2024-06-01", "--fail-on", fail_on]) == 1

    def test_a_dash_is_standard_input_and_output_is_utf8(self) -> None:
        body = b"\xef\xbb\xbf" + Path(BREAKS).read_bytes()
        done = finsam("check", "-", "--on", "2024-06-01", stdin=body)
        assert done.returncode == 1
        assert done.stderr == b""
        assert "Samordningsförbundet Göteborg" in done.stdout.decode("utf-8")


class TestWhatIsAsked:
    def test_rules_and_ignore_take_ids_names_sections_and_topics(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ["--rules", "5,3-1,board", "--ignore", "state-share-not-half,FINSAM-5-2"]
        assert main(["check", HOLDS, "--on", "2019-12-31", "--format", "json", *asked]) == 0
        asked_of = Report.from_json(capsys.readouterr().out).rules
        assert {"FINSAM-5-3", "FINSAM-3-1", "FINSAM-12-1"} <= set(asked_of)
        assert not {"FINSAM-5-1", "FINSAM-5-2", "FINSAM-3-2"} & set(asked_of)

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            (["--rules", "bord"], "ingen regel heter 'bord': menas board?"),
            (["--rules", "5", "--ignore", "FINSAM-5"], "ingen regel är kvar att pröva"),
        ],
    )
    def test_what_asks_nothing_is_refused(
        self, asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", HOLDS, "--on", "2019-12-31", *asked]) == 2
        assert said in capsys.readouterr().err

    def test_folders_and_patterns_are_expanded(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "deep").mkdir()
        for name in ("a.json", "deep/b.json"):
            (tmp_path / name).write_bytes(Path(HOLDS).read_bytes())
        (tmp_path / "notes.txt").write_text("no document", encoding="utf-8")
        for asked in (str(tmp_path), str(tmp_path / "**" / "*.json")):
            assert main(["check", asked, "--on", "2019-12-31", "--quiet"]) == 0
            first, second, counts = capsys.readouterr().out.split("\n", 2)
            assert first.startswith(str(tmp_path / "a.json"))
            assert second.startswith(str(tmp_path / "deep" / "b.json"))
            assert counts.strip() == "2 dokument: 2 kan inte avgöras"

    def test_a_pattern_that_fits_nothing_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "none-*.json", "--on", "2019-12-31"]) == 2
        assert "none-*.json: filen kan inte läsas" in capsys.readouterr().err

    def test_reports_of_several_documents_end_in_their_counts(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", HOLDS, BREAKS, "--on", "2024-06-01", "--lang", "en"]) == 1
        assert capsys.readouterr().out.endswith(
            "2 documents: 1 against the act, 1 cannot be decided\n"
        )


class TestOutput:
    def test_what_is_written_into_a_checked_folder_is_no_document_of_it(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "a.json").write_bytes(Path(HOLDS).read_bytes())
        out = tmp_path / "report.json"
        how = ["--on", "2019-12-31", "--format", "json", "-o", str(out)]
        for what in (str(tmp_path), str(tmp_path), str(tmp_path / "*.json")):
            assert main(["check", what, *how]) == 0
            assert len(out.read_text(encoding="utf-8").splitlines()) == 1
        assert capsys.readouterr().err == ""

    def test_a_file_has_what_would_have_been_printed(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ["check", HOLDS, "--on", "2019-12-31"]
        assert main(asked) == 0
        printed = capsys.readouterr().out
        assert main([*asked, "-o", str(tmp_path / "report.txt")]) == 0
        assert (tmp_path / "report.txt").read_text(encoding="utf-8") == printed
        assert [each.name for each in tmp_path.iterdir()] == ["report.txt"]

    def test_a_file_is_left_alone_if_there_is_nothing_to_write(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        kept = tmp_path / "report.txt"
        kept.write_text("before", encoding="utf-8")
        assert main(["check", "none.json", "--on", "2019-12-31", "-o", str(kept)]) == 2
        assert kept.read_text(encoding="utf-8") == "before"
        assert "none.json" in capsys.readouterr().err
        assert [each.name for each in tmp_path.iterdir()] == ["report.txt"]

    def test_a_folder_that_is_not_there_is_reported(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        target = tmp_path / "none" / "report.txt"
        assert main(["check", HOLDS, "--on", "2019-12-31", "-o", str(target)]) == 2
        assert f"{target}: filen kan inte skrivas: mappen finns inte" in capsys.readouterr().err

    def test_a_document_is_not_replaced_by_its_report(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        document = tmp_path / "a.json"
        document.write_bytes(Path(HOLDS).read_bytes())
        to = str(tmp_path / ".." / tmp_path.name / "a.json")
        assert main(["check", str(document), "--on", "2019-12-31", "-o", to]) == 2
        assert main(["calendar", str(document), "--year", "2019", "-o", to]) == 2
        assert capsys.readouterr().err.count("skulle skrivas över") == 2
        assert document.read_bytes() == Path(HOLDS).read_bytes()

    @pytest.mark.skipif(sys.platform == "win32", reason="links and modes are POSIX's here")
    def test_a_link_stays_a_link_and_a_file_keeps_its_mode(self, tmp_path: Path) -> None:
        real, link = tmp_path / "real.txt", tmp_path / "link.txt"
        real.write_text("before", encoding="utf-8")
        real.chmod(0o640)
        link.symlink_to(real)
        assert main(["rules", "-o", str(link)]) == 0
        assert link.is_symlink()
        assert real.read_text(encoding="utf-8").startswith("FINSAM-1-1")
        assert real.stat().st_mode & 0o777 == 0o640

    @pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's here")
    @pytest.mark.parametrize("to_a_file", [True, False])
    def test_an_interrupt_ends_it_quietly_and_leaves_no_file(
        self, to_a_file: bool, tmp_path: Path
    ) -> None:
        # A shell's background jobs, among which tests may be, ignore interrupts.
        script = (
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "from finsam.__main__ import run; run()"
        )
        # It waits for its input, either at once or when it has printed a report. Within pydantic's
        # core, while the models are built, an interrupt is another error.
        files = ["-", HOLDS] if to_a_file else [HOLDS, "-"]
        asked = ["check", *files, "--on", "2019-12-31"]
        output = ["-o", str(tmp_path / "out.txt")] if to_a_file else []
        with subprocess.Popen(
            [sys.executable, "-u", "-c", script, *asked, *output],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as running:
            assert running.stdout
            if to_a_file:
                wait_for_a_file(tmp_path)
            else:
                running.stdout.readline()
            running.send_signal(signal.SIGINT)
            _, said = running.communicate()
        assert said == b""
        assert running.returncode == 130
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
    @pytest.mark.parametrize("way", ["option", "redirect"])
    def test_a_full_disk_is_reported(self, way: str) -> None:
        asked = [sys.executable, "-m", "finsam", "check", HOLDS, "--on", "2019-12-31"]
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*asked, "-o", "/dev/full"] if way == "option" else asked,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 2
        assert "disken är full".encode() in done.stderr
        assert done.stderr.count(b"\n") == 1

    def test_a_reader_that_goes_away_is_no_error_to_report(self) -> None:
        asked = [sys.executable, "-m", "finsam", "check", *[BREAKS] * 40, "--on", "2024-06-01"]
        with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
            assert program.stdout is not None
            assert program.stderr is not None
            program.stdout.readline()
            program.stdout.close()
            assert program.stderr.read() == b""
        assert program.returncode == 141

    @pytest.mark.parametrize("setting", ["C", "sv_SE.ISO-8859-1", "POSIX"])
    def test_it_is_utf8_in_any_locale(self, setting: str) -> None:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONUTF8"},
            "LC_ALL": setting,
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "ascii",
        }
        asked = [sys.executable, "-m", "finsam", "check", BREAKS, "--on", "2024-06-01"]
        done = subprocess.run(asked, env=environment, capture_output=True, check=False)
        assert done.returncode == 1
        assert done.stderr == b""
        assert "Göteborg" in done.stdout.decode("utf-8")

    def test_thousands_of_files(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        body = b'{"name": "", "members": []}'
        for number in range(3000):
            (tmp_path / f"{number}.json").write_bytes(body)
        assert main(["check", str(tmp_path), "--on", "2024-06-01", "-q", "--rules", "3"]) in {0, 1}
        assert capsys.readouterr().out.splitlines()[-1].startswith("3000 dokument: ")


def test_what_options_take_is_what_there_is() -> None:
    assert parser.SECTIONS == outline.SECTIONS
    assert tuple(topic.name for topic in topics.TOPICS) == parser.TOPICS


class TestLanguage:
    @pytest.mark.parametrize(
        ("asked", "sv", "en"),
        [
            (["explain", "FINSAM-5-19"], "ingen regel heter 'FINSAM-5-19': menas", "did you mean"),
            (["explain", "99"], "ett id är som FINSAM-5-1", "an id is like FINSAM-5-1"),
            (["check", HOLDS, "--on", "2024-06-01", "--rules", "x"], "ange ett ämne", "a topic"),
            (
                ["check", HOLDS, "--on", "2003-12-31"],
                "lagen (2003:1210) gällde inte",
                "not in force",
            ),
            (["calendar", HOLDS, "--year", "2003"], "gällde inte år 2003", "was not in force"),
            (
                ["allocate", "1286", "--year", "2026", "--total", "4"],
                "saknas",
                "is not among the members",
            ),
            (
                ["allocate", *MEMBERS, "--year", "2026", "--total", "1.5"],
                "helt antal",
                "no whole number",
            ),
            (
                ["allocate", *MEMBERS, "--year", "2026", "--inhabitants", "1286=x", "--total", "4"],
                "inget antal invånare",
                "no number of inhabitants",
            ),
            (
                ["new", "x.xlsx", "Ystat", "--year", "2026"],
                "ingen part heter 'Ystat'",
                "no party is called",
            ),
        ],
    )
    def test_an_error_of_the_library_is_in_the_language_asked_for(
        self, asked: list[str], sv: str, en: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for lang, said in (("sv", sv), ("en", en)):
            assert main([*asked, "--lang", lang]) == 2
            assert said in capsys.readouterr().err

    def test_a_personal_number_as_a_day_is_not_repeated(self) -> None:
        done = finsam("check", HOLDS, "--on", "850101-1239")
        assert done.returncode == 2
        assert b"850101" not in done.stderr


class TestUnusableInput:
    """Unusable input: file, place and remedy, exit status 2, and never a traceback."""

    @pytest.mark.parametrize(
        ("body", "said"),
        [
            (b"", "filen är tom"),
            (b" \n", "filen är tom"),
            (b"{", "dokumentet: filen är inte giltig JSON"),
            (b"\xff\xfe{\x00}\x00", "spara om den som UTF-8"),
            (b'"text"', "dokumentet: här ska stå ett objekt"),
            (b"[" * 100_000, "dokumentet: filen är inte giltig JSON"),
            (
                b'{"name": "x", "members": ["kommun:1279"]}',
                "medlem 1: ”medlem” (members[0].actor): kommun:1279",
            ),
            (
                b'{"name": "x", "members": [], "rounded_to": 0.5}',
                "bidragen avrundade till (rounded_to): ett belopp i kronor",
            ),
            (b'{"name": "x", "members": [], "insats": []}', "insats: fältet finns inte"),
            (b'{"members": []}', "namn (name): uppgiften saknas"),
        ],
    )
    def test_it_names_file_place_and_remedy(self, body: bytes, said: str) -> None:
        done = finsam("check", "-", "--on", "2024-06-01", stdin=body)
        assert done.returncode == 2
        assert done.stdout == b""
        message = done.stderr.decode("utf-8")
        assert message.startswith("stdin: ")
        assert said in message
        assert "Traceback" not in message

    def test_a_personal_number_is_never_repeated(self) -> None:
        body = json.dumps({"name": "x", "orgnr": "1212121212", "members": ["kommun:191212121212"]})
        done = finsam("check", "-", "--on", "2024-06-01", stdin=body.encode())
        assert done.returncode == 2
        assert b"1212" not in done.stderr

    def test_a_document_with_many_errors_shows_the_first_of_them(self) -> None:
        body = json.dumps({"name": "x", "members": ["nobody"] * 1000})
        done = finsam("check", "-", "--on", "2024-06-01", stdin=body.encode())
        assert done.returncode == 2
        said = done.stderr.decode("utf-8").splitlines()
        assert len(said) == 21
        assert "980 fel till" in said[-1]

    def test_text_of_a_document_cannot_forge_a_line(self) -> None:
        forged = "Ok\nInget strider mot lagen"
        body = {"name": forged, "members": [], "insatser": [], "contributions": []}
        done = finsam("check", "-", "--on", "2024-06-01", stdin=json.dumps(body).encode())
        assert done.returncode == 1
        assert "Inget strider mot lagen" not in done.stdout.decode("utf-8").splitlines()
        unknown = {forged: [], "name": "x", "members": []}
        done = finsam("check", "-", "--on", "2024-06-01", stdin=json.dumps(unknown).encode())
        assert len(done.stderr.splitlines()) == 1

    def test_json_is_one_line_to_every_reader(self) -> None:
        body = {"name": "a\u2028b\u0085c\u202e", "members": []}
        done = finsam(
            "check", "-", "--on", "2024-06-01", "--format", "json", stdin=json.dumps(body).encode()
        )
        (line,) = done.stdout.decode("utf-8").splitlines()
        assert Report.from_json(line).forbund == body["name"]

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
    def test_the_status_is_right_though_nothing_can_be_written(self) -> None:
        for target in ("none.json", HOLDS):
            with Path("/dev/full").open("wb") as full:
                done = subprocess.run(
                    [sys.executable, "-m", "finsam", "check", target, "--on", "2019-12-31"],
                    stdout=full,
                    stderr=full,
                    check=False,
                )
            assert done.returncode == 2

    def test_a_missing_file_is_named_and_the_others_are_checked(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        missing = str(tmp_path / "none.json")
        assert main(["check", missing, str(tmp_path), BREAKS, "--on", "2024-06-01"]) == 2
        said = capsys.readouterr()
        assert said.err.count("filen kan inte läsas") == 1
        assert "mappen har inga dokument" in said.err
        assert missing in said.err
        assert "Fontänhus" in said.out

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            *(
                (day, f"{day!r} är ingen dag: skriv ÅÅÅÅ-MM-DD")
                for day in ("2024-6-1", "20240601", "2024-W22-6", "yesterday", "")
            ),
            *(
                (day, f"någon dag {day} finns inte")
                for day in ("2024-02-30", "2023-02-29", "2024-13-01", "0000-01-01")
            ),
        ],
    )
    def test_a_day_that_is_none_is_refused(self, day: str, said: str) -> None:
        done = finsam("check", HOLDS, "--on", day)
        assert done.returncode == 2
        assert said in done.stderr.decode("utf-8")

    def test_a_day_before_the_act_is_refused(self) -> None:
        done = finsam("check", HOLDS, "--on", "2003-12-31")
        assert done.returncode == 2
        assert b"2004-01-01" in done.stderr
        assert b"Traceback" not in done.stderr

    def test_what_a_document_holds_cannot_steer_the_terminal(self) -> None:
        body = {"name": "\x1b[31mred\u202e\u0007", "members": [], "insatser": []}
        done = finsam("check", "-", "--on", "2024-06-01", stdin=json.dumps(body).encode())
        out = done.stdout.decode("utf-8")
        assert "\\u001b[31mred\\u202e\\u0007" in out
        assert all(character.isprintable() or character in "\n\xa0" for character in out)


def test_importing_the_package_needs_neither_hypothesis_nor_the_command_line() -> None:
    script = (
        "import sys, finsam; "
        "print(*sorted({'hypothesis', 'argparse', 'stdnum', 'pytest'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == []
