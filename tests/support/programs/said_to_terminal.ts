import ace from '@adonisjs/core/services/ace'

/** What a command writes to the terminal itself, past every logger. */
export async function saidToTerminal(command: string, args: string[] = []) {
  const { stdout } = process
  const write = stdout.write
  let said = ''
  stdout.write = ((part: string | Uint8Array) => {
    said += String(part)
    return true
  }) as typeof write
  try {
    await ace.exec(command, args)
  } finally {
    stdout.write = write
  }
  return said
}
