import { chromium, type LaunchOptions } from 'playwright'
import { commandPath } from './command_path.js'

/**
 * The browser of the tests is the machine's own; playwright downloads none. The flags keep it from
 * calling home, and let it run as root (as in a container), where it only opens our own pages.
 */
export const Chromium = {
  MISSING: 'Chromium is not installed',

  get isInstalled() {
    return executablePath() !== null
  },

  launch(options: LaunchOptions) {
    return chromium.launch({
      ...options,
      executablePath: executablePath()!,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  },
}

function executablePath() {
  return commandPath('chromium') ?? commandPath('chromium-browser') ?? commandPath('google-chrome')
}
