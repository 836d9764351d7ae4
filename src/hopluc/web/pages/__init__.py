"""Pages (trang): what lists, forms and pages of every noun are made of."""
