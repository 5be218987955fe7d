"""What is asked, told and shown of the records: commands, events and views.

Each module here is the surface of one record. Its models are made of the record's own fields (see
:mod:`.derived`), so that a field is declared once, where it is stored.
"""
