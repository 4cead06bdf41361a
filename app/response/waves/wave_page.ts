import { Access, Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { ANSWER_OUTCOMES } from '../draft.ts'
import type { Wave } from '../models/wave.ts'
import { WaveAnswer } from '../models/wave_answer.ts'
import { mayApprove } from '../own_draft.ts'
import { Stock } from '../stock.ts'
import { newestMember, someOf } from './shown/some_of.ts'
import { namesOf } from './shown/names_of.ts'
import { givenOf } from './shown/given_of.ts'
import { notedFor } from './checking/noted_for.ts'

/**
 * A wave as a unit sees it: what it says, some of its members, the one answer and what became of it.
 * Leaves a row that this officer looked at the petition whose words stand there.
 */
export async function wavePage(wave: Wave, officer: Officer) {
  const catalogue = await Catalogue.of(officer.authorityId)
  const { authority } = catalogue
  const copies = await someOf(wave, officer, { isCopy: true })
  const answer = await WaveAnswer.newestOf(wave.id, officer.atUnit!)
  const stock = new Stock('tr')
  const isHead = officer.can('answer.approve')
  return {
    ...{ name: (await namesOf([wave]))[0]!, all: wave.copies, apart: wave.apart },
    example: copies[0] ? await exampleOf(copies[0].id, officer) : null,
    copies,
    others: await someOf(wave, officer, { isCopy: false }),
    until: await newestMember(wave),
    answer: answer && {
      ...{ version: answer.version, ...answer.draft },
      ...{ waits: answer.waits, isApproved: answer.isApproved, endedAt: answer.endedAt },
      letter: stock.citizenText(answer.draft),
    },
    noted: answer?.waits ? await notedFor(answer, catalogue) : [],
    ...(await givenOf(wave, officer)),
    can: {
      approve: isHead && answer?.waits === true && mayApprove(answer, officer, authority),
      sendBack: isHead && answer?.waits === true,
    },
    ...{ outcomes: ANSWER_OUTCOMES, stockGrounds: stock.grounds, remedy: stock.remedy('request') },
  }
}

async function exampleOf(id: number, officer: Officer) {
  const [petition] = await Petition.seenBy(officer, [id])
  if (!petition) return null
  await Access.record(officer, { petition })
  return { number: petition.number, text: petition.text }
}
