"""Rendering as HTML, SVG and Markdown, all built from the same outline of a report.

Imported when something is first rendered: the packages below know it only through
:mod:`finsam.shown`.
"""
