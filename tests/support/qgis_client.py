"""Run by QGIS's own Python: loads the built files as an analyst would and tells what it sees.

Usage: python3 qgis_client.py DATA_FOLDER PICTURE.png
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def main(data: Path, picture: Path) -> None:
    """Print one JSON object: what the layers hold, and whether the picture has ink."""
    application = QgsApplication([], False)
    application.initQgis()
    projects = QgsVectorLayer(str(data / "projects.geojson"), "projects", "ogr")
    mentions = QgsVectorLayer(str(data / "mentions.csv"), "mentions", "ogr")
    prefectures = QgsVectorLayer(str(data / "boundaries" / "prefectures.geojson"), "p", "ogr")
    lines = QgsVectorLayer(f"{data / 'projects.geojson'}|geometrytype=LineString", "lines", "ogr")
    told = {
        "valid": [layer.isValid() for layer in (projects, mentions, prefectures, lines)],
        "crs": projects.crs().authid(),
        "fields": {field.name(): field.typeName() for field in projects.fields()},
        "projects": projects.featureCount(),
        "lines": lines.featureCount(),
        "mentions": mentions.featureCount(),
        "prefectures": prefectures.featureCount(),
        "rail": sum(1 for f in projects.getFeatures() if f["mode"] == "rail"),
        "name": next(f["name"] for f in projects.getFeatures() if f["id"] == "yukun-hsr"),
    }
    settings = QgsMapSettings()
    settings.setLayers([lines, prefectures])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setExtent(QgsRectangle(97, 26, 111, 34.5))
    settings.setOutputSize(QSize(1000, 640))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    told["drawn"] = image.save(str(picture))
    told["colours"] = len({image.pixel(x, y) for x in range(0, 1000, 5) for y in range(0, 640, 5)})
    print(json.dumps(told), flush=True)
    # QGIS 3.22 may crash while it tears itself down with layers still alive; all is told by now.
    os._exit(0)


main(Path(sys.argv[1]), Path(sys.argv[2]))
