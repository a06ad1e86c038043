"""Run by QGIS's own Python: prints the atlas of a package to one PDF and tells each sheet's texts.

Usage: python3 atlas.py PACKAGE_FOLDER SHEETS.pdf
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsLayoutExporter, QgsLayoutItemLabel, QgsProject


def main(folder: Path, file: Path) -> None:
    """Print one JSON object."""
    application = QgsApplication([], False)
    application.initQgis()
    messages = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, level: messages.append([tag, text, int(level)])
    )
    project = QgsProject.instance()
    project.read(str(folder / "atlas.qgz"))
    layout = next(one for one in project.layoutManager().layouts() if one.atlas().enabled())
    atlas = layout.atlas()
    told = {"name": layout.name(), "coverage": atlas.coverageLayer().name(), "sheets": []}
    atlas.beginRender()
    atlas.updateFeatures()
    more = atlas.first()
    while more:
        layout.refresh()
        labels = {i.id(): i for i in layout.items() if isinstance(i, QgsLayoutItemLabel)}
        feature = layout.reportContext().feature()
        extent = layout.referenceMap().extent()
        told["sheets"].append(
            {
                "id": feature["id"],
                "texts": {name: item.currentText() for name, item in labels.items()},
                "extent": [
                    extent.xMinimum(),
                    extent.yMinimum(),
                    extent.xMaximum(),
                    extent.yMaximum(),
                ],
            }
        )
        more = atlas.next()
    atlas.endRender()
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = 72
    done, why = QgsLayoutExporter.exportToPdf(atlas, str(file), settings)
    told["exported"] = [int(done), why]
    told["messages"] = messages
    print(json.dumps(told), flush=True)
    # QGIS 3.22 may crash while it tears itself down with layers still alive; all is told by now.
    os._exit(0)


main(*map(Path, sys.argv[1:3]))
