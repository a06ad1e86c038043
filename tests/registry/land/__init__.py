"""Places and the land of an atlas."""
