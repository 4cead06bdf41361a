import { setImmediate as turn } from 'node:timers/promises'

/** Milliseconds of work after which others are served. */
const PIECE = 0.8

/**
 * Cuts long work into pieces: awaited again and again in the course of it, it serves others whenever
 * the work has gone on for a while.
 */
export function breathing() {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < PIECE) return
    await turn()
    since = performance.now()
  }
}
