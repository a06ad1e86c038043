"""Documents opened in processes of their own, which can be ended and can only use so much."""
