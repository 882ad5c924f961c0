"""Lists of the administration, asked for what nobody types: refused in words, never a failure."""

import pytest

LISTS = [
    "moderation/group",
    "moderation/routestep",
    "posts/pastgovernment",
    "teams/department",
    "teams/roleheld",
    "teams/team",
    "teams/user",
]
ASKED = ["id__in", "pk__in", "id__exact", "team", "group", "department"]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_a_number_that_no_key_can_be_is_refused(sign_in, cast, who, path, asked):
    page = sign_in(getattr(cast, who)).get(f"/admin/{path}/", {asked: "9" * 25}, follow=True)
    assert page.status_code in (200, 400, 403)


def test_what_can_be_a_key_is_looked_for(sign_in, cast):
    page = sign_in(cast.superuser).get("/admin/teams/team/", {"id__in": f"{cast.team.pk},99999"})
    assert page.status_code == 200
    assert "Flood Resilience" in page.content.decode()
    assert "Water Quality" not in page.content.decode()
