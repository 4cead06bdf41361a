import type { Catalogue } from '#organisation'
import type { ReceivedAbout } from './seen.ts'

/** Subjects on the page at most. */
const SUBJECTS = 8

/** Only what people brought more often than the week before, the steepest rise first. */
export function risingSubjects(catalogue: Catalogue, about: ReceivedAbout[], locale: string) {
  const rise = ({ thisWeek, lastWeek }: ReceivedAbout) => thisWeek - lastWeek
  return about
    .filter((one) => rise(one) > 0)
    .sort((a, b) => rise(b) - rise(a) || b.thisWeek - a.thisWeek)
    .slice(0, SUBJECTS)
    .flatMap(({ subjectId, thisWeek, lastWeek }) => {
      const subject = catalogue.subject(subjectId)
      return subject
        ? [{ name: subject.nameIn(locale), code: subject.code, thisWeek, lastWeek }]
        : []
    })
}
