"""The pages of the public site: one module a subject, each a function of the site, the language and the item."""
