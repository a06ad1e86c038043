"""Every word of the interface, Chinese and English side by side."""
