"""The record: an append-only chain of decisions, and its published heads. Guards refuse any change."""

from django.db import models

from teams.querysets import EntryQuerySet


class Entry(models.Model):
    """One link of the chain. It names its subject by kind and number, never by foreign key, and the post
    that it belongs to, whatever the subject, so that all of a post's entries are found together."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=60, db_index=True)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    post_id = models.BigIntegerField(null=True, db_index=True)
    department_id = models.BigIntegerField(null=True, db_index=True)
    previous = models.CharField(max_length=64)
    details_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "entry of the record"
        verbose_name_plural = "record"
        ordering = ["-number"]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="entry_subject")]

    def __str__(self) -> str:
        return f"{self.number}. {self.action}"


class EntryDetails(models.Model):
    """What an entry says: who, as what, of what, from what to what, and why. Salted, so that a digest
    left behind when details are expunged cannot be guessed back."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="details")
    salt = models.CharField(max_length=32)
    actor_id = models.BigIntegerField(null=True, db_index=True)
    actor_label = models.CharField(max_length=200)
    actor_role = models.CharField(max_length=200)
    subject_label = models.CharField(max_length=300)
    reason = models.TextField()
    changes = models.JSONField()

    class Meta:
        verbose_name = "details of an entry"
        verbose_name_plural = "details of entries"

    def __str__(self) -> str:
        return f"{self.actor_label}: {self.subject_label}"


class PublishedHead(models.Model):
    """The end of the chain as it was published on one day in London, signed. Readers may have kept it."""

    day = models.DateField(unique=True)
    number = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    signature = models.CharField(max_length=88)

    class Meta:
        verbose_name = "published head of the record"
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.number} on {self.day}"
