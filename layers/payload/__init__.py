"""What the view is given: built, packed and put into columns."""

from layers.payload.build import VERSION, build, dumps
from layers.payload.contract import Payload

__all__ = ["VERSION", "Payload", "build", "dumps"]
