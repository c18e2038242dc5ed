"""The act itself: its sections through time, its parties, places and sums.

Knows nothing of förbund or rules.
"""
