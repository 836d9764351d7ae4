"""The door for the server: `granian --interface wsgi hopluc.web.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hopluc.web.settings")
application = get_wsgi_application()
