HEADING = "Digits"
"""Of their section in RESULTS.md."""
