import ArgumentParser

@main
struct Quire: ParsableCommand {}
