"""What a person gives in the room of indices, and what is wrong with it."""

from hopluc.web.observatory.forms.editions import AddFramework, OpenEdition, Suppliers
from hopluc.web.observatory.forms.figures import AskForMore, Attach, CheckFigures, Figures, HandIn, NoteAccepted, Paste, Units
from hopluc.web.observatory.forms.results import Compute, Official, ProfileLanguage, Review

__all__ = [
    "AddFramework",
    "AskForMore",
    "Attach",
    "CheckFigures",
    "Compute",
    "Figures",
    "HandIn",
    "NoteAccepted",
    "Official",
    "OpenEdition",
    "Paste",
    "ProfileLanguage",
    "Review",
    "Suppliers",
    "Units",
]
