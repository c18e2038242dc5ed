"""The engine: a rule, what it decides, and the report that the answers make."""
