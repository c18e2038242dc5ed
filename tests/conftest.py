"""Hypothesis profiles: quick for every change, deep on demand (``--hypothesis-profile=deep``)."""

import re
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

# A generated förbund is a large value; how long one takes says nothing about the library.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

# The same examples each time: what fails after a change failed because of it.
settings.register_profile("quick", _COMMON, max_examples=50, derandomize=True)
settings.register_profile("deep", _COMMON, max_examples=2000)
settings.load_profile("quick")

_TRIED: Final = "examples tried"


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Note on how many examples a property was tried."""
    found = getattr(item, "hypothesis_statistics", None)
    if found:
        tried = sum(map(int, re.findall(r"(\d+) (?:passing|failing)", found)))
        item.user_properties.append((_TRIED, tried))


def pytest_terminal_summary(
    terminalreporter: "pytest.TerminalReporter", config: pytest.Config
) -> None:
    """Say how thoroughly the properties were tried, in whatever processes."""
    ended = [r for reports in terminalreporter.stats.values() for r in reports]
    tried = [
        number
        for report in ended
        if isinstance(report, pytest.TestReport) and report.when == "teardown"
        for name, number in report.user_properties
        if name == _TRIED
    ]
    if tried:
        profile = config.getoption("--hypothesis-profile") or "quick"
        terminalreporter.write_line(
            f"{len(tried)} properties were tried on {sum(map(_number, tried))} examples "
            f"(profile {profile})"
        )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
