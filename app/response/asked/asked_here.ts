import { DateTime } from 'luxon'
import { Catalogue, type Officer } from '#organisation'
import { AskedList } from '#routing'

/** For so long, and so many, it stands above the inbox what units said. */
const TOLD = { days: 7 }
const MOST = 3

/** What the officer's unit is asked next, and what it was told of what it asked; null where it is of none. */
export async function askedHere(officer: Officer) {
  if (!officer.atUnit) return { asked: null, told: [] }
  const catalogue = await Catalogue.of(officer.authorityId)
  const told = await AskedList.told(officer, DateTime.utc().minus(TOLD), MOST)
  return {
    asked: { first: await AskedList.first(officer) },
    told: told.map(({ $extras, unitId, state, endedAt }) => ({
      ...{ number: String($extras.number), state, at: endedAt! },
      unit: catalogue.everyUnit.find(({ id }) => id === unitId)?.name ?? null,
    })),
  }
}
