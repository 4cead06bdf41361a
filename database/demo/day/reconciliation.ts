import type { Course } from './course.ts'

/** A message as the SMS centre took it; `to` without the plus sign. */
export interface Arrived {
  to: string
  text: string
}

/** A message as the house keeps it. */
export interface Kept {
  state: string
  count: number
}

/**
 * Sets what arrived at the telephones against what had to arrive: lost is what is missing, twice
 * what came more often than it should, phone by phone.
 */
export class Reconciliation {
  readonly lost: number
  readonly twice: number
  readonly undelivered: number
  readonly arrived: number

  constructor(courses: Course[], arrived: Arrived[], kept: Kept[]) {
    const texts = new Map<string, string[]>()
    for (const { to, text } of arrived) texts.set(to, [...(texts.get(to) ?? []), text])
    let [lost, twice] = [0, 0]
    for (const { phone, messages } of courses) {
      const got = texts.get(`90${phone.slice(1)}`) ?? []
      const different = new Set(got).size
      lost += Math.max(0, messages - different)
      twice += got.length - different + Math.max(0, different - messages)
    }
    this.lost = lost
    this.twice = twice
    this.arrived = arrived.length
    this.undelivered = kept
      .filter(({ state }) => state !== 'delivered')
      .reduce((sum, { count }) => sum + count, 0)
  }

  get holds() {
    return this.lost + this.twice + this.undelivered === 0
  }
}
