"""The library behind the dashboard: reports become records, records become releases, releases become answers."""
