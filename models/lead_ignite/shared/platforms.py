"""The social platforms that Lead Ignite works with: a set that grows."""

from __future__ import annotations

from lead_ignite.shared.extensible import ExtensibleEnum
from modelpact.annotations import Extensible

__all__ = ["Platform"]


@Extensible()
class Platform(ExtensibleEnum):
    """A social platform. More will be added: accept those that you do not know."""

    LINKEDIN = "linkedin"
    X = "x"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
