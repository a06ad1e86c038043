"""What the view is given: built, packed and put into columns."""

from layers.payload.build import VERSION, build, dumps

__all__ = ["VERSION", "build", "dumps"]
