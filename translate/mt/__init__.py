"""Translation: sentences, held spans, the model, the memory, the checks; see `translate.mt.job`."""
