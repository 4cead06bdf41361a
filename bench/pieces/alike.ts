import { toldBefore, topicOf, type PetitionDetails } from '#intake'
import { Catalogue } from '#organisation'
import { LAMPS } from '../filling/alike.ts'

const TURNS = 1_000

/** Milliseconds that finding what was told before takes, for forms of all subjects and places. */
export async function timesOfFinding(authorityId: number) {
  const catalogue = await Catalogue.of(authorityId)
  const { subjects, places } = catalogue
  const times: number[] = []
  let offers = 0
  for (let turn = 0; turn < TURNS; turn++) {
    // Every other one is of the cell in which most was told.
    const isStorm = turn % 2 === 0
    const details = {
      ...{ authorityId, kind: 'request', text: `${LAMPS} ${turn}`, complainedUnit: null },
      subject: subjects[isStorm ? 0 : turn % subjects.length]!,
      place: places[isStorm ? 0 : turn % places.length]!,
    } as PetitionDetails
    const began = performance.now()
    const topic = topicOf(details, catalogue)
    if (topic && (await toldBefore(topic, 'nobody'))) offers += 1
    times.push(performance.now() - began)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(TURNS * share)]!
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), offers: offers / TURNS }
}
