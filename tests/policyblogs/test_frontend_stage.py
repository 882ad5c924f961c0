"""The styles compiled from GOV.UK Frontend and MoJ Frontend, and what may not be in them."""

import pytest

from policyblogs.frontend import stage

ICON = ".icon{background-image:url(/assets/images/icon-document.svg);width:100%}"


def test_no_other_file_is_asked_for():
    assert stage.without_files(ICON) == ".icon{background-image:none;width:100%}"


def test_packages_that_have_changed_are_refused():
    with pytest.raises(SystemExit, match="no longer hold"):
        stage.without_files(".icon{width:100%}")


@pytest.mark.parametrize(
    "added",
    [
        ".a{background:url(b.png)}",
        ".a{font-family:GDS Transport}",
        "@font-face{font-family:a}",
        "@import 'other.css';",
    ],
)
def test_styles_that_ask_for_something_are_refused(added):
    with pytest.raises(SystemExit, match="The packages have changed"):
        stage.without_files(ICON + added)


def machine_with(tmp_path, version):
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    return str(tmp_path)


def test_the_node_of_the_machine_is_used_when_it_is_new_enough(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", machine_with(tmp_path, "v20.19.1"))
    assert stage.node_of_machine() == (str(tmp_path / "node"), [str(tmp_path / "npm")])


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.0", "none"])
def test_an_older_node_is_passed_over(tmp_path, monkeypatch, version):
    monkeypatch.setenv("PATH", machine_with(tmp_path, version))
    assert stage.node_of_machine() is None


def test_a_machine_without_node_has_none(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert stage.node_of_machine() is None


def test_a_failing_command_is_told_in_its_own_line(tmp_path):
    script = "import sys; print('npm error code E1'); print('npm error fetch failed'); sys.exit(1)"
    with pytest.raises(SystemExit, match=r"^The styles cannot be made: npm error fetch failed$"):
        stage.run([stage.sys.executable, "-c", script], tmp_path)


def test_a_file_is_written_whole(tmp_path):
    stage.write(tmp_path / "new" / "styles.css", "a{}")
    stage.write(tmp_path / "new" / "styles.css", "b{}")
    assert [path.read_text() for path in (tmp_path / "new").iterdir()] == ["b{}"]


def test_what_is_staged_here_is_what_the_pages_link_to():
    assert ".govuk-button" in stage.STAGED.read_text()


def test_the_lock_names_no_registry():
    assert "resolved" not in (stage.HERE / "package-lock.json").read_text()
