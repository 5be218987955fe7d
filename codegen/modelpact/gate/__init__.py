"""The gate: what a project decides about findings, and what follows for a version.

The packages below find: ``compat`` proves what breaks, ``lint`` says what is unwise. This one
judges: severities, waivers, baselines, the version that a change asks for. It reads no file and
writes none.
"""
