"""Facts after the plans and what is told from them: their codes and the columns of their tables."""
