import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, givenAnswers, type Action, type Petition } from '#intake'
import { Catalogue } from '#organisation'
import type { Words } from '#shared/typed/typed'
import { Names } from '../card/names.ts'
import { petitionTo } from '../card/petition_to.ts'
import { ANSWER_OUTCOMES } from '../draft.ts'
import { notedOf } from '../checks/noted.ts'
import { ReplacementCheck } from '../models/replacement_check.ts'
import { Stock } from '../stock.ts'
import { meanwhile } from './meanwhile.ts'
import { replacedWords } from './replaced_words.ts'
import { resumedReplacement } from './resumed.ts'
import { shownReplacements } from './shown.ts'

const DOES = ['replaceAnswer', 'decideReplacement'] as const satisfies Action[]

/** The petition in the address, for whoever may mend its answer or decide that. */
export function answeredAt(ctx: HttpContext) {
  return petitionTo(ctx, DOES)
}

/** What was answered so far, what waits for the head, and what this officer can do. */
export async function replacementPage(
  { officer }: HttpContext,
  petition: Petition,
  sent: Words = {}
) {
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const charge = new Charge(petition, catalogue)
  const isDecider = petition.allows('decideReplacement', officer, charge)
  const all = await shownReplacements(petition, officer, charge)
  const checks = await ReplacementCheck.of(all)
  const ids = [
    ...all.flatMap(({ writtenBy, decidedBy }) => [writtenBy, decidedBy]),
    ...checks.map(({ officerId }) => officerId),
  ]
  const names = await Names.of(ids, [], catalogue)
  const stock = new Stock(petition.locale)
  const waits = all.some(({ isWaiting }) => isWaiting)
  const isOurs = petition.outcome !== null && petition.outcome !== 'forwarded'
  const isWriter = isOurs && petition.allows('replaceAnswer', officer, charge)
  const resumed = await resumedReplacement(petition, officer, sent)
  const answers = isOurs ? await givenAnswers(petition) : []
  return {
    ...{ number: petition.number, version: petition.version, language: petition.locale },
    ...{ writes: isWriter && !waits, waitsToWrite: isWriter && waits },
    decides: isOurs && waits && isDecider,
    outcomes: ANSWER_OUTCOMES,
    ...{ stockGrounds: stock.grounds, remedies: stock.remedies(petition.kind) },
    answers: answers.map(({ step, replacedOn }) => ({
      ...{ position: step.position, at: step.takenAt, text: step.publicText, replacedOn },
    })),
    all: all.map((one) => ({
      ...{ state: one.state, outcome: one.outcome, because: one.because, refusal: one.refusal },
      ...{ text: stock.citizenText(one), at: one.writtenAt, by: names.officer(one.writtenBy) },
      ...{ decidedAt: one.decidedAt, decidedBy: names.officer(one.decidedBy) },
      noted: notedOf(
        checks.filter(({ replacementId }) => replacementId === one.id),
        names
      ),
    })),
    words: await replacedWords(petition),
    ...resumed,
    meanwhile: meanwhile(all, { officer, seen: resumed.begunFrom, names }),
    seen: `${petition.position}.${all[0]?.id ?? 0}`,
    petition: { number: petition.number, locale: petition.locale },
  }
}
