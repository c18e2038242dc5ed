"""A decision keeps what it was given."""

from finsam import Basis, Verdict
from finsam.validation.engine.decision import PASS, fail, not_applicable, review, undecided


def test_what_does_not_apply_says_where_and_with_which_facts() -> None:
    plain = not_applicable("structural")
    assert (plain.verdict, plain.why, plain.at) == (Verdict.NOT_APPLICABLE, "structural", ())
    assert not plain.facts
    assert not_applicable("structural", at=("kind",)).at == ("kind",)
    assert not_applicable("structural", ref="a").ref == "a"
    assert not_applicable("not_due", year=2024).facts == {"year": 2024}


def test_other_answers_do_so_too() -> None:
    for answer in (fail, review):
        found = answer("why", at=("area",), ref="a", year=2024)
        assert (found.at, found.ref, found.facts) == (("area",), "a", {"year": 2024})
    found = undecided(("area",), ("insatser",), at=("area",), ref="a", year=2024)
    assert found.missing == (("area",), ("insatser",))
    assert (found.at, found.ref, found.facts) == (("area",), "a", {"year": 2024})


def test_the_words_of_a_verdict_are_for_ever() -> None:
    assert [*Verdict] == ["pass", "fail", "open", "review", "not_applicable"]
    assert [*Basis] == ["statute", "preparatory_works", "guidance"]
    assert PASS == (Verdict.PASS, "as_asked", (), (), None, (), None, (), ())
