"""Which land geography is derived for, and the whole of it in one go."""
