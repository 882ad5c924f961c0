"""Every address of the platform and the action a person needs to use it. What has no row is refused.

Who has an action is in `teams.permissions`. Addresses that act on one team's things check again there.
"""

from teams.permissions import Action

PUBLIC = None

ADDRESSES: dict[str, Action | None] = {
    # Readers
    "posts:directory": PUBLIC,
    "posts:feed": PUBLIC,
    "posts:blog": PUBLIC,
    "posts:blog-feed": PUBLIC,
    "posts:month": PUBLIC,
    "posts:tag": PUBLIC,
    "posts:detail": PUBLIC,
    "posts:image": PUBLIC,
    "moderation:sign-off": PUBLIC,
    "moderation:sign-off-json": PUBLIC,
    "moderation:department": PUBLIC,
    "moderation:guest-attest": PUBLIC,  # for whoever holds the link
    "moderation:guest-image": PUBLIC,
    "moderation:advice": PUBLIC,  # by a signed link, to one person
    "moderation:advice-image": PUBLIC,
    "posts:previewed": PUBLIC,  # by a signed link
    "posts:previewed-image": PUBLIC,
    "comments:form": PUBLIC,
    "comments:status": PUBLIC,
    # The platform
    "healthz": PUBLIC,
    "readyz": PUBLIC,
    "robots": PUBLIC,
    "record": PUBLIC,
    "record-feed": PUBLIC,
    "record-head": PUBLIC,
    "record-key": PUBLIC,
    "start": PUBLIC,
    "become": PUBLIC,
    "components": PUBLIC,
    # Sign-in
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_signup": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_change_password": Action.USE_DESK,
    "account_reauthenticate": Action.USE_DESK,
    "mfa_authenticate": PUBLIC,  # after the password, before anybody is signed in
    "mfa_reauthenticate": Action.USE_DESK,
    "second_factor": Action.USE_DESK,
    "second_factor_set_up": Action.USE_DESK,
    "second_factor_picture": Action.USE_DESK,
    "second_factor_remove": Action.USE_DESK,
    "recovery_codes": Action.USE_DESK,
    "recovery_codes_new": Action.USE_DESK,
    # The desk
    "moderation:home": Action.USE_DESK,
    "moderation:post": Action.SEE_POSTS,
    "moderation:submit": Action.SUBMIT_POSTS,
    "moderation:attest": Action.SUBMIT_POSTS,
    "moderation:recall": Action.SUBMIT_POSTS,
    "moderation:withdraw": Action.WITHDRAW_POSTS,
    "moderation:release": Action.SEE_POSTS,
    "moderation:freezes": Action.USE_DESK,
    "moderation:declare-freeze": Action.DECLARE_FREEZES,
    "moderation:lift-freeze": Action.DECLARE_FREEZES,
    "moderation:let-through": Action.USE_DESK,
    "moderation:cover": Action.USE_DESK,
    "moderation:end-delegation": Action.USE_DESK,
    "moderation:end-duty": Action.USE_DESK,
    "moderation:remarks": Action.USE_DESK,  # those who see the post, and the signatories of its steps
    "moderation:remark": Action.USE_DESK,
    "moderation:accept-remark": Action.WRITE_POSTS,
    "moderation:decline-remark": Action.WRITE_POSTS,
    "moderation:answer-remark": Action.USE_DESK,
    "moderation:read-remark": Action.USE_DESK,
    "moderation:ask-advice": Action.USE_DESK,
    "moderation:end-advice": Action.USE_DESK,
    "posts:new": Action.WRITE_POSTS,
    "posts:edit": Action.WRITE_POSTS,
    **{
        f"posts:{name}": Action.WRITE_POSTS
        for name in (
            "autosave here versions version version-json bring-back aside drop-aside"
            " checks dismiss-finding take-dismissal-back fix-finding paste document describe"
            " previews end-preview copy"
        ).split()
    },
    "posts:partners": Action.WRITE_POSTS,
    "posts:preview": Action.SEE_POSTS,
    "posts:images": Action.WRITE_POSTS,
    "posts:add-block": Action.WRITE_POSTS,
    "posts:guests": Action.WRITE_POSTS,
    "posts:desk-image": Action.SEE_POSTS,
    "posts:open": Action.USE_DESK,
    "posts:embargo": Action.SEE_EMBARGOES,
    "posts:name-person": Action.WRITE_POSTS,
    "posts:remove-person": Action.WRITE_POSTS,
    "posts:lift-embargo": Action.WRITE_POSTS,
    "comments:queue": Action.SEE_COMMENTS,
    "comments:decide": Action.SEE_COMMENTS,
    "comments:reply": Action.REPLY_OFFICIALLY,
    # The administration
    "second_factor_reset": Action.MANAGE_PEOPLE,
    "admin:index": Action.USE_ADMIN,
    "admin:login": PUBLIC,
    "admin:logout": Action.USE_ADMIN,
    "admin:password_change": Action.USE_ADMIN,
    "admin:password_change_done": Action.USE_ADMIN,
    "admin:autocomplete": Action.USE_ADMIN,
    "admin:jsi18n": Action.USE_ADMIN,
    "admin:app_list": Action.USE_ADMIN,
    "admin:django.views.generic.base.RedirectView": Action.USE_ADMIN,  # /admin/teams/team/1/ to .../change/
}

# The model pages of the administration, by the action that opens them.
_MODEL_PAGES = ("changelist", "add", "change", "delete", "history")
_MODELS = {
    "moderation_submission": Action.USE_PRESS_DESK,
    "moderation_group": Action.MANAGE_TEAMS,
    "moderation_routestep": Action.MANAGE_TEAMS,
    "posts_pastgovernment": Action.SET_HISTORY,
    "teams_entry": Action.READ_RECORD,
    "teams_department": Action.MANAGE_TEAMS,
    "teams_team": Action.MANAGE_TEAMS,
    "teams_user": Action.MANAGE_PEOPLE,
    "teams_roleheld": Action.MANAGE_PEOPLE,
}
ADDRESSES["admin:moderation_submission_image"] = Action.USE_PRESS_DESK
ADDRESSES |= {f"admin:teams_entry_{page}": Action.READ_RECORD for page in ("export", "expunge")}
ADDRESSES |= {f"admin:{model}_{page}": action for model, action in _MODELS.items() for page in _MODEL_PAGES}
