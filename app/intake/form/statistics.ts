import { today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'

/** What is asked for statistics, where an authority asks; each may stay unsaid. */
export const STATISTICS = {
  sex: ['female', 'male'],
  schooling: ['none', 'primary', 'secondary', 'high', 'university'],
  work: ['employed', 'seeking', 'retired', 'student', 'home', 'other'],
} as const

const OLDEST = 120

export interface Statistics {
  birthYear: number | null
  sex: string | null
  schooling: string | null
  work: string | null
}

/** Null where nothing was said. */
export function readStatistics(form: Form): Statistics | null {
  const said = {
    birthYear: form.as('birthYear', BirthYear),
    sex: form.choice('sex', STATISTICS.sex),
    schooling: form.choice('schooling', STATISTICS.schooling),
    work: form.choice('work', STATISTICS.work),
  }
  return Object.values(said).some((one) => one !== null) ? said : null
}

const BirthYear = {
  parse(text: string) {
    const year = /^\d{4}$/.test(text) ? Number(text) : 0
    const now = today().year
    return year > now - OLDEST && year <= now ? year : null
  },
}
