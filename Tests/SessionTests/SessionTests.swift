// SessionTests
