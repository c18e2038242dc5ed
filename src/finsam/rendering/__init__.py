"""How people are shown what the library says: HTML, pictures and Markdown, all from one outline.

Nothing that is shown is imported before somebody looks at it: models, rules and reports know this
package only inside their ``_repr_html_`` and the like.
"""
