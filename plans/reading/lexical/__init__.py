"""Words: the lexicon and gazetteer, how a sentence is cut into them, what each does there."""
