import type { Cast } from './cast.ts'
import type { Dialect } from './dialect.ts'
import type { Batch } from './fates.ts'

/** What a piece is written by. */
export interface Setting {
  cast: Cast
  batch: Batch
  dialect: Dialect
  /** Of some tables, the highest id before this piece. */
  highest: Record<string, number>
}

/** When each thing happens, in hundredths of what passes from a petition's coming to its end. */
export const WHEN = { misled: 2, returned: 6, charged: 10, started: 30, submitted: 80, ended: 100 }

/** So many hundredths of what has passed until its end, or until now. */
export function at({ batch, dialect }: Setting, hundredths: number) {
  const passed = dialect.div(`elapsed * ${hundredths}`, 100)
  return dialect.after(`'${batch.begin}'`, `received + ${passed}`)
}
