"""Existing rule engines, asked what finsam is asked; ``run.py`` compares them."""
