import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/** What a page says it has shown: each finding, and a digest of what it spoke of. */
export function findingKey({ sort, places }: Finding) {
  const words = JSON.stringify(places.map((place) => place.words))
  return `${sort}.${createHash('sha256').update(words).digest('hex').slice(0, 12)}`
}

export function findingKeys(findings: readonly Finding[]) {
  return findings.map(findingKey).join(' ')
}
