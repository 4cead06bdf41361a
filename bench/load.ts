import { Browser } from '#database/demo/browser'

export interface Load {
  /** what was done, a second */
  rate: number
  /** how often it was done */
  done: number
  /** milliseconds */
  p50: number
  p99: number
}

/**
 * So many people do the same thing again and again for a while, each waiting for the answer. Ends
 * by itself; the first answer that is not as expected ends it with an error.
 */
export async function load(
  base: string,
  people: number,
  seconds: number,
  act: (browser: Browser, turn: number) => Promise<void>
): Promise<Load> {
  const browsers = Array.from({ length: people }, () => new Browser(base))
  const times: number[] = []
  let turn = 0
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(
    browsers.map(async (browser) => {
      while (performance.now() < until) {
        const begin = performance.now()
        await act(browser, turn++)
        times.push(performance.now() - begin)
      }
    })
  )
  const took = (performance.now() - started) / 1000
  browsers.forEach((browser) => browser.close())
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { rate: times.length / took, done: times.length, p50: at(0.5), p99: at(0.99) }
}
