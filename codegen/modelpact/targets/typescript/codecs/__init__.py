"""Codecs: values as programs want them, from values as they travel, and back without loss.

``leaves`` tells which scalars have a codec, ``walking`` writes the code that finds them in a value,
``modules`` puts both directions and the types into modules.
"""
