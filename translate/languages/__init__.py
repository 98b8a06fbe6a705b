"""All that is known of a language, one folder of data each."""
