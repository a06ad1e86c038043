"""Run by QGIS's own Python: opens the store's layers and edits two of them as an editor would.

Usage: python3 qgis_editor.py PORT DATABASE USER
"""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsDataSourceUri,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)


def layer_of(port, database, user, table, geometry):
    """A layer of the store as the browser panel adds it."""
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", port, database, user, "")
    uri.setDataSource("atlas", table, geometry)
    return QgsVectorLayer(uri.uri(False), table, "postgres")


def main(port, database, user):
    """Print what QGIS makes of the layers, then edit."""
    application = QgsApplication([], False)
    application.initQgis()
    told = {}
    rail = layer_of(port, database, user, "rail", "geom")
    highway = layer_of(port, database, user, "highway", "geom")
    places = layer_of(port, database, user, "places", "geom")
    mentions = layer_of(port, database, user, "mentions", None)
    for one in (rail, highway, places, mentions):
        assert one.isValid(), one.name()
        loaded = one.loadDefaultStyle()[-1]
        told[one.name()] = {
            "rows": one.featureCount(),
            "seen": sum(1 for _ in one.getFeatures()),
            "keys": [one.fields()[at].name() for at in one.primaryKeyAttributes()],
            "styled": bool(loaded),
            "renderer": one.renderer().type() if one.renderer() else "",
            "alias": one.attributeAlias(one.fields().indexOf("name")),
        }
    assert rail.startEditing()
    found = next(f for f in rail.getFeatures() if f["id"] == "yukun-hsr")
    assert rail.changeAttributeValue(found.id(), rail.fields().indexOf("note"), "由 QGIS 改")
    assert rail.commitChanges(), rail.commitErrors()
    assert places.startEditing()
    found = next(f for f in places.getFeatures() if f["source"] == "me")
    moved = QgsGeometry.fromPointXY(QgsPointXY(108.41, 30.81))
    assert places.changeGeometry(found.id(), moved)
    assert places.commitChanges(), places.commitErrors()
    told["editable"] = bool(highway.startEditing())
    application.exitQgis()
    print(json.dumps(told))


main(*sys.argv[1:])
