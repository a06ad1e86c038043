"""Run by QGIS's own Python: draws every sheet of a package as SVG with its text as text.

Usage: python3 qgis_expressions.py PACKAGE_FOLDER OUT_FOLDER
"""

import json
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsProject,
    QgsRenderContext,
)


def main(folder: Path, out: Path) -> None:
    """Print one JSON object: what an expression gives, and every text that QGIS would evaluate."""
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.read(str(folder / "atlas.qgz"))
    texts = [project.title()]
    for layer in project.mapLayers().values():
        texts += [layer.name(), layer.mapTipTemplate(), layer.displayExpression()]
        texts += [layer.attributeAlias(at) for at, _ in enumerate(layer.fields())]
        renderer = layer.renderer()
        if renderer is not None:
            texts += [item.label() for item in renderer.legendSymbolItems()]
    told = {"works": QgsExpression.replaceExpressionText("[% env('HOME') %]", None), "shown": []}
    for number, layout in enumerate(project.layoutManager().layouts()):
        texts += [i.currentText() for i in layout.items() if isinstance(i, QgsLayoutItemLabel)]
        settings = QgsLayoutExporter.SvgExportSettings()
        settings.dpi = 60
        settings.textRenderFormat = QgsRenderContext.TextFormatAlwaysText
        file = out / f"{number}.svg"
        done = QgsLayoutExporter(layout).exportToSvg(str(file), settings)
        if done != QgsLayoutExporter.Success:
            sys.exit(f"{file}: {done}")
    told["shown"] = [QgsExpression.replaceExpressionText(text, None) for text in texts]
    print(json.dumps(told))
    project.clear()
    application.exitQgis()


main(*map(Path, sys.argv[1:]))
