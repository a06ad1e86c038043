"""PDF with text: glyphs and ruled lines of its pages, put together to tables and paragraphs."""
