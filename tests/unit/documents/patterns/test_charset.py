from __future__ import annotations

from modelpact.documents.patterns.charset import ALL, NONE, CharSet, partition


def test_ranges_are_sorted_merged_and_free_of_surrogates() -> None:
    assert CharSet.of([(5, 9), (1, 3), (4, 4)]).ranges == ((1, 9),)
    assert CharSet.of([(0xD000, 0xE001)]).ranges == ((0xD000, 0xD7FF), (0xE000, 0xE001))
    assert CharSet.single(0xDABC) == NONE


def test_the_complement_of_nothing_is_everything_but_surrogates() -> None:
    assert ~NONE == ALL
    assert ALL.size == 0x110000 - 0x800


def test_membership_size_and_listing_agree() -> None:
    some = CharSet.chars("zab😀")
    assert [chr(point) for point in some] == ["a", "b", "z", "😀"]
    assert some.size == 4
    assert ord("b") in some
    assert ord("c") not in some


def test_a_partition_does_not_depend_on_the_order_of_the_sets() -> None:
    letters, digits = CharSet.of([(97, 122)]), CharSet.of([(48, 57)])
    assert partition([letters, digits]) == partition([digits, letters])
    assert len(partition([letters, digits])) == 3
