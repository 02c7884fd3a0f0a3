"""Cells become sentences, in Chinese and in English, by rules alone.

No causes, no words of judgement, no forecasts; a missing input drops its clause. Every rate is rounded half up to one
decimal first, then compared and worded, so that a reader can redo each sum from the printed numbers.
"""
