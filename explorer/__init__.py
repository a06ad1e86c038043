"""The page round the map: its state in the address, its tables. No geometry is made here."""
