"""Hypothesis strategies for samordningsförbund: any, lawful, breaking a rule, or leaving one open.

For property-testing code that handles förbund. Needs hypothesis: ``pip install finsam[testing]``.

Example:
    >>> from datetime import date
    >>> from hypothesis import given
    >>> from finsam import check
    >>> from finsam.testing import lawful_forbund
    >>> @given(lawful_forbund(on=date(2026, 3, 1)))
    ... def test_that_the_lawful_passes(forbund):
    ...     assert not check(forbund, on=date(2026, 3, 1)).violations
"""

try:
    import hypothesis as _hypothesis  # noqa: F401  asked for here, so that its absence is reported once
except ImportError as error:
    raise ImportError(
        "finsam.testing needs hypothesis: install it with  pip install 'finsam[testing]'"
    ) from error

from finsam.testing.anything import boards, economies, forbund, insatser
from finsam.testing.breaches import BREAKABLE, breaking
from finsam.testing.gaps import UNDECIDABLE, undecided
from finsam.testing.lawful import lawful_forbund
from finsam.testing.parts import (
    actors,
    amounts,
    contributions,
    days,
    external_actors,
    kommuner,
    member_keys,
)
from finsam.testing.possible import FIRST_LAWFUL_DAY

__all__ = [
    "BREAKABLE",
    "FIRST_LAWFUL_DAY",
    "UNDECIDABLE",
    "actors",
    "amounts",
    "boards",
    "breaking",
    "contributions",
    "days",
    "economies",
    "external_actors",
    "forbund",
    "insatser",
    "kommuner",
    "lawful_forbund",
    "member_keys",
    "undecided",
]
