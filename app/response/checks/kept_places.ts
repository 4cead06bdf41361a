import type { Finding } from './finding.ts'

/** The places of a finding as a column keeps them: without what stands around. */
export function keptPlaces(places: Finding['places']) {
  return JSON.stringify(places.map(({ words, plain }) => (plain ? [words, plain] : [words])))
}

export function placesOf(found: string) {
  return (JSON.parse(found) as [string, string?][]).map(([words, plain]) => ({ words, plain }))
}
