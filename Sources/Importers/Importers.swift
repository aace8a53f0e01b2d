// Importers own the way from bytes to a document: they recognise a format, and find title, headings, statements,
// comments and their
// nesting in it. They know nothing of screens, layout, folds or where the bytes came from.
