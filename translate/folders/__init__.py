"""Jobs over folders of texts: cleaning, translating, comparing, naming."""
