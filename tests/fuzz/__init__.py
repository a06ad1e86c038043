"""Hostile input, machines that refuse, runs that are killed: what holds whatever happens."""
