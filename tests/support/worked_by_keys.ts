import type { Page } from 'playwright'

/** What it took to work on one petition beside the writing. */
export interface Worked {
  keys: number
  loads: number
}

/** Counts keys that are pressed and pages that are loaded, but for what is written. */
export function counted(page: Page) {
  let now: Worked = { keys: 0, loads: 0 }
  page.on('framenavigated', (frame) => frame === page.mainFrame() && now.loads++)
  return {
    press(key: string) {
      now.keys++
      return page.keyboard.press(key)
    },
    /** what was counted since it was asked last */
    taken() {
      const taken = now
      now = { keys: 0, loads: 0 }
      return taken
    },
  }
}
