"""What carries the map: exported files, talks, the explorer's component, folium, downloads."""
