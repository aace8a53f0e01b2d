// TerminalModel
