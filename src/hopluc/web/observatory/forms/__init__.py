"""What a person gives in the room of indices, and what is wrong with it."""

from hopluc.web.observatory.forms.editions import AddFramework, OpenEdition, Reason, Suppliers
from hopluc.web.observatory.forms.figures import AskForMore, Attach, CheckFigures, Figures, HandIn, NoteAccepted, Paste, Units
from hopluc.web.observatory.forms.results import Compute, Nothing, Official, ProfileLanguage, Review

__all__ = [
    "AddFramework",
    "AskForMore",
    "Attach",
    "CheckFigures",
    "Compute",
    "Figures",
    "HandIn",
    "NoteAccepted",
    "Nothing",
    "Official",
    "OpenEdition",
    "Paste",
    "ProfileLanguage",
    "Reason",
    "Review",
    "Suppliers",
    "Units",
]
