import TerminalModel
import TextLayout
import Themes

/// The styles of a theme, looked up once.
struct StyleSheet: Sendable {
  private let roles: [Role: Style]
  let background: Style
  let focus: Style
  let highlight: Style
  let status: Style
  let message: Style
  let help: Style
  let helpGroup: Style
  let helpKey: Style

  init(theme: Theme) {
    let background = theme.style(of: "background")
    func style(_ scope: String) -> Style {
      var style = theme.style(of: scope)
      if style.background == .standard { style.background = background.background }
      if style.foreground == .standard { style.foreground = background.foreground }
      return style
    }
    self.background = background
    roles = Dictionary(uniqueKeysWithValues: Role.all.map { ($0, style($0.scope)) })
    focus = style("focus")
    highlight = style("highlight")
    status = style("status")
    message = style("status.message")
    help = style("help")
    helpGroup = style("help.group")
    helpKey = style("help.key")
  }

  /// The style of a role.
  func style(of role: Role) -> Style {
    if case .guide(let depth) = role { return roles[.guide(depth: depth % Role.guideCount)] ?? background }
    if case .heading(let level) = role { return roles[.heading(level: max(1, min(level, 6)))] ?? background }
    return roles[role] ?? background
  }
}
