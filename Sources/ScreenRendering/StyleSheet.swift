import TerminalModel
import TextLayout
import Themes

/// The styles of a theme, looked up once.
struct StyleSheet: Sendable {
  /// By ``Role/index``.
  private let roles: [Style]
  let background: Style
  let focus: Style
  let highlight: Style
  let hit: Style
  let link: Style
  let hint: Style
  let status: Style
  let message: Style
  let help: Style
  let helpGroup: Style
  let helpKey: Style
  let backlinks: Style
  let panel: Style
  let panelFrame: Style
  let panelTitle: Style
  let panelInput: Style
  let panelNote: Style
  let panelChosen: Style

  init(theme: Theme) {
    func style(_ scope: String) -> Style { theme.style(of: scope) }
    background = style("background")
    roles = Role.all.map { style($0.scope) }
    focus = style("focus")
    highlight = style("highlight")
    hit = style("highlight.hit")
    link = style("highlight.link")
    hint = style("highlight.hint")
    status = style("status")
    message = style("status.message")
    help = style("help")
    helpGroup = style("help.group")
    helpKey = style("help.key")
    backlinks = style("statement.backlinks")
    panel = style("panel")
    panelFrame = style("panel.frame")
    panelTitle = style("panel.title")
    panelInput = style("panel.input")
    panelNote = style("panel.note")
    panelChosen = style("panel.chosen")
  }

  /// The style of a role.
  func style(of role: Role) -> Style { roles[role.index] }
}
