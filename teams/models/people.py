"""Departments, teams, and people with roles in them."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import validate_slug
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from teams.querysets import PeopleQuerySet, RoleHeldQuerySet
from teams.reserved import RESERVED, not_reserved
from teams.roles import DEPARTMENT_ROLES, TEAM_ROLES, Role


class Department(models.Model):
    """A department of state: it has teams, and a press office that signs for all of them."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    target_hours = models.PositiveSmallIntegerField(
        "time to sign or return",
        default=16,
        help_text="Working hours (Monday to Friday, 9am to 5pm) in which the press office aims to decide.",
    )
    share_limit = models.PositiveSmallIntegerField(
        "words by somebody outside the byline",
        default=20,
        help_text="Per cent of a post. Whoever wrote more joins the byline, or its authors rewrite.",
    )
    short_questions = models.BooleanField(
        "questions go to the press office only",
        default=False,
        help_text="Posts that ask and hold no opinion skip the other steps of their team's route.",
    )
    names_signatories = models.BooleanField(
        "name the people who sign",
        default=False,
        help_text="On the public sign-off record. Otherwise it shows their roles.",
    )
    publishes_differences = models.BooleanField(
        "show what sign-off changed",
        default=False,
        help_text="On the public sign-off record: each difference between first submission and signature.",
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target_hours__range=(1, 400)),
                name="department_target_in_hours",
                violation_error_message="The time to sign or return must be from 1 to 400 working hours.",
            ),
            models.CheckConstraint(
                condition=Q(share_limit__lte=100),
                name="department_share_in_per_cent",
                violation_error_message="The share of words must be 100 per cent or less.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A policy team and its one blog, at `/<slug>/`."""

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)
    slug = models.CharField(
        "address",
        max_length=60,
        unique=True,
        validators=[validate_slug, not_reserved],
        help_text="The blog's place in the web address, for example flood-resilience.",
    )
    purpose = models.CharField(max_length=200, help_text="What the blog is for, in one sentence.")
    about = models.TextField(blank=True, max_length=2000)
    page_version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(slug__in=sorted(RESERVED)), name="team_slug_not_reserved"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("posts:blog", args=[self.slug])

    def bump(self) -> None:
        """Say that something a reader sees on this blog has changed."""
        Team.objects.filter(pk=self.pk).update(page_version=F("page_version") + 1)


class UserManager(BaseUserManager.from_queryset(PeopleQuerySet)):  # type: ignore[misc]
    """Makes people; an email address is the name they sign in with."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        person: User = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save()
        return person

    def create_guest(self, email: str, **fields: Any) -> "User":
        """Somebody who writes a post once: never an account, because no password fits."""
        return self.create_user(email, None, is_guest=True, is_active=False, **fields)

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        person: User = self.get(email__iexact=username)
        return person


class User(AbstractBaseUser, PermissionsMixin):
    """A person who can sign in. A superuser runs the installation and has no power to publish.

    A guest author is a person too, so that bylines, words and statements are kept alike, but no account: the
    database lets no guest be active, have a password or hold a role.
    """

    email = models.EmailField("email address", unique=True)
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120, blank=True, help_text="As readers will see it in a byline.")
    is_active = models.BooleanField(
        "may sign in", default=True, help_text="Untick this instead of deleting the person."
    )
    is_guest = models.BooleanField("guest author", default=False, editable=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = UserManager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_guest=False)
                | Q(is_active=False, is_superuser=False, password__startswith=UNUSABLE_PASSWORD_PREFIX),
                name="guest_is_no_account",
                violation_error_message="A guest author has no account.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """One spelling of an address in every form, or capital letters would make a second account."""
        return super().normalize_username(username).strip().lower()

    @cached_property
    def held(self) -> list["RoleHeld"]:
        """The roles this person holds now, read once for each request."""
        return list(self.roles_held.select_related("team__department", "department"))

    @property
    def is_staff(self) -> bool:
        """Whether the administration shows itself to this person; Django's admin asks."""
        return self.is_active and (self.is_superuser or any(h.role in DEPARTMENT_ROLES for h in self.held))


class RoleHeld(models.Model):
    """One role of one person, in one team or one department."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=20, choices=Role.choices)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="roles_held")
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="roles_held"
    )

    objects = RoleHeldQuerySet.as_manager()

    class Meta:
        verbose_name = "role"
        verbose_name_plural = "roles"
        ordering = ["person__name", "role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=TEAM_ROLES, team__isnull=False, department__isnull=True)
                | Q(role__in=DEPARTMENT_ROLES, team__isnull=True, department__isnull=False),
                name="role_in_a_team_or_a_department",
                violation_error_message=(
                    "Authors, team editors and community managers need a team and no department; "
                    "the other roles need a department and no team."
                ),
            ),
            models.UniqueConstraint(fields=["person", "role", "team"], name="team_role_held_once"),
            models.UniqueConstraint(
                fields=["person", "role", "department"], name="department_role_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.place}"

    @property
    def place(self) -> Team | Department:
        return self.team or self.department  # type: ignore[return-value]  # the constraint says one is set

    @property
    def in_department(self) -> Department:
        """The department in which the role counts."""
        return self.place.department if isinstance(self.place, Team) else self.place
