// StatementLinking
