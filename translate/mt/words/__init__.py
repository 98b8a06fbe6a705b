"""Words of the translation: dictionary, articles, verbs, spelling, glosses."""
