"""The legs of lines: how each is drawn, how wide its band is, and what that rests on."""
