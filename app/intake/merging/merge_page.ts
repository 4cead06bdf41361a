import { Catalogue, type Officer } from '#organisation'
import { Access } from '../access.ts'
import { Merge } from '../models/merge.ts'
import { Petition } from '../models/petition.ts'
import { ledBy } from './led_by.ts'
import { inOrder, MOST_LED, unmergeable, unmergeableWith } from './mergeable.ts'
import { othersOf } from './same_person.ts'

/** So much of a text says which petition it is. */
const FIRST = 160

/**
 * What else the same person brought that can be answered together with a petition, what it leads, and
 * what leads it. Leaves a row that this officer looked.
 */
export async function mergePage(petition: Petition, officer: Officer) {
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const line = (one: Petition) => ({
    number: one.number,
    subject: catalogue.subject(one.subjectId)?.nameIn(officer.locale) ?? null,
    firstLine: one.text.slice(0, FIRST).split('\n')[0]!.trim(),
    receivedAt: one.receivedAt,
    version: one.version,
  })
  const isOpen = unmergeable(petition) === null
  const { others, more } = isOpen ? await othersOf(petition, officer) : { others: [], more: false }
  const can = (other: Petition) => unmergeableWith(...inOrder(petition, other)) === null
  const led = await ledBy(petition, Petition)
  return {
    ...{ number: petition.number, version: petition.version, most: MOST_LED },
    why: unmergeable(petition),
    ...{ others: others.filter(can).map(line), more },
    led: await Promise.all(led.map(async (one) => ({ ...line(one), ...(await untilOf(one)) }))),
    lead: await leadOf(petition, officer),
  }
}

async function untilOf(led: Petition) {
  const merger = await Merge.nowOf(led)
  return { until: merger.mayBeParted ? merger.lastDayToPart : null }
}

/** By which number it is led now; one that this officer does not see is not named. */
async function leadOf(petition: Petition, officer: Officer) {
  if (!petition.leadId || petition.stage !== 'merged') return null
  const [lead] = await Petition.seenBy(officer, [petition.leadId])
  return { number: lead?.number ?? null, ...(await untilOf(petition)) }
}
