"""What must hold: the rules, the built files, and what each kind of user sees."""
