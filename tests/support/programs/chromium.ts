import { chromium, type LaunchOptions, type Page } from 'playwright'
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

  /** Lets so many milliseconds go by inside the page, at once: its timers run, without its scripts too. */
  async letPass(page: Page, milliseconds: number) {
    const session = await page.context().newCDPSession(page)
    const passed = new Promise((resolve) =>
      session.once('Emulation.virtualTimeBudgetExpired', resolve)
    )
    await session.send('Emulation.setVirtualTimePolicy', {
      policy: 'advance',
      budget: milliseconds,
    })
    await passed
    await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance' })
    await session.detach()
  },
}

function executablePath() {
  return commandPath('chromium') ?? commandPath('chromium-browser') ?? commandPath('google-chrome')
}
