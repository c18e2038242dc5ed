"""Random documents, drawn by the library's strategies with a fixed seed."""

from hypothesis import HealthCheck, Phase, given, seed, settings

from finsam import Forbund
from finsam.testing import forbund


def any_documents(count: int) -> list[Forbund]:
    """Förbund of any kind, lawful or not, with gaps or without."""
    found: list[Forbund] = []

    @seed(2003_1210)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(forbund())
    def collect(one: Forbund) -> None:
        found.append(one)

    collect()
    return found
