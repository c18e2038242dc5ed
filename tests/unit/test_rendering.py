"""Rendering: the same content in both languages, and no way for a document to break out."""

import json
import pickle
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import ROUND_UP, Context, Decimal, localcontext
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import finsam
from finsam.__main__ import main
from finsam.law.text import Lang
from finsam.models.forbund import Forbund
from finsam.models.words import words_along
from finsam.rendering import html, markdown, text
from finsam.rendering.escape import harmless
from finsam.rendering.escape import markdown as safe_markdown
from finsam.rendering.labels import HEADING
from finsam.rendering.outline import SECTIONS, outline
from finsam.testing import forbund as any_forbund
from finsam.validation.report_json import escaped
from finsam.validation.year_money import money_of

ROOT = Path(__file__).parents[2]
ON = date(2024, 6, 1)
LANGS: list[Lang] = ["sv", "en"]
TAGS = frozenset(
    re.findall(
        r"\w+",
        """
        html head meta title style body main article h1 h2 h3 h4 h5 p strong span small a ul ol li
        details summary
        code bdi br figure svg text rect path div table thead tbody tr th td
        """,
    )
)
ATTRIBUTES = frozenset(
    re.findall(
        r"[\w-]+",
        """
        lang charset name content http-equiv class aria-hidden href rel dir xmlns viewbox role
        aria-label style fill x y width height stroke stroke-opacity stroke-dasharray d
        stroke-width text-anchor font-weight scope tabindex
        """,
    )
)
VOID = {"meta", "br"}


class Parsed(HTMLParser):
    """HTML as a browser parses it: tags with their attributes, and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data!r}")


def parsed(html: str) -> Parsed:
    page = Parsed(html)
    assert not page.open
    return page


def breaking(text: str) -> Forbund:
    """A förbund that breaks the act, with the same text in every text field."""
    return Forbund.model_validate(
        {
            "name": text,
            "seat": text,
            "members": ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1286"],
            "contributions": [
                {"payer": "forsakringskassan", "year": 2024, "amount": 3_900_000, "ref": text},
                {"payer": "region:12", "year": 2024, "amount": 2_000_000},
                {"payer": {"name": text, "form": "association"}, "year": 2024, "amount": 5},
                {"payer": "kommun:1286", "year": 2024, "amount": 2_000_000},
            ],
            "other_income": [{"source": text, "year": 2024, "amount": 7, "kind": "gift"}],
            "area": [{"kommun": "kommun:1286", "part": text}],
            "insatser": [
                {
                    "name": text,
                    "kind": "individual",
                    "ref": text,
                    "note": text,
                    "aims": ["other"],
                    "target_group": {
                        "description": text,
                        "needs_coordinated_rehabilitation": False,
                    },
                    "payments": [
                        {"to": {"name": text, "form": "company"}, "what": "staff", "ref": text}
                    ],
                    "area": [{"kommun": "kommun:1286", "part": f"{text}x"}],
                }
            ],
        }
    )


def plain(*members: str) -> Forbund:
    return Forbund.model_validate({"name": "Förbundet", "members": members})


def shown(one: object) -> str:
    """What a notebook shows."""
    html: str = one._repr_html_()  # type: ignore[attr-defined]
    return html


def sentences(message: str) -> list[str]:
    """The sentences of a message, abbreviations left whole."""
    return re.split(r"(?<=[^.]{5}[a-zåäö0-9)”]\.)\s+(?=[A-ZÅÄÖ])", message)


def faces(report: finsam.Report, lang: Lang) -> list[str]:
    """What a page, Markdown and a terminal say, on one line each."""
    said = (
        parsed(report.to_html(lang)).text,
        re.sub(r"\\(.)", r"\1", report.to_markdown(lang)),
        "\n".join(text.lines(report, lang)),
    )
    return [re.sub(r"\s+", " ", face) for face in said]


def example(name: str) -> Forbund:
    return Forbund.model_validate_json((ROOT / f"examples/{name}.json").read_bytes())


def named(forbund: Forbund, name: str) -> Forbund:
    """The same förbund, with one name for its insatser and sources of income."""
    document = json.loads(forbund.model_dump_json())
    for each in document["insatser"] or ():
        each["name"] = name
    for each in document["other_income"] or ():
        each["source"] = name
    return Forbund.model_validate(document)


DOCUMENTS = {
    "one party": (plain("forsakringskassan"), ON),
    "turns on a seat": (example("bollebygd-mark-svenljunga-2008"), date(2008, 12, 31)),
    "a wording not known": (example("skelleftea-norsjo-2022"), date(2022, 6, 1)),
    "a breach": (example("goteborg-fontanhus"), date(2024, 6, 1)),
}
TAME = finsam.check(breaking("Steget"), on=ON)
LAWFUL = finsam.check(
    example("skelleftea-norsjo-2025"),
    on=date(2025, 12, 31),
)
hostile = st.text(max_size=40) | st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</style><img src=x onerror=alert(1)>",
            '" onmouseover="alert(1)',
            "'><svg onload=alert(1)>",
            "-->",
            "<!--",
            "&lt;&#x3c;",
            "]]>",
            "</bdi></main>",
            "\N{RIGHT-TO-LEFT OVERRIDE}",
            "\N{RIGHT-TO-LEFT ISOLATE}",
            "\N{LINE SEPARATOR}",
            "\r\n# ",
            "\x00\x1b[31m",
            "| a |",
            "`code`",
            "**b** _i_ ~~s~~",
            "[x](javascript:alert(1))",
            "![x](http://a/b)",
            "https://example.com www.example.com a@example.com",
            "$x$ {: .y }",
            "\\",
            "{actor} {0} %s",
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)
texts = hostile.filter(bool)


class TestHostileText:
    """A document may hold any text without changing the structure of what is shown."""

    @given(texts, st.sampled_from(LANGS))
    def test_a_page_has_the_same_elements_whatever_the_text_is(self, text: str, lang: Lang) -> None:
        report = finsam.check(breaking(text), on=ON)
        page = parsed(report.to_html(lang, source=text))
        tame = parsed(TAME.to_html(lang, source="x"))
        assert page.tags == tame.tags
        assert page.links == tame.links
        assert harmless(text) in page.text

    @given(texts)
    def test_nothing_shown_in_a_notebook_is_broken_out_of(self, text: str) -> None:
        forbund = breaking(text)
        report = finsam.check(forbund, on=ON)
        hostile = (forbund, report, *report.violations, *report.deviations, *report.undecided)
        tame = (breaking("x"), TAME, *TAME.violations, *TAME.deviations, *TAME.undecided)
        for one, other in zip(hostile, tame, strict=True):
            assert parsed(shown(one)).tags == parsed(shown(other)).tags

    @given(texts)
    def test_no_invisible_character_is_shown(self, text: str) -> None:
        report = finsam.check(breaking(text), on=ON)
        for face in (report.to_html(), report.to_markdown()):
            assert all(c.isprintable() or c in "\n\N{NO-BREAK SPACE}" for c in face)

    @given(texts)
    def test_markdown_has_the_same_lines_and_no_mark_but_its_own(self, text: str) -> None:
        report = finsam.check(breaking(text), on=ON)
        lines = report.to_markdown(source=text).splitlines()
        tame = TAME.to_markdown(source="Steget").splitlines()
        assert len(lines) == len(tame)
        for line, other in zip(lines, tame, strict=True):
            assert _marks(line) == _marks(other)

    @given(st.text())
    def test_markdown_says_the_text_itself(self, text: str) -> None:
        assert re.sub(
            r"\\(?=[!-/:-@\[-`{-~])", "", safe_markdown(text).replace("\\\\", "\0")
        ).replace("\0", "\\") == harmless(text)


def _marks(line: str) -> list[str]:
    """The characters of a line that have a meaning in Markdown."""
    return re.findall(r"(?<!\\)[`*_\[\]<>&|~$^@#{}]", re.sub(r"\\\\", "", line))


class TestReport:
    """A reader who knows no Python sees what is wrong and which provision says so."""

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_page_says_everything_that_needs_somebodys_eyes(self, lang: Lang) -> None:
        page = parsed(TAME.to_html(lang))
        assert TAME.forbund in page.text
        assert "2024-06-01" in page.text
        assert TAME.version in page.text
        assert TAME.last_amendment in page.text
        for finding in (*TAME.violations, *TAME.deviations):
            assert finding.message(lang) in page.text
        for finding in (*TAME.violations, *TAME.deviations, *TAME.undecided):
            assert finding.link in page.links
            assert finding.rule in page.text
            assert finding.citation.short(lang) in page.text
        for question in TAME.questions():
            assert question.text.get(lang) in page.text or question.general.get(lang) in page.text
        for unexamined in TAME.unexamined:
            assert unexamined.collection in page.text

    @pytest.mark.parametrize("lang", LANGS)
    def test_markdown_says_as_much(self, lang: Lang) -> None:
        plain = re.sub(r"\\(.)", r"\1", TAME.to_markdown(lang))
        for finding in (*TAME.violations, *TAME.deviations):
            assert finding.message(lang) in plain
        for finding in (*TAME.violations, *TAME.deviations, *TAME.undecided):
            assert f"[{finding.citation.short(lang)}" in plain
            assert finding.link in plain
        for asked in outline(TAME, lang).asked:
            assert asked.text in plain
        assert TAME.version in plain

    def test_both_languages_show_the_same_things(self) -> None:
        sv, en = parsed(TAME.to_html("sv")), parsed(TAME.to_html("en"))
        assert sv.tags == en.tags
        assert sv.links == en.links
        assert len(TAME.to_markdown("sv").splitlines()) == len(TAME.to_markdown("en").splitlines())

    def test_english_cites_sections_in_english(self) -> None:
        for face in (TAME.to_html("en"), TAME.to_markdown("en"), "\n".join(text.lines(TAME, "en"))):
            assert "§" not in face

    def test_nothing_is_fetched_from_elsewhere(self) -> None:
        page = TAME.to_html()
        assert "<script" not in page
        assert not re.search(r"(src|url|@import|srcset)\s*[=(]", page)
        assert "default-src 'none'" in page
        assert {link.split("/")[2] for link in parsed(page).links} == {"lagen.nu"}

    def test_a_page_says_who_is_asked_about(self) -> None:
        document = breaking("Steget").replace(orgnr="2220001586")
        report = finsam.check(document, on=ON)
        for face in (parsed(report.to_html()).text, report.to_markdown()):
            assert "222000-1586" in face
            assert "Medlemmar: Försäkringskassan, Arbetsförmedlingen, Region Skåne, Ystad." in face

    def test_one_wrong_sum_is_one_violation_with_what_follows_from_it(self) -> None:
        view = outline(TAME, "sv")
        (shares,) = (g for g in view.groups["violations"] if g.head.rule.startswith("FINSAM-5-"))
        assert (shares.head.rule, [head.rule for head in shares.follows]) == (
            "FINSAM-5-1",
            ["FINSAM-5-2", "FINSAM-5-3"],
        )
        assert len([v for v in TAME.violations if v.rule.startswith("FINSAM-5-")]) == 3

    def test_what_follows_from_a_missing_party_stands_under_it(self) -> None:
        kommuner = ["0114", "0115", "0117", "0120", "0123", "0125", "0126"]
        insats = {"name": "x", "kind": "individual", "area": ["kommun:0114"], "start": ON}
        document = {
            "name": "x",
            "members": ["forsakringskassan", "arbetsformedlingen", "region:01"],
            "contributions": [
                {"payer": f"kommun:{kommun}", "year": 2024, "amount": 1} for kommun in kommuner
            ]
            + [{"payer": "region:12", "year": 2024, "amount": 1}],
            "insatser": [insats],
        }
        report = finsam.check(
            Forbund.model_validate(document), on=ON, rules=["members", "FINSAM-6-1", "FINSAM-1-2"]
        )
        groups = outline(report, "sv").groups
        (missing,) = groups["violations"]
        assert missing.head.rule == "FINSAM-3-1"
        follows = {head.rule: len(group.items) for head, group in missing.follows.items()}
        assert follows == {"FINSAM-6-1": 7, "FINSAM-1-2": 1}
        (stranger,) = groups["deviations"]
        assert [item.loc for item in stranger.items] == [("contributions", 7, "payer")]
        for face in (report.to_html(), report.to_markdown(), "\n".join(text.lines(report, "sv"))):
            assert "Detsamma gäller 6 till" in re.sub(r"\s+", " ", face)

    @pytest.mark.parametrize("name", SECTIONS)
    def test_one_section_of_a_report_is_that_section_of_the_whole(self, name: str) -> None:
        for report in (TAME, LAWFUL):
            faces = [
                (report.to_html("en"), html.article(report, "en", only=[name])),
                (report.to_markdown("en"), markdown.report(report, "en", only=[name])),
            ]
            for whole, part in faces:
                assert set(part.splitlines()) <= set(whole.splitlines())
                headings = {each for each in HEADING if f" {HEADING[each].en} (" in part}
                assert headings <= ({"missing", "unasked"} if name == "missing" else {name})
                assert bool(headings) == (f" {HEADING[name].en} (" in whole)

    @given(any_forbund())
    def test_every_breach_stands_once_in_the_outline(self, forbund: Forbund) -> None:
        report = finsam.check(forbund, on=ON)
        groups = outline(report, "sv").groups
        shown = [
            (group.head.rule, item.loc, item.message)
            for name in ("violations", "deviations")
            for cause in groups.get(name, ())
            for group in (cause, *cause.follows.values())
            for item in group.items
        ]
        breaches = (*report.violations, *report.deviations)
        assert Counter(shown) == Counter((f.rule, f.loc, f.message("sv")) for f in breaches)

    @given(any_forbund(), st.dates(date(2004, 1, 1), date(2030, 1, 1)), st.sampled_from(LANGS))
    def test_no_rule_says_a_sentence_twice_under_one_heading(
        self, forbund: Forbund, on: date, lang: Lang
    ) -> None:
        for groups in outline(finsam.check(forbund, on=on), lang).groups.values():
            said: dict[str, list[str]] = {}
            for group in (one for cause in groups for one in (cause, *cause.follows.values())):
                for entry in group.entries:
                    said.setdefault(group.head.rule, []).extend(sentences(entry.message))
            for rule, every in said.items():
                assert len(set(every)) == len(every), rule

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize(("document", "on"), DOCUMENTS.values(), ids=DOCUMENTS)
    def test_every_face_says_each_sentence_of_a_breach_once(
        self, document: Forbund, on: date, lang: Lang
    ) -> None:
        report = finsam.check(document, on=on)
        for face in faces(report, lang):
            for finding in report.violations:
                for sentence in sentences(finding.message(lang)):
                    assert face.count(sentence) == 1, sentence

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize(("document", "on"), DOCUMENTS.values(), ids=DOCUMENTS)
    def test_topics_that_were_not_checked_ask_once_and_name_lists_in_words(
        self, document: Forbund, on: date, lang: Lang
    ) -> None:
        report = finsam.check(document, on=on)
        view = outline(report, lang)
        asked = [each for topic in view.unasked for each in topic.questions]
        assert len({each.text for each in asked}) == len(asked)
        page, _, terminal = faces(report, lang)
        for question in asked:
            assert page.count(question.text.get(lang)) == 1
        for topic in view.unasked:
            assert topic.message in terminal
            for name in topic.collections:
                *_, (_, called) = words_along(Forbund, tuple(name.split(".")))
                assert called is not None
                assert called.title.get(lang) in topic.message.rpartition(" (")[2]

    @given(any_forbund(), st.sampled_from(["", " "]))
    def test_an_empty_name_reads_as_not_stated(self, forbund: Forbund, empty: str) -> None:
        for lang in LANGS:
            unstated = {"sv": "[uppgift saknas]", "en": "[not stated]"}[lang]
            said, stated = (
                [finding.message(lang) for finding in finsam.check(document, on=ON).findings]
                for document in (named(forbund, empty), named(forbund, unstated))
            )
            assert said == stated

    def test_an_auditor_of_no_stated_member_is_an_auditor(self) -> None:
        auditors = [{"for_members": [], "start": "2020-01-01", "paid_by": "forbundet"}]
        document = {
            "name": "x",
            "members": ["kommun:1286"],
            "forbundsordningar": [{"applies_from": "2019-01-01", "auditors_paid_by": "forbundet"}],
            "economy": {"auditors": auditors},
        }
        report = finsam.check(Forbund.model_validate(document), on=ON)
        asked = [question.text.sv for question in report.questions()]
        assert "Vem utsåg revisorn?" in asked
        messages = [finding.message("sv") for finding in report.findings]
        assert any("som revisor för [uppgift saknas]" in each for each in messages)
        assert not [each for each in messages + asked if re.search(r"\s[.,;?]", each)]

    def test_what_topics_not_checked_would_ask_is_not_counted_as_answered(self) -> None:
        document, on = DOCUMENTS["turns on a seat"]
        view = outline(finsam.check(document, on=on), "sv")
        assert view.counted["missing"] == len(view.asked) == 6
        assert {q for topic in view.unasked for q in topic.questions}
        assert "6 frågor om det som prövats;" in view.counts

    def test_what_holds_is_folded(self) -> None:
        page = TAME.to_html()
        assert page.count("<details>") == 1
        assert page.index("<details>") > page.rindex("<ol>")

    def test_eighty_insatser_are_one_place(self) -> None:
        insatser = [{"name": f"Insats {n}", "kind": "individual"} for n in range(80)]
        document = {"name": "x", "members": [], "insatser": insatser}
        report = finsam.check(Forbund.model_validate(document), on=ON, rules=["insatser"])
        assert report.to_html().count("insats 1–80") == len(outline(report, "sv").asked) == 14
        assert report.to_markdown().count("`insatser[0–79].aims`") == 1
        assert len(report.to_html()) < 12_000

    def test_an_unknown_wording_is_one_entry_a_section(self) -> None:
        seats = [{"member": "kommun:1286", "role": "ledamot", "appointed": date(2019, 1, 1)}] * 9
        document = {"name": "x", "members": ["kommun:1286"], "board": {"seats": seats}}
        report = finsam.check(Forbund.model_validate(document), on=ON, rules=["FINSAM-14"])
        (unknown,) = outline(report, "sv").unknown
        assert (unknown.citation, unknown.details) == ("14 §", "FINSAM-14-1; 9 fall")
        assert "från 2018-01-01 till 2019-12-31" in unknown.message
        assert "SFS 2017:746" in unknown.message
        assert unknown.message in parsed(report.to_html()).text

    def test_verdicts_have_a_word_and_a_sign(self) -> None:
        page = parsed(TAME.to_html("en"))
        assert "✕ Against the act" in page.text
        assert '<strong class="verdict v-fail">' in TAME.to_html()

    def test_a_report_read_back_shows_the_same(self) -> None:
        again = finsam.Report.from_json(TAME.to_json())
        assert again.to_html() == TAME.to_html()
        assert again.to_markdown() == TAME.to_markdown()

    def test_a_notebook_is_spared_what_a_page_has_in_full(self) -> None:
        meetings = [{"day": date(2024, 1, day)} for day in range(1, 20)]
        board = {"seats": [], "meetings": meetings, "remote_decisions": [{}]}
        forbund = Forbund.model_validate(
            {"name": "x", "members": [], "board": board, "forbundsordningar": [{"covers": {}}]}
        )
        report = finsam.check(forbund, on=ON)
        questions = len(outline(report, "en").asked)
        assert report.to_html("en").count(" settles ") == 0
        assert report.to_html("en").count("<small>settles ") == questions > 20
        assert shown(report).count("<small>avgör ") == 20
        assert f"and {questions - 20} more" in report.to_html("en", page=False)

    def test_it_is_html_that_shows_itself(self) -> None:
        fragment = TAME.to_html("en", page=False)
        assert shown(fragment) == fragment
        assert shown(TAME) == TAME.to_html(page=False)

    @given(any_forbund(), st.dates(date(2004, 1, 1), date(2030, 1, 1)), st.sampled_from(LANGS))
    def test_any_report_can_be_shown_with_everything_on_it(
        self, forbund: Forbund, on: date, lang: Lang
    ) -> None:
        report = finsam.check(forbund, on=on)
        parsed(report.to_html(lang))
        parsed(shown(forbund))
        view = outline(report, lang)
        follow = [
            g for groups in view.groups.values() for one in groups for g in one.follows.values()
        ]
        assert view.counted["violations"] + view.counted["deviations"] + sum(
            len(group.items) for group in follow
        ) == len(report.violations) + len(report.deviations)
        review = [f for f in report.undecided if f.verdict is finsam.Verdict.REVIEW]
        groups = [*follow, *(one for groups in view.groups.values() for one in groups)]
        items = [item for group in groups for item in group.items]
        known = [finding for finding in review if finding.why != "wording_unknown"]
        # A wording that is not known is one thing to judge, however many rules it leaves undecided.
        judged = view.groups.get("review", [])
        assert view.counted["review"] == sum(len(one.items) for one in judged) + len(view.unknown)
        messages = {f.message(lang) for f in (*report.violations, *report.deviations, *known)}
        assert messages == {item.message for item in items if item.why != "wording_unknown"}
        entries = [entry for group in groups for entry in group.entries]
        assert sum(entry.places for entry in entries) == len(items)
        for group in groups:
            said = [entry.message for entry in group.entries]
            assert len(set(said)) == len(said)
        asked = [question for one in view.asked for question in one.questions]
        topics = [question for topic in view.unasked for question in topic.questions]
        assert {*asked, *topics} == set(report.questions())
        assert len({one.text for one in view.asked}) == len(view.asked)
        assert report.to_markdown(lang).startswith("# ")

    @given(any_forbund(), st.dates(date(2004, 1, 1), date(2030, 1, 1)))
    def test_json_is_what_each_finding_says(self, forbund: Forbund, on: date) -> None:
        report = finsam.check(forbund, on=on)
        findings = report.to_json().partition(', "findings": ')[2][:-1]
        written = [finding.to_dict() for finding in report.findings]
        assert findings == escaped(json.dumps(written, ensure_ascii=False))


class TestArrows:
    """Rendering is imported only when something is shown."""

    def test_law_models_and_rules_do_not_import_it(self) -> None:
        for package in ("law", "models", "validation"):
            for path in (ROOT / "src" / "finsam" / package).rglob("*.py"):
                imports = re.findall(
                    r"^(?:from|import) (\S+)", path.read_text("utf-8"), re.MULTILINE
                )
                assert not any(name.startswith("finsam.rendering") for name in imports), path

    def test_checking_does_not_import_it_and_looking_does(self) -> None:
        script = (
            "import sys, datetime, finsam\n"
            "forbund = finsam.Forbund.model_validate({'name': 'x', 'members': []})\n"
            "report = finsam.check(forbund, on=datetime.date(2024, 6, 1))\n"
            "report.to_json(), report.records(), report.money, repr(report)\n"
            "before = any(name.startswith('finsam.rendering') for name in sys.modules)\n"
            "report._repr_html_()\n"
            "print(before, 'finsam.rendering.html' in sys.modules)\n"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
        assert done.stdout.split() == [b"False", b"True"]


class TestMoney:
    """A year's money as a picture: what each pool gave, and what the act requires."""

    def test_the_picture_says_what_is_given_asked_and_lacking(self) -> None:
        (year,) = TAME.money
        assert (year.year, year.total) == (2024, Decimal(7_900_000))
        picture = year.to_svg("en")
        parsed(picture)
        # So does the table of Markdown, which has no pictures.
        for face in (picture, TAME.to_markdown("en")):
            assert "SEK 3,900,000 (49.4 per cent)" in face
            assert "half is SEK 3,950,000" in face
            assert "SEK 50,000 too little" in face
            assert "SEK 25,000 too much" in face

    def test_who_does_not_see_it_hears_the_same(self) -> None:
        (year,) = TAME.money
        label = re.search(r'aria-label="([^"]*)"', year.to_svg())
        assert label is not None
        assert "Staten 3 900 000 kr (49,4 procent), hälften är 3 950 000 kr" in label[1].replace(
            "\N{NO-BREAK SPACE}", " "
        )

    def test_it_is_rows_a_share_each(self) -> None:
        (year,) = TAME.money
        state, *others = year.records()
        assert state == {
            "year": 2024,
            "total": Decimal(7_900_000),
            "pool": "state",
            "verdict": "fail",
            "actual": Decimal(3_900_000),
            "required": Decimal(3_950_000),
            "difference": Decimal(-50_000),
            "citation": "5 § 1 st. 1 men.",
        }
        assert [row["pool"] for row in others] == ["region", "kommun"]
        assert hash(year) == hash(pickle.loads(pickle.dumps(year)))
        with pytest.raises(AttributeError):
            year.year = 2025  # type: ignore[misc]

    def test_it_shows_itself_in_swedish(self) -> None:
        (year,) = TAME.money
        assert "hälften är" in year._repr_html_()

    def test_missing_money_is_named(self) -> None:
        forbund = breaking("x")
        assert forbund.contributions is not None
        known = forbund.replace(contributions=forbund.contributions[:-1])
        (year,) = finsam.check(known, on=ON).money
        assert "Ystad" in year.to_svg()
        assert year.total is None or year.shares

    def test_the_half_of_a_kommun_outside_every_region_is_a_share(self) -> None:
        payers = ("forsakringskassan", "kommun:0980")
        given = [{"payer": payer, "year": 2024, "amount": "2000000"} for payer in payers]
        document = {"name": "Gotland", "members": payers, "contributions": given}
        report = finsam.check(Forbund.model_validate(document), on=ON)
        (year,) = report.money
        assert {share.pool.value: share.verdict.value for share in year.shares} == {
            "state": "pass",
            "outside": "pass",
        }

    def test_years_come_in_order_however_the_findings_do(self) -> None:
        given = [
            {"payer": "forsakringskassan", "year": year, "amount": "1"}
            for year in (2025, 2022, 2023)
        ]
        members = ["forsakringskassan", "region:12", "kommun:1287"]
        forbund = Forbund.model_validate({"name": "x", "members": members, "contributions": given})
        report = finsam.check(forbund, on=ON)
        assert [each.year for each in report.money] == [2022, 2023, 2024, 2025]
        assert [each.year for each in money_of(reversed(report.findings))] == [
            each.year for each in report.money
        ]
        asked = [each.facts["year"] for each in report.findings if each.rule == "FINSAM-5-1"]
        assert asked == [2022, 2023, 2024, 2025]

    def test_what_is_not_known_makes_no_difference(self) -> None:
        (year,) = TAME.money
        share = year.shares[0]
        assert share._replace(actual=None).difference is None
        assert share._replace(required=None).difference is None

    def test_the_callers_decimal_context_does_not_matter(self) -> None:
        with localcontext(Context(prec=2, rounding=ROUND_UP)):
            (year,) = TAME.money
            pictured, rows = year.to_svg(), year.records()
        assert pictured == TAME.money[0].to_svg()
        assert rows[0]["difference"] == Decimal(-50_000)

    def test_rows_are_scalars(self) -> None:
        (year,) = TAME.money
        assert [row["pool"] for row in year.records()] == ["state", "region", "kommun"]
        assert {type(value) for row in year.records() for value in row.values()} <= {
            int,
            str,
            Decimal,
            type(None),
        }


class TestOthers:
    """What else a notebook shows."""

    @pytest.mark.parametrize("rule", finsam.rules(), ids=lambda rule: rule.id)
    def test_a_rule_shows_its_provisions_and_what_it_says(self, rule: finsam.Rule[Any]) -> None:
        page = parsed(shown(rule))
        assert rule.title.sv in page.text
        for cited in rule.cites:
            assert cited.link() in page.links

    def test_a_citation_is_a_link(self) -> None:
        page = parsed(shown(finsam.Citation("5", 1, 1)))
        assert page.text == "5 § 1 st. 1 men."
        assert page.links == ["https://lagen.nu/2003:1210#P5S1M1"]

    def test_an_allocation_shows_what_each_is_to_pay(self) -> None:
        allocation = finsam.allocate(
            members=["forsakringskassan", "region:12", "kommun:1286", "kommun:1270"],
            year=2026,
            state=2_000_000,
        )
        text = parsed(shown(allocation)).text.replace("\N{NO-BREAK SPACE}", " ")
        assert "Tomelilla kommun:1270" in text
        assert "500 000" in text
        assert "4 000 000" in text

    def test_a_calendar_has_a_row_a_day_with_its_provision_and_whether_it_is_done(self) -> None:
        examples = Path(__file__).parents[2] / "examples"
        document = json.loads((examples / "skelleftea-norsjo-2025.json").read_bytes())
        calendar = finsam.deadlines(Forbund.model_validate_json(json.dumps(document)), year=2025)
        page = parsed(shown(calendar))
        for deadline in calendar.deadlines:
            assert deadline.day.isoformat() in page.text
            assert deadline.what.sv in page.text
            assert deadline.link in page.links
        assert any(deadline.met for deadline in calendar.deadlines)
        assert page.text.count("i tid") == sum(d.met is not None for d in calendar.deadlines)
        document["name"] = "<script>alert(1)</script>\u202e"
        hostile = finsam.deadlines(Forbund.model_validate_json(json.dumps(document)), year=2025)
        assert parsed(shown(hostile)).links == page.links
        assert "<script" not in shown(hostile)

    def test_a_forbund_says_what_is_not_known(self) -> None:
        page = parsed(shown(plain("forsakringskassan")))
        assert page.text.count("inte känt") == sum(
            getattr(plain(), name) is None
            for name in Forbund.model_fields
            if name not in {"document_schema", "area"}
        )

    def test_a_forbund_prints_briefly_and_its_repr_has_everything(self) -> None:
        forbund = plain("forsakringskassan")
        assert str(forbund) == "Förbundet (1 member)"
        assert str(plain("region:12", "kommun:1286")) == "Förbundet (2 members)"
        assert "forsakringskassan" in repr(forbund)


class TestCommand:
    """``check --format html|markdown``."""

    BREAKS = str(ROOT / "examples" / "goteborg-fontanhus.json")
    HOLDS = str(ROOT / "examples" / "samspelet-2019.json")

    @pytest.mark.parametrize("lang", LANGS)
    def test_html_is_a_page(self, lang: Lang, capsys: pytest.CaptureFixture[str]) -> None:
        arguments = ["check", self.BREAKS, "--on", "2024-06-01", "--format", "html"]
        assert main([*arguments, "--lang", lang]) == 1
        out = capsys.readouterr().out
        assert out.startswith(f'<!doctype html>\n<html lang="{lang}">')
        assert out.endswith("</html>\n")
        parsed(out)
        forbund = Forbund.model_validate_json(Path(self.BREAKS).read_bytes())
        report = finsam.check(forbund, on=ON)
        assert out == report.to_html(lang, source=Path(self.BREAKS).name)
        assert str(ROOT) not in out

    def test_several_documents_are_one_page(self, capsys: pytest.CaptureFixture[str]) -> None:
        arguments = ["check", self.BREAKS, self.HOLDS, "--on", "2024-06-01", "--format", "html"]
        assert main(arguments) == 1
        out = capsys.readouterr().out
        assert (out.count("<html"), out.count("<article>"), out.count("</html>")) == (1, 2, 1)
        parsed(out)

    def test_no_page_is_begun_for_what_cannot_be_used(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "x.json").write_text("{}", encoding="utf-8")
        arguments = ["check", str(tmp_path / "x.json"), "--on", "2024-06-01", "--format", "html"]
        assert main(arguments) == 2
        assert capsys.readouterr().out == ""

    def test_markdown_of_several_documents(self, capsys: pytest.CaptureFixture[str]) -> None:
        arguments = ["check", self.BREAKS, self.HOLDS, "--on", "2024-06-01"]
        assert main([*arguments, "--format", "markdown", "--lang", "en"]) == 1
        out = capsys.readouterr().out
        assert out.count("\n\n---\n\n") == 1
        assert len(re.findall(r"^# ", out, re.MULTILINE)) == 2
