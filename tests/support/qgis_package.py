"""Run by QGIS's own Python: opens the analyst's package as an analyst would and tells what it sees.

Usage: python3 qgis_package.py PACKAGE_FOLDER SHEET.pdf MAP.png
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeModel,
    QgsLayoutExporter,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def colours(layer):
    """Colour and dash of each category."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return {}
    found = {}
    for category in renderer.categories():
        symbol = category.symbol()
        drawn = next(part for part in symbol.symbolLayers() if not part.isLocked())
        found[str(category.value())] = {
            "colour": symbol.color().name(),
            "edge": drawn.strokeColor().name(),
            "label": category.label(),
            "dash": list(drawn.customDashVector()) if hasattr(drawn, "customDashVector") else [],
        }
    return found


def corridors(layer):
    """Of each category its value, the expression of its width, and the width's unit."""
    categories, found = layer.renderer().categories(), []
    for category in categories:
        symbol = category.symbol()
        drawn = symbol.symbolLayer(0)
        width = drawn.dataDefinedProperties().property(QgsSymbolLayer.PropertyStrokeWidth)
        unit = QgsUnitTypes.encodeUnit(drawn.widthUnit())
        found.append([str(category.value()), width.expressionString(), unit])
    return found


def styles(layer):
    """Each named style of a layer: the column it goes by, its categories, levels and opacities."""
    manager = layer.styleManager()
    opened = manager.currentStyle()
    found = {}
    for name in manager.styles():
        manager.setCurrentStyle(name)
        renderer = layer.renderer()
        categorized = isinstance(renderer, QgsCategorizedSymbolRenderer)
        found[name] = {
            "column": renderer.classAttribute() if categorized else None,
            "colours": colours(layer),
            "levels": bool(renderer) and renderer.usingSymbolLevels(),
            "opacity": {str(c.value()): c.symbol().opacity() for c in renderer.categories()}
            if categorized
            else {},
            "labels": layer.labelsEnabled(),
        }
    manager.setCurrentStyle(opened)
    return {"opened": opened, "styles": found}


def picture_of(project, layout, theme, file):
    """What a map theme draws, as a picture."""
    themes = project.mapThemeCollection()
    themes.applyTheme(theme, project.layerTreeRoot(), QgsLayerTreeModel(project.layerTreeRoot()))
    settings = QgsMapSettings()
    settings.setLayers([n.layer() for n in project.layerTreeRoot().findLayers() if n.isVisible()])
    settings.setDestinationCrs(project.crs())
    settings.setExtent(layout.referenceMap().extent())
    settings.setOutputSize(QSize(1400, 1000))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage().save(str(file))


def describe(layer):
    """What a layer holds and how it looks."""
    settings = layer.labeling().settings() if layer.labeling() else None
    widget = layer.editorWidgetSetup(layer.fields().indexOf("status"))
    return {
        "valid": layer.isValid(),
        "source": layer.source(),
        "count": layer.featureCount(),
        "crs": layer.crs().authid(),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "aliases": {
            field.name(): layer.attributeAlias(at) for at, field in enumerate(layer.fields())
        },
        "labels": layer.labelsEnabled(),
        "label": settings.fieldName if settings else None,
        "fonts": settings.format().families() if settings else [],
        "font": settings.format().font().family() if settings else None,
        "scale": [layer.hasScaleBasedVisibility(), layer.minimumScale()],
        "colours": colours(layer),
        "status": [next(iter(one.items())) for one in widget.config().get("map", [])],
    }


def main(folder: Path, sheet: Path, picture: Path) -> None:
    """Print one JSON object."""
    application = QgsApplication([], False)
    application.initQgis()
    messages = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, level: messages.append([tag, text, int(level)])
    )
    project = QgsProject.instance()
    read = project.read(str(folder / "atlas.qgz"))
    layers = {
        layer.source().split("layername=")[1]: layer for layer in project.mapLayers().values()
    }
    told = {
        "read": read,
        "title": project.title(),
        "crs": project.crs().authid(),
        "paths": project.readEntry("Paths", "Absolute")[0],
        "layers": {name: describe(layer) for name, layer in layers.items()},
        "groups": [group.name() for group in project.layerTreeRoot().children()],
        "shown": [
            node.layerId().rsplit("_", 1)[0]
            for node in project.layerTreeRoot().findLayers()
            if node.isVisible()
        ],
        "relations": {key: r.isValid() for key, r in project.relationManager().relations().items()},
        "errors": project.error(),
    }
    relation = project.relationManager().relations()["rail_mentions"]
    yukun = next(f for f in layers["rail"].getFeatures() if f["id"] == "yukun-hsr")
    told["children"] = [f["clause"] for f in relation.getRelatedFeatures(yukun)]
    every = project.layoutManager().layouts()
    layouts = {one.name(): one for one in every if not one.atlas().enabled()}
    told["layouts"] = {
        name: {
            "texts": [item.text() for item in layout.items() if hasattr(item, "text")],
            "evaluated": [
                item.currentText() for item in layout.items() if hasattr(item, "currentText")
            ],
            "theme": layout.referenceMap().followVisibilityPresetName(),
            "follows": layout.referenceMap().followVisibilityPreset(),
        }
        for name, layout in layouts.items()
    }
    told["corridors"] = corridors(layers["legs"])
    told["exported"] = []
    for number, layout in enumerate(layouts.values()):
        exporter = QgsLayoutExporter(layout)
        file = sheet.with_name(f"{number}-{sheet.name}")
        settings = QgsLayoutExporter.PdfExportSettings()
        told["exported"].append(exporter.exportToPdf(str(file), settings))
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = 72
        exporter.exportToImage(str(file.with_suffix(".png")), image)
    told["styles"] = {name: styles(layer) for name, layer in layers.items()}
    told["themes"] = project.mapThemeCollection().mapThemes()
    told["drawn"] = [
        picture_of(project, next(iter(layouts.values())), theme, picture.with_name(f"{at}.png"))
        for at, theme in enumerate(told["themes"])
    ]
    told["themed"] = {
        theme: {
            record.layer().source().split("layername=")[1]: record.currentStyle
            for record in project.mapThemeCollection().mapThemeState(theme).layerRecords()
        }
        for theme in told["themes"]
    }
    # Dragged in by itself, each layer must come styled by the file.
    told["dragged"] = {}
    told["stored"] = {}
    for name in layers:
        alone = QgsVectorLayer(f"{folder / 'atlas.gpkg'}|layername={name}", name, "ogr")
        told["dragged"][name] = [alone.isValid(), alone.labelsEnabled(), colours(alone)]
        count, _, names, *_ = alone.listStylesInDatabase()
        told["stored"][name] = [names[at] for at in range(count)]
    told["qml"] = {}
    for file in sorted((folder / "geojson").glob("*.geojson")):
        alone = QgsVectorLayer(str(file), file.stem, "ogr")
        told["qml"][file.stem] = [
            alone.isValid(),
            alone.featureCount(),
            alone.labelsEnabled(),
            colours(alone),
            alone.crs().authid(),
        ]
    told["messages"] = messages
    print(json.dumps(told), flush=True)
    # QGIS 3.22 may crash while it tears itself down with layers still alive; all is told by now.
    os._exit(0)


main(*(Path(argument) for argument in sys.argv[1:4]))
