import { district, foundAgain } from '#tests/support/databases/district'
import { play, SCENARIO_NAMES, WINDOW } from '#tests/support/notification/scenario'
import type { Bed } from './bed.ts'
import type { Table } from './table.ts'

/** All that may go wrong at an operator, one after the other; waiting times are shortened. */
export async function faults(bed: Bed, table: Table, count: number) {
  const part = `every fault, ${count} messages each, window ${WINDOW}`
  await foundAgain()
  await district()
  for (const name of SCENARIO_NAMES) {
    await bed.rows.empty()
    const endings: (() => unknown)[] = []
    const played = await play(name, count, { cleanup: (end) => void endings.unshift(end as never) })
    for (const end of endings) await end()
    const { arrived, doubled, states, calledFor, centre } = played
    const { lostLinks } = centre.figures
    const lost = count - arrived - (states.rejected ?? 0) - calledFor
    const holds = lost === 0 && doubled <= WINDOW * lostLinks
    const value = `${lost} lost, ${doubled} doubled, ${lostLinks} links lost`
    table.add(part, name, value, '0 lost, at most a window doubled a link', holds)
  }
}
