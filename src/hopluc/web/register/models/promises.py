"""Agreements and commitments: what was signed, and who owes what to whom by when."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.vietnamese import fold
from hopluc.web.documents.models import Document, Evidence
from hopluc.web.measures.models import Observation
from hopluc.web.pages.addresses import address_of
from hopluc.web.people.models import Organisation
from hopluc.web.register.models.programmes import Programme, Strand
from hopluc.web.register.models.roles import Role
from hopluc.web.store.related import Hung
from hopluc.web.terms import HasDate, HasDue, HasPeriod, HasPlannedDate


class Agreement(HasPeriod, HasDate, HasPlannedDate):
    """An agreement signed (`date`) or announced (`planned`); its parties and focal points are Roles, its contents Commitments."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreements")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements")
    title = models.CharField(_("tên"), max_length=1000)
    form = models.CharField(_("loại giấy tờ"), max_length=100, blank=True)
    place_as_written = models.CharField(_("nơi ký"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    search_key = models.TextField(editable=False)
    roles = GenericRelation(Role, related_query_name="of_agreement")
    evidence = GenericRelation(Evidence, related_query_name="agreement")
    observations = GenericRelation(Observation, related_query_name="agreement")
    roles_hung = Hung()

    class Meta:
        ordering = ("-date_first", "-pk")
        verbose_name = _("thỏa thuận hợp tác")

    def __str__(self) -> str:
        return self.title[:200]

    def get_absolute_url(self) -> str:
        return address_of("register:agreement", self.pk)

    def clean(self) -> None:
        super().clean()
        self.search_key = fold(self.title)


class Commitment(HasPeriod, HasDue):
    """Someone owes something by a time: a target, an obligation, a petition, a conclusion, an instruction, a recommendation.

    `sender` says or asks it, `recipient` is the one it goes to. Who owes: the sender of a target or an obligation, the
    recipient of the others. How much is owed is an Observation of stage `target` about it. `answers`: a conclusion answers
    petitions, a result answers a conclusion; whether a petition is answered follows from there and from the `outcome` of the
    answer. Of a petition, `arrived_on` and `arrived_number` (ngày đến, số đến) are those of the one it is put to. What is owed each
    year is due first on `yearly_from`, then on that day of every year within its period.
    """

    class Kind(models.TextChoices):
        TARGET = "target", pgettext_lazy("one", "Chỉ tiêu")
        OBLIGATION = "obligation", _("Nội dung cam kết")
        PETITION = "petition", _("Kiến nghị, đề xuất")
        CONCLUSION = "conclusion", _("Kết luận")
        INSTRUCTION = "instruction", _("Chỉ đạo")
        RECOMMENDATION = "recommendation", _("Khuyến nghị")

    class Outcome(models.TextChoices):
        """What an answer says of what was asked (the five ways a letter answers)."""

        RESOLVED = "resolved", _("Đã giải quyết xong")
        IN_HAND = "in_hand", _("Đang giải quyết")
        PLANNED = "planned", _("Sẽ giải quyết (có lộ trình)")
        EXPLAINED = "explained", _("Giải trình, cung cấp thông tin")
        PASSED_ON = "passed_on", _("Không thuộc thẩm quyền, đã chuyển")

    OWED_BY_SENDER = frozenset({Kind.TARGET, Kind.OBLIGATION})
    GOING_ON = frozenset({Outcome.IN_HAND, Outcome.PLANNED})
    """Outcomes by which whoever answered still owes what was asked."""
    LEFT_OPEN = GOING_ON | {Outcome.PASSED_ON}
    """Outcomes that leave a petition open: it waits for a further answer."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="commitments")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments")
    strand = models.ForeignKey(Strand, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments")
    agreement = models.ForeignKey(Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments")
    answers = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="answered_by")
    kind = models.CharField(_("loại"), max_length=14, choices=Kind)
    number = models.CharField(_("số"), max_length=30, blank=True)
    text = models.TextField(_("nội dung"))
    sender = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments_sent")
    sender_as_written = models.CharField(_("bên nêu"), max_length=300, blank=True)
    recipient = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments_received"
    )
    recipient_as_written = models.CharField(_("bên nhận"), max_length=300, blank=True)
    made_on = models.DateField(_("ngày nêu"), null=True, blank=True)
    yearly_from = models.DateField(_("việc hằng năm: thời hạn của năm đầu"), null=True, blank=True)
    arrived_on = models.DateField(_("ngày đến nơi nhận"), null=True, blank=True)
    arrived_number = models.CharField(_("số đến"), max_length=50, blank=True)
    outcome = models.CharField(_("kết quả trả lời"), max_length=10, choices=Outcome, blank=True)
    order = models.PositiveIntegerField(_("thứ tự"), default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    search_key = models.TextField(editable=False)
    roles = GenericRelation(Role, related_query_name="of_commitment")
    evidence = GenericRelation(Evidence, related_query_name="commitment")
    observations = GenericRelation(Observation, related_query_name="commitment")
    progress_hung, roles_hung, observations_hung = Hung(), Hung(), Hung()
    answered_by_hung, activities_answering_hung = Hung(), Hung()

    class Meta:
        ordering = ("programme", "order", "pk")
        verbose_name = _("cam kết, kiến nghị, kết luận")
        indexes = (models.Index(fields=["programme", "kind"]), models.Index(fields=["recipient", "kind"]))

    def __str__(self) -> str:
        return self.text[:200]

    def get_absolute_url(self) -> str:
        return address_of("register:commitment", self.pk)

    def clean(self) -> None:
        super().clean()
        self.search_key = fold(self.text)

    @property
    def owed_by_sender(self) -> bool:
        """Does the one who says it owe it: a target, an obligation, an answer that promises more."""
        return self.kind in self.OWED_BY_SENDER or self.outcome in self.GOING_ON

    @property
    def debtor(self) -> Organisation | None:
        """The organisation that owes it, where it is known."""
        return self.sender if self.owed_by_sender else self.recipient
