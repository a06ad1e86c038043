"""The build: from the registry and where things are to the files that everybody loads."""
