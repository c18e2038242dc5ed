"""The command line, as users run it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from finsam import Report
from finsam.__main__ import main

ROOT = Path(__file__).parents[2]
HOLDS = str(ROOT / "examples" / "samspelet-2019.json")
BREAKS = str(ROOT / "examples" / "goteborg-fontanhus.json")


def asked_in_readme() -> list[tuple[str, str]]:
    """Every example, and the day that it is to be asked about."""
    rows = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| `(\S+\.json)` \|.*?\| (\d{4}-\d\d-\d\d) \|", rows, re.MULTILINE)
    assert len(found) == len(list((ROOT / "examples").glob("*.json")))
    return found


def finsam(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "finsam", *arguments], input=stdin, capture_output=True, check=False
    )


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

    def test_about_asks_about_some_topics_only(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", BREAKS, "--on", "2024-06-01", "--about", "members"]) == 0
        assert "FINSAM-7" not in capsys.readouterr().out
        assert main(["check", BREAKS, "--on", "2024-06-01", "--about", "members,insatser"]) == 1
        assert "FINSAM-7-2" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("option", "written"), [("--only", "all"), ("--only", ""), ("--about", "money,boards")]
    )
    def test_what_is_no_section_and_no_topic_is_refused_with_those_there_are(
        self, option: str, written: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as refusal:
            main(["check", BREAKS, "--on", "2024-06-01", option, written])
        assert refusal.value.code == 2
        told = capsys.readouterr().err
        assert (
            "violations, deviations, review" if option == "--only" else "members, money"
        ) in told

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


class TestUnusableInput:
    """Unusable input: file, place and remedy, exit status 2, and never a traceback."""

    @pytest.mark.parametrize(
        ("body", "told"),
        [
            (b"", "filen är tom"),
            (b" \n", "filen är tom"),
            (b"{", "dokumentet: filen är inte JSON"),
            (b"\xff\xfe{\x00}\x00", "spara om den som UTF-8"),
            (b'"text"', "dokumentet: här ska stå ett objekt"),
            (b"[" * 100_000, "dokumentet: filen är inte JSON"),
            (
                b'{"name": "x", "members": ["kommun:1279"]}',
                "medlem 1, aktör (members[0].actor): kommun:1279",
            ),
            (
                b'{"name": "x", "members": [], "rounded_to": 0.5}',
                "avrundning (rounded_to): ett belopp i kronor",
            ),
            (b'{"name": "x", "members": [], "insats": []}', "insats: fältet finns inte"),
            (b'{"members": []}', "namn (name): uppgiften saknas"),
        ],
    )
    def test_it_names_file_place_and_remedy(self, body: bytes, told: str) -> None:
        done = finsam("check", "-", "--on", "2024-06-01", stdin=body)
        assert done.returncode == 2
        assert done.stdout == b""
        message = done.stderr.decode("utf-8")
        assert message.startswith("stdin: ")
        assert told in message
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
        told = done.stderr.decode("utf-8").splitlines()
        assert len(told) == 21
        assert "980 fel till" in told[-1]

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
    def test_the_status_is_told_though_nothing_can_be_written(self) -> None:
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
        told = capsys.readouterr()
        assert told.err.count("filen kan inte läsas") == 2
        assert missing in told.err
        assert "Fontänhus" in told.out

    @pytest.mark.parametrize(
        "day", ["2024-6-1", "2024-02-30", "20240601", "2024-W22-6", "yesterday", ""]
    )
    def test_a_day_that_is_none_is_refused(self, day: str) -> None:
        done = finsam("check", HOLDS, "--on", day)
        assert done.returncode == 2
        assert b"write YYYY-MM-DD" in done.stderr

    def test_a_day_before_the_act_is_refused(self) -> None:
        done = finsam("check", HOLDS, "--on", "2003-12-31")
        assert done.returncode == 2
        assert b"2004-01-01" in done.stderr
        assert b"Traceback" not in done.stderr

    def test_the_day_must_be_given(self) -> None:
        assert finsam("check", HOLDS).returncode == 2

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
