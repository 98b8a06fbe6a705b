"""Discovery: which names stand in texts, in which spellings; a proposal, never a decision."""
