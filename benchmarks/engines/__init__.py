"""Existing rule engines, with the same six rules; ``run.py`` compares them."""
