"""The Streamlit pieces the pages share. Only this room, app.py and pages/ know Streamlit."""
