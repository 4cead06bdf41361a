import ace from '@adonisjs/core/services/ace'
import type { Group } from '@japa/runner/core'

/** For tests of commands that ask: somebody sits there, whose answers are trapped prompts. */
export function sittingThere(group: Group) {
  group.each.setup(() => {
    const { isTTY } = process.stdin
    process.stdin.isTTY = true
    ace.ui.switchMode('raw')
    return () => {
      process.stdin.isTTY = isTTY
      ace.ui.switchMode('normal')
    }
  })
}

/** What the commands of this test have said. */
export function said() {
  return ace.ui.logger
    .getLogs()
    .map(({ message }) => message)
    .join('\n')
}
