"""The explorer's page 读一份计划 / Read a plan: documents dropped, what was found corrected."""
