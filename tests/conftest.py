"""Hypothesis profiles: quick for every change, deep on demand (``--hypothesis-profile=deep``)."""

import re
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

# A generated förbund is a large value; how long one takes says nothing about the library.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("quick", _COMMON, max_examples=50, derandomize=True)
settings.register_profile("deep", _COMMON, max_examples=2000)
settings.load_profile("quick")

_EXAMPLES: Final = pytest.StashKey[int]()
_PROPERTIES: Final = pytest.StashKey[int]()


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Add up how many examples the properties were tried on."""
    told = getattr(item, "hypothesis_statistics", None)
    if told:
        stash = item.config.stash
        tried = sum(map(int, re.findall(r"(\d+) (?:passing|failing)", told)))
        stash[_EXAMPLES] = stash.get(_EXAMPLES, 0) + tried
        stash[_PROPERTIES] = stash.get(_PROPERTIES, 0) + 1


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say how thoroughly the properties were tried."""
    properties = config.stash.get(_PROPERTIES, 0)
    if properties:
        profile = config.getoption("--hypothesis-profile") or "quick"
        examples = config.stash.get(_EXAMPLES, 0)
        terminalreporter.write_line(
            f"{properties} properties were tried on {examples} examples (profile {profile})"
        )
