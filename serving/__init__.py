"""The server round the explorer: its data in memory, downloads by address, headers."""
