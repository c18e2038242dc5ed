"""What is computed from the act beside the check: sums, days, and maps of the rules."""
