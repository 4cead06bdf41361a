import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Where a program is installed, or null: looked for in PATH, then in `elsewhere`. An environment
 * variable of its name (CHROMIUM, MARIADBD) decides instead, and when empty means "do without".
 */
export function commandPath(name: string, elsewhere: string[] = []) {
  const chosen = process.env[name.toUpperCase().replaceAll('-', '_')]
  if (chosen !== undefined) {
    return isExecutable(chosen) ? chosen : null
  }

  const folders = [...(process.env.PATH ?? '').split(delimiter), ...elsewhere]
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return path !== ''
  } catch {
    return false
  }
}
