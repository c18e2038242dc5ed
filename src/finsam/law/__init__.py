"""The act as data: its sections through time, its parties, places, shares and days.

Nothing here knows of documents or rules.
"""
