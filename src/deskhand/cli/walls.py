"""What the sandbox says about this machine, in the doctor's words."""

from __future__ import annotations

from deskhand.cli.machine import Finding


def walls() -> list[Finding]:
    """Builds a sandbox to see whether it can: about 0.3 s."""
    from deskhand.sandbox.checks import run_checks

    findings = []
    for check in run_checks():
        package = ""
        match check.command:
            case ("apt-get", "install", "-y", name):
                package = name
        fix = check.fix or (
            "None needed for work; as root, deskhand holds this limit too." if check.state == "limited" else ""
        )
        findings.append(Finding("walls", check.name, check.state, check.detail, fix, check.command, package))
    return findings
