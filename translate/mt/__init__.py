"""Translation: sentences, masks, the model, the memory, the checks; see `translate.mt.job`."""
