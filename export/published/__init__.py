"""Readers of the files in which the originals were published, one a format.

Each takes bytes and gives plain float32 arrays. They trust nothing: nothing is unpickled or evaluated, no size found in
a file is believed before it was compared with the bytes that are there.
"""
