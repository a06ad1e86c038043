"""The models of what the view and the page Read a plan are given, for what is not Python.

``python -m scripts.derive_contract`` writes, from layers/payload/contract.py, contract.schema.json
beside it (JSON Schema) and web/src/core/payload/contract.d.ts (types for the view's JavaScript),
looks.d.ts and ground.d.ts beside that; from the keys of layers/address.py, address-keys.d.ts; from
review/contract.py web/src/reader/contract.d.ts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from typing_extensions import is_typeddict

from layers.address import EXPLORER, FILE, KEYS, PARTS, Kind
from layers.payload import contract, grammar, ground, looks, stretches
from registry.commandline import run_script
from registry.files import write_text
from registry.paths import ROOT
from review import contract as review_contract

SCHEMA = Path(contract.__file__).with_name("contract.schema.json")
TYPES = ROOT / "web" / "src" / "core" / "payload" / "contract.d.ts"
LOOKS = TYPES.with_name("looks.d.ts")
GROUND = TYPES.with_name("ground.d.ts")
ADDRESS = TYPES.with_name("address-keys.d.ts")
REVIEW_TYPES = ROOT / "web" / "src" / "reader" / "contract.d.ts"

#: Nothing that the model does not name, nothing of another kind.
CONFIG = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)

_SIMPLE = {
    "null": "null",
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
}


def adapter() -> TypeAdapter[contract.Payload]:
    """Checks a payload against the model."""
    for module in (contract, grammar, ground, looks, stretches):
        for model in vars(module).values():
            if is_typeddict(model):
                model.__pydantic_config__ = CONFIG
    return TypeAdapter(contract.Payload)


def schema() -> dict[str, Any]:
    """The model as JSON Schema."""
    model = adapter().json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model}


def schema_text() -> str:
    """The file that holds the schema."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def type_text() -> str:
    """The file that holds the types."""
    head = (
        "// What Python gives the view. Written by scripts.derive_contract; change contract.py.\n"
        'import type { Base } from "./ground.js";\n'
        'import type { Style } from "./looks.js";\n'
    )
    return head + _interfaces(lambda name: not (_in(looks, name) or _in(ground, name)))


def look_types() -> str:
    """The file that holds the types of how things look."""
    head = "// How things look. Written by scripts.derive_contract; change looks.py.\n"
    return head + _interfaces(lambda name: _in(looks, name))


def ground_types() -> str:
    """The file that holds the types of the base map."""
    head = "// The base map. Written by scripts.derive_contract; change ground.py.\n"
    return head + _interfaces(lambda name: _in(ground, name))


def _in(module: ModuleType, name: str) -> bool:
    """Whether ``name`` is a model that stands in ``module``."""
    return is_typeddict(getattr(module, name, None))


def _interfaces(wanted: Callable[[str], bool]) -> str:
    """The models of the payload whose names are ``wanted``."""
    whole = schema()
    models = {**whole["$defs"], "Payload": whole}
    return "".join(_interface(name, models[name]) for name in sorted(models) if wanted(name))


def address_types() -> str:
    """The file that holds the types of what an address says, by page and key."""
    kinds = {
        Kind.CODES: "string[]",
        Kind.YEARS: "number[]",
        Kind.NUMBER: "number",
        Kind.TEXT: "string",
        Kind.SHAPE: "readonly number[]",
        Kind.VIEWPORT: "Viewport | null",
    }

    def lines(*, filters: bool, only: tuple[str, ...]) -> str:
        found = {
            name: kinds.get(key.kind)
            or ("string" if key.of else " | ".join(f'"{v}"' for v in key.values) or "string")
            for name, key in KEYS.items()
            if bool(key.field) is filters and key.only in only and name not in PARTS
        }
        return "".join(f"  {name}: {kind};\n" for name, kind in found.items())

    viewport = "".join(f"  {name}: number;\n" for name in PARTS)
    return f"""// What an address says. Written by derive_contract; change layers/address.py.

/** Where the middle of a map is, in degrees, and its zoom. */
export interface Viewport {{
{viewport}}}

/** A filter by the keys of the address; empty lists stand for any. */
export interface Filter {{
{lines(filters=True, only=("",))}}}

/** What an address says to the explorer. */
export interface State extends Filter {{
{lines(filters=False, only=("", EXPLORER))}}}

/** What an address says to either page. */
export interface Address extends State {{
{lines(filters=False, only=(FILE,))}}}
"""


def review_models() -> dict[str, Any]:
    """The models of the page Read a plan as JSON Schema, by name."""
    found = [
        model
        for name in dir(review_contract)
        if is_typeddict(model := getattr(review_contract, name))
    ]
    for model in found:
        model.__pydantic_config__ = CONFIG
    adapters: list[tuple[str, Any, TypeAdapter[Any]]] = [
        (model.__name__, "validation", TypeAdapter(model)) for model in found
    ]
    return dict(TypeAdapter.json_schemas(adapters)[1]["$defs"])


def review_type_text() -> str:
    """The file that holds the types of the page Read a plan."""
    head = (
        "// What Python gives the page Read a plan. Written by scripts.derive_contract; change\n"
        "// review/contract.py.\n"
    )
    models = sorted(review_models().items())
    return head + "".join(_interface(name, model) for name, model in models)


def _comment(text: str, indent: str) -> str:
    return f"{indent}/** {' '.join(text.split())} */\n" if text else ""


def _interface(name: str, model: Mapping[str, Any]) -> str:
    lines = "".join(
        _comment(field.get("description", ""), "  ")
        + f"  {key}{'' if key in model['required'] else '?'}: {_type(field)};\n"
        for key, field in model["properties"].items()
    )
    return f"\n{_comment(model.get('description', ''), '')}export interface {name} {{\n{lines}}}\n"


def _type(field: Mapping[str, Any]) -> str:
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    kind = field.get("type")
    if "prefixItems" in field:
        return f"[{', '.join(map(_type, field['prefixItems']))}]"
    if "anyOf" in field:
        return " | ".join(map(_type, field["anyOf"]))
    if kind == "array":
        return f"{_type(field['items'])}[]"
    if kind == "object" and isinstance(inner := field.get("additionalProperties"), dict):
        return f"Record<string, {_type(inner)}>"
    return _SIMPLE.get(str(kind), "any")


def made() -> list[tuple[Path, str]]:
    """The files and their texts."""
    return [
        (SCHEMA, schema_text()),
        (TYPES, type_text()),
        (LOOKS, look_types()),
        (GROUND, ground_types()),
        (ADDRESS, address_types()),
        (REVIEW_TYPES, review_type_text()),
    ]


def main() -> None:
    """Write the files."""
    for path, text in made():
        write_text(path, text)
        print(f"{path.name}: {len(text.encode()):,} bytes")


if __name__ == "__main__":
    sys.exit(run_script(main))
