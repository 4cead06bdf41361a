import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { Names } from '../card/names.ts'
import { Answer } from '../models/answer.ts'
import { compared } from './compared.ts'
import { replacementsOf } from './replacements.ts'
import { textsOf } from './texts.ts'

/**
 * The wordings of a petition's answer, and two of them beside each other. Leaves a row that this officer
 * looked. What is not saved is shown to those who write the answer.
 */
export async function textsPage(ctx: HttpContext) {
  const { officer, params, i18n } = ctx
  const petition = await Petition.findFor(officer, params.number)
  if (!petition) return notFound(ctx)
  await Access.record(officer, { petition })
  const asked = Typed.asked(ctx)
  const charge = await Charge.of(petition)
  const writes = (['draft', 'correct', 'replaceAnswer'] as const).some((one) =>
    petition.allows(one, officer, charge)
  )
  const answer = await Answer.newestOf(petition)
  const isRead = writes || answer?.submittedAt || petition.stage === 'concluded'
  const read = isRead ? answer : null
  const { texts: own, older } = await textsOf(petition, read, asked.text('metin'), writes)
  const texts = [...(await replacementsOf(petition, officer, charge)), ...own]
  const catalogue = await Catalogue.of(petition.authorityId)
  const names = await Names.of(
    texts.map(({ officerId }) => officerId),
    [],
    catalogue
  )
  return {
    ...{ number: petition.number, language: petition.locale, older },
    texts: texts.map(({ key, sort, id, at, officerId }) => ({
      ...{ key, sort, id, at, by: names.officer(officerId), isOwn: officerId === officer.id },
    })),
    ...compared(texts, asked, (key, values = {}) => i18n.t(key, values)),
  }
}
