/** So many are written at once, whoever asks: each holds a request for as long as it takes. */
const MOST = 2

const underWay = new Map<number, { of: string; work: Promise<unknown> }>()

/**
 * Does the work as one of the few that are under way in this process, and one of this officer's. Pressed
 * twice for the same thing, both get what comes of the first.
 *
 * @param of what it is about
 * @returns null: there is no room, nothing was done
 */
export async function oneAtATime<T>(officer: { id: number }, of: string, begin: () => Promise<T>) {
  const own = underWay.get(officer.id)
  if (own?.of === of) return own.work as Promise<T>
  if (own || underWay.size >= MOST) return null
  const work = begin()
  underWay.set(officer.id, { of, work })
  try {
    return await work
  } finally {
    underWay.delete(officer.id)
  }
}
