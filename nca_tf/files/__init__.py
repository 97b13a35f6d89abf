"""Files: models as folders, whole-file writes, measured results, and what is said of bad ones."""
