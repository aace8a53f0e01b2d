// swift-tools-version: 6.2

import PackageDescription

// One section per module, bottom-up; each dependency on a line of its own.
// `Sources/README.md` says what each module owns and which imports it is allowed; RepositoryTests compare the two.

let package = Package(
  name: "quire",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "quire", targets: ["quire"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // MARK: Memory
    .target(name: "LargePages"),

    // MARK: Processors
    .systemLibrary(name: "CAffinity"),

    // MARK: What is read
    .target(
      name: "DocumentModel",
      dependencies: [
        "CAffinity",
        "LargePages",
      ]
    ),
    .testTarget(
      name: "DocumentModelTests",
      dependencies: [
        "CAffinity",
        "DocumentModel",
        "TestSupport",
      ]
    ),

    // MARK: Other programs
    .target(name: "ProcessSpawning"),

    // MARK: Where bytes come from
    .systemLibrary(
      name: "CZlib",
      providers: [
        .apt(["zlib1g-dev"])
      ]
    ),
    .target(
      name: "Acquisition",
      dependencies: [
        "CZlib",
        "DocumentModel",
        "ProcessSpawning",
      ]
    ),
    .testTarget(
      name: "AcquisitionTests",
      dependencies: [
        "Acquisition",
        "TestSupport",
      ]
    ),

    // MARK: Which passage a quotation quotes
    .target(
      name: "StatementLinking",
      dependencies: [
        "DocumentModel"
      ]
    ),
    .testTarget(
      name: "StatementLinkingTests",
      dependencies: [
        "DocumentModel",
        "StatementLinking",
        "TestSupport",
      ]
    ),

    // MARK: HTML, as the standard parses it
    .systemLibrary(
      name: "CUchardet",
      providers: [
        .apt(["libuchardet-dev"])
      ]
    ),
    .target(
      name: "HTMLParsing",
      dependencies: [
        "CUchardet",
        "LargePages",
      ]
    ),
    .testTarget(
      name: "HTMLParsingTests",
      dependencies: [
        "HTMLParsing",
        "TestSupport",
      ]
    ),

    // MARK: Bytes to documents
    .systemLibrary(
      name: "CExpat",
      providers: [
        .apt(["libexpat1-dev"])
      ]
    ),
    .systemLibrary(
      name: "CMD4C",
      providers: [
        .apt(["libmd4c-dev"])
      ]
    ),
    .target(
      name: "Importers",
      dependencies: [
        "CExpat",
        "CMD4C",
        "DocumentModel",
        "HTMLParsing",
        "LargePages",
      ]
    ),
    .testTarget(
      name: "ImportersTests",
      dependencies: [
        "DocumentModel",
        "Exporters",
        "HTMLParsing",
        "Importers",
        "StatementLinking",
        "TestSupport",
      ],
      exclude: [
        "Fixtures",
        "Goldens",
        "HTML/Goldens",
        "JSON/Goldens",
      ]
    ),

    // MARK: Where on the web a discussion is to be had
    .target(
      name: "Sites",
      dependencies: [
        "Acquisition",
        "DocumentModel",
        "Importers",
      ]
    ),
    .testTarget(
      name: "SitesTests",
      dependencies: [
        "Acquisition",
        "DocumentModel",
        "Importers",
        "Sites",
        "TestSupport",
      ]
    ),

    // MARK: What a terminal can show and say
    .target(name: "TerminalModel"),
    .testTarget(
      name: "TerminalModelTests",
      dependencies: [
        "TerminalModel",
        "TestSupport",
      ]
    ),

    // MARK: Nodes to lines
    .target(
      name: "TextLayout",
      dependencies: [
        "DocumentModel",
        "TerminalModel",
      ]
    ),
    .testTarget(
      name: "TextLayoutTests",
      dependencies: [
        "DocumentModel",
        "TerminalModel",
        "TestSupport",
        "TextLayout",
      ]
    ),

    // MARK: How settings are spelled
    .target(
      name: "TOMLReading",
      dependencies: [
        .product(name: "TOMLKit", package: "TOMLKit")
      ]
    ),
    .testTarget(
      name: "TOMLReadingTests",
      dependencies: [
        "TOMLReading"
      ]
    ),

    // MARK: Colours
    .target(
      name: "Themes",
      dependencies: [
        "TerminalModel",
        "TOMLReading",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      path: "Themes",
      exclude: [
        "README.md"
      ],
      resources: [
        .embedInCode("base.toml"),
        .embedInCode("terminal.toml"),
        .embedInCode("monochrome.toml"),
        .embedInCode("light.toml"),
        .embedInCode("dark.toml"),
        .embedInCode("high-contrast.toml"),
        .embedInCode("high-contrast-light.toml"),
        .embedInCode("colour-blind.toml"),
        .embedInCode("colour-blind-light.toml"),
        .embedInCode("solarized-light.toml"),
        .embedInCode("solarized-dark.toml"),
        .embedInCode("gruvbox-light.toml"),
        .embedInCode("gruvbox-dark.toml"),
        .embedInCode("nord.toml"),
        .embedInCode("catppuccin-latte.toml"),
        .embedInCode("catppuccin-mocha.toml"),
        .embedInCode("dracula.toml"),
        .embedInCode("rose-pine.toml"),
        .embedInCode("rose-pine-dawn.toml"),
        .embedInCode("tokyo-night.toml"),
      ]
    ),
    .testTarget(
      name: "ThemesTests",
      dependencies: [
        "TerminalModel",
        "Themes",
      ]
    ),

    // MARK: The program without a screen
    .target(
      name: "ReaderCore",
      dependencies: [
        "DocumentModel",
        "StatementLinking",
        "TerminalModel",
        "TextLayout",
      ]
    ),
    .testTarget(
      name: "ReaderCoreTests",
      dependencies: [
        "DocumentModel",
        "ReaderCore",
        "TerminalModel",
        "TestSupport",
        "TextLayout",
      ]
    ),

    // MARK: What a person has chosen
    .target(
      name: "Configuration",
      dependencies: [
        "ReaderCore",
        "TerminalModel",
        "TextLayout",
        "Themes",
        "TOMLReading",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]
    ),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: [
        "Configuration",
        "ReaderCore",
        "TOMLReading",
      ]
    ),

    // MARK: State to cells
    .target(
      name: "ScreenRendering",
      dependencies: [
        "DocumentModel",
        "ReaderCore",
        "TerminalModel",
        "TextLayout",
        "Themes",
      ]
    ),
    .testTarget(
      name: "ScreenRenderingTests",
      dependencies: [
        "DocumentModel",
        "ReaderCore",
        "ScreenRendering",
        "StatementLinking",
        "TerminalModel",
        "TestSupport",
        "TextLayout",
        "Themes",
      ]
    ),

    // MARK: The terminal itself
    .target(
      name: "CNcurses",
      cSettings: [
        .define("NCURSES_WIDECHAR", to: "1")
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw"),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]
    ),
    .target(
      name: "TerminalDriver",
      dependencies: [
        "CNcurses",
        "TerminalModel",
      ]
    ),

    .testTarget(
      name: "TerminalDriverTests",
      dependencies: [
        "CNcurses",
        "TerminalDriver",
        "TerminalModel",
        "TestSupport",
      ]
    ),

    // MARK: Documents to text
    .target(
      name: "Exporters",
      dependencies: [
        "DocumentModel",
        "StatementLinking",
        "TerminalModel",
        "TextLayout",
        "Themes",
      ],
      resources: [
        .embedInCode("page.css")
      ]
    ),
    .testTarget(
      name: "ExportersTests",
      dependencies: [
        "DocumentModel",
        "Exporters",
        "Importers",
        "StatementLinking",
        "TestSupport",
        "TextLayout",
        "Themes",
      ]
    ),

    // MARK: What was read
    .systemLibrary(
      name: "CSQLite",
      providers: [
        .apt(["libsqlite3-dev"])
      ]
    ),
    .target(
      name: "Library",
      dependencies: [
        "Acquisition",
        "CSQLite",
        "DocumentModel",
        "ReaderCore",
        "TextLayout",
      ]
    ),
    .testTarget(
      name: "LibraryTests",
      dependencies: [
        "DocumentModel",
        "Exporters",
        "Importers",
        "Library",
        "ReaderCore",
        "StatementLinking",
        "TerminalModel",
        "TestSupport",
        "TextLayout",
      ]
    ),

    // MARK: The program
    .executableTarget(
      name: "quire",
      dependencies: [
        "Acquisition",
        "Configuration",
        "DocumentModel",
        "Exporters",
        "Importers",
        "Library",
        "ProcessSpawning",
        "ReaderCore",
        "ScreenRendering",
        "Sites",
        "StatementLinking",
        "TerminalDriver",
        "TerminalModel",
        "TextLayout",
        "Themes",
        "TOMLReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("sample.json"),
        .embedInCode("tour.txt"),
      ]
    ),

    // MARK: What is measured
    .executableTarget(
      name: "quire-bench",
      dependencies: [
        "DocumentModel",
        "Exporters",
        "HTMLParsing",
        "Importers",
        "Library",
        "ReaderCore",
        "ScreenRendering",
        "StatementLinking",
        "TerminalModel",
        "TextLayout",
        "Themes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(
      name: "QuireBenchTests",
      dependencies: [
        "DocumentModel",
        "quire-bench",
      ]
    ),

    // MARK: What the fuzzer runs
    .executableTarget(
      name: "quire-fuzz",
      dependencies: [
        "DocumentModel",
        "Exporters",
        "HTMLParsing",
        "Importers",
        "StatementLinking",
      ]
    ),

    // MARK: Tests that span modules
    .target(
      name: "TestSupport",
      dependencies: [
        "Acquisition",
        "DocumentModel",
        "HTMLParsing",
        "Importers",
        "Sites",
      ],
      path: "Tests/TestSupport"
    ),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "DocumentModel",
        "Importers",
        "ReaderCore",
        "ScreenRendering",
        "StatementLinking",
        "TerminalModel",
        "TestSupport",
        "TextLayout",
        "Themes",
      ],
      exclude: [
        "Goldens"
      ]
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "ReaderCore",
        "TerminalModel",
        "TestSupport",
        "quire",
      ]
    ),
    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "Acquisition",
        "DocumentModel",
        "Exporters",
        "HTMLParsing",
        "Importers",
        "ReaderCore",
        "StatementLinking",
        "TerminalModel",
        "TestSupport",
        "TextLayout",
      ]
    ),
    .testTarget(
      name: "RepositoryTests",
      dependencies: [
        "ReaderCore",
        "TerminalModel",
        "TextLayout",
        "Themes",
      ]
    ),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// Warnings are errors in every target of ours.
for target in package.targets where target.name != "CNcurses" && target.type != .system {
  // A module sees members of what it imports itself, and of nothing that somebody else's import brings along.
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
for target in package.targets where target.name == "CNcurses" {
  target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
}
