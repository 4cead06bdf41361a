import { readFileSync } from 'node:fs'

/** The authority in that file alone, or the usual ones. @throws RangeError when it cannot be read */
export function trusting({ name, ca }: { name: string; ca?: string }) {
  try {
    return { ca: ca === undefined ? undefined : readFileSync(ca) }
  } catch (error) {
    throw new RangeError(`${name.toUpperCase()}_CA: ${ca} cannot be read`, { cause: error })
  }
}
