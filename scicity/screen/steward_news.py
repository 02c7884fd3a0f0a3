"""新闻摘录."""


def show() -> None:
    return
