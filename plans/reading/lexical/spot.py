"""A token among its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Token, Use


@dataclass(slots=True)
class Spot:
    """A token among its neighbours: ``found`` is decided up to ``at``, and behind not yet."""

    tokens: list[Token]
    found: list[Use]
    at: int

    @property
    def token(self) -> Token:
        """The token itself."""
        return self.tokens[self.at]

    @property
    def use(self) -> Use:
        """What it is so far."""
        return self.found[self.at]

    @property
    def before(self) -> Use:
        """What stands before it; a mark at the beginning."""
        return self.found[self.at - 1] if self.at else Use.MARK

    @property
    def after(self) -> Use:
        """What stands behind it; a mark at the end."""
        return self.found[self.at + 1] if self.at + 1 < len(self.tokens) else Use.MARK

    @property
    def previous(self) -> Token | None:
        """The token before it."""
        return self.tokens[self.at - 1] if self.at else None

    @property
    def following(self) -> Token | None:
        """The token behind it."""
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None


def has(token: Token | None, role: Role) -> bool:
    """Whether there is a token, and it can be this."""
    return token is not None and role in token.roles
