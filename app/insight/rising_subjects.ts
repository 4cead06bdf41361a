import type { Catalogue } from '#organisation'
import type { ReceivedAbout } from './seen.ts'

/** Subjects on the page at most. */
const SUBJECTS = 8

interface Rising extends Pick<ReceivedAbout, 'thisWeek' | 'lastWeek'> {
  name: string
  code: string
}

/** Only what people brought more often than the week before, the steepest rise first. */
export function risingSubjects(
  catalogues: readonly Catalogue[],
  about: ReceivedAbout[],
  locale: string
) {
  const rise = ({ thisWeek, lastWeek }: Rising) => thisWeek - lastWeek
  return byCode(catalogues, about, locale)
    .filter((one) => rise(one) > 0)
    .sort((a, b) => rise(b) - rise(a) || b.thisWeek - a.thisWeek)
    .slice(0, SUBJECTS)
}

/** What has the same code is the same subject, whichever authority's it is. */
function byCode(catalogues: readonly Catalogue[], about: ReceivedAbout[], locale: string) {
  const subjects = new Map<string, Rising>()
  for (const { subjectId, thisWeek, lastWeek } of about) {
    const tree = catalogues.map((one) => one.tree).find((one) => one.subject(subjectId))
    const subject = tree?.subject(tree.countedAs(subjectId))
    if (!subject) continue
    const { code } = subject
    const name = subject.nameIn(locale)
    const known = subjects.get(code) ?? { name, code, thisWeek: 0, lastWeek: 0 }
    known.thisWeek += thisWeek
    known.lastWeek += lastWeek
    subjects.set(code, known)
  }
  return [...subjects.values()]
}
