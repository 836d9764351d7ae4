"""What was done, in words, of the register and beside it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from hopluc.web.register.history import VERBS as OF_THE_REGISTER

VERBS: Mapping[str, Any] = {
    **OF_THE_REGISTER,
    "remark": _("Ghi ý kiến"),
    "withdraw_remark": _("Rút ý kiến"),
    "attach_file": _("Đính kèm tệp"),
    "attach_version": _("Đính kèm bản mới"),
    "withdraw_attachment": _("Rút tệp đính kèm"),
}
