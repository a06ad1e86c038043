"""Whether a mention names a known project: names compared by what they are made of."""
