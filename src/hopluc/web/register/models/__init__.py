"""The register's nouns: programmes, work, promises, roles."""

from hopluc.web.register.models.programmes import LegalBasis, Programme, ProgrammeDocument, Statement, Strand
from hopluc.web.register.models.promises import Agreement, Commitment
from hopluc.web.register.models.roles import Role, Vacancy
from hopluc.web.register.models.tellings import Telling
from hopluc.web.register.models.work import Activity, Progress

__all__ = [
    "Activity",
    "Agreement",
    "Commitment",
    "LegalBasis",
    "Programme",
    "ProgrammeDocument",
    "Progress",
    "Role",
    "Statement",
    "Strand",
    "Telling",
    "Vacancy",
]
