"""Figures: pure functions from a tidy frame to a plotly figure, laid out anew for every look.

A figure function draws the plot only. It is finished by `anatomy.whole` (a file) or `anatomy.on_page` (a page): no
third way exists, because these two put the demonstration mark on, which nobody may leave out.
"""
