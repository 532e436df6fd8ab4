"""What the sandbox says about this machine, in the doctor's words."""

from __future__ import annotations

from deskhand.cli.machine import Finding, State


def walls() -> list[Finding]:
    """Builds a sandbox to see whether it can: about 0.3 s. Asks engines too, and QEMU, where there are any."""
    from deskhand.sandbox import strength
    from deskhand.sandbox.checks import run_checks

    findings = []
    checks = run_checks()
    for check in checks:
        package = ""
        match check.command:
            case ("apt-get", "install", "-y", name):
                package = name
        fix = check.fix or (
            "None needed for work; as root, deskhand holds this limit too." if check.state == "limited" else ""
        )
        findings.append(Finding("walls", check.name, check.state, check.detail, fix, check.command, package))
    kinds = strength.look(checks[0])
    for kind in kinds:
        state: State = "ok" if kind.ready else "absent"
        findings.append(Finding("providers", f"--sandbox {kind.name}", state, kind.found, kind.fix))
    best = strength.strongest(kinds)
    if best is not None:
        usual = "" if best.name == "namespaces" else f" (deskhand run --sandbox {best.name} …)"
        findings.append(Finding("providers", "strongest", "ok", f"{best.name}{usual}"))
    return findings
