/** So many are written at once, whoever asks: each holds a request for as long as it takes. */
const MOST = 2

const officers = new Set<number>()

/**
 * Does the work as one of the few that are under way in this process, and one of this officer's.
 *
 * @returns null: there is no room, nothing was done
 */
export async function oneAtATime<T>(officer: { id: number }, work: () => Promise<T>) {
  if (officers.has(officer.id) || officers.size >= MOST) return null
  officers.add(officer.id)
  try {
    return await work()
  } finally {
    officers.delete(officer.id)
  }
}
