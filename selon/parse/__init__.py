"""Words of a language, analysed: spaCy or CoNLL-U in, a UD tree out."""
