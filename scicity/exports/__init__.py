"""Bytes of a file from frames and figures: pictures, tables and what is written about them. Nothing is fetched here."""
