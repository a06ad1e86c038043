"""The built data read: what the map is made from."""
