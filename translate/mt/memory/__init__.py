"""The translation memory: what was translated once stays so."""
