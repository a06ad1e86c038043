"""The land that a data folder is about, and how names of places are said short."""
