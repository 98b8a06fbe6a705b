"""The report: raw, cleaned and English side by side, as one page of HTML that needs no network."""
