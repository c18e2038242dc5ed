"""Hypothesis profiles: quick for every change, deep on demand (``--hypothesis-profile=deep``)."""

from hypothesis import HealthCheck, settings

# A generated förbund is a large value; how long one takes says nothing about the library.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("quick", _COMMON, max_examples=50)
settings.register_profile("deep", _COMMON, max_examples=2000)
settings.load_profile("quick")
