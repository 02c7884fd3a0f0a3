"""数据管理: reports in, releases out."""

from scicity.screen import steward

steward.show()
