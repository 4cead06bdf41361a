import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** How Node runs the web server and the worker, as their services read it as well (service.env). */
export function serviceSettings() {
  const file = new URL('../service.env', import.meta.url)
  return parseEnv(readFileSync(file, 'utf8')) as Record<string, string>
}
