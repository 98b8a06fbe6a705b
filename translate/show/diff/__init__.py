"""The diff of prose: what changed from one text to another, by paragraph, sentence and word."""
