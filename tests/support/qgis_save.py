"""Run by the system's Python: what QGIS saves of a GeoJSON file, in several ways, into a folder."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (  # type: ignore[import-not-found]
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

source, folder = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(source, "projects", "ogr")
context = QgsCoordinateTransformContext()
mercator = QgsCoordinateReferenceSystem("EPSG:3857")
WAYS = {
    "qgis": {},
    "qgis-rfc": {"layerOptions": ["RFC7946=YES"]},
    "qgis-box": {"layerOptions": ["WRITE_BBOX=YES", "COORDINATE_PRECISION=15"]},
    "qgis-multi": {"forceMulti": True},
    "qgis-3857": {"ct": QgsCoordinateTransform(layer.crs(), mercator, context)},
}
for name, settings in WAYS.items():
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    options.fileEncoding = "UTF-8"
    for key, value in settings.items():
        setattr(options, key, value)
    target = f"{folder}/{name}.geojson"
    done = QgsVectorFileWriter.writeAsVectorFormatV3(layer, target, context, options)
    if done[0]:
        sys.exit(f"{name}: {done}")
# Layers must go before the application does.
del layer
application.exitQgis()
