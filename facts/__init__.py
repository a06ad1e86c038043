"""What changed from plan to plan, and what the plans promised; the only home of these rules."""
