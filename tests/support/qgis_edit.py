"""Run by QGIS's own Python: edits an ``atlas.gpkg`` as an analyst would, through QGIS itself.

Usage: python3 qgis_edit.py atlas.gpkg EDITS.json

EDITS is a list of ``{"layer", "id" or "name", "set": {column: value}}`` for a change,
``{"layer", "name", "move": [lon, lat]}`` for a moved point and
``{"layer", "add": {column: value}, "at": [lon, lat]}`` for a new one.
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)


def point(lonlat):
    """A point geometry."""
    return QgsGeometry.fromPointXY(QgsPointXY(*lonlat))


def main(file, edits):
    """Make the edits; ends with a failure when QGIS refuses one."""
    application = QgsApplication([], False)
    application.initQgis()
    for edit in json.loads(Path(edits).read_text(encoding="utf-8")):
        layer = QgsVectorLayer(f"{file}|layername={edit['layer']}", edit["layer"], "ogr")
        assert layer.isValid(), edit
        assert layer.startEditing(), edit
        if "add" in edit:
            feature = QgsFeature(QgsVectorLayerUtils.createFeature(layer, point(edit["at"])))
            for column, value in edit["add"].items():
                feature[column] = value
            assert layer.addFeature(feature)
        else:
            key = "id" if "id" in edit else "name"
            found = [f for f in layer.getFeatures() if f[key] == edit[key]]
            assert len(found) == 1, edit
            for column, value in edit.get("set", {}).items():
                at = layer.fields().indexOf(column)
                assert at >= 0, edit
                assert layer.changeAttributeValue(found[0].id(), at, value), edit
            if "move" in edit:
                assert layer.changeGeometry(found[0].id(), point(edit["move"])), edit
            if edit.get("delete"):
                assert layer.deleteFeature(found[0].id())
        assert layer.commitChanges(), layer.commitErrors()
    print("ok", flush=True)
    # QGIS 3.22 may crash while it tears itself down with layers still alive; all is told by now.
    os._exit(0)


main(sys.argv[1], sys.argv[2])
