import Testing
import TextLayout

@Suite struct RoleTests {
  @Test func everyRoleStandsAtItsIndex() {
    for (index, role) in Role.all.enumerated() { #expect(role.index == index, "\(role)") }
    #expect(Role.guide(depth: 8).index == Role.guide(depth: 2).index)
    #expect(Role.heading(level: 9).index == Role.heading(level: 6).index)
  }
}
