import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import { dayOf, daysBetween, today } from '#shared/dates/turkish_date'
import { addressDigest, addressFrom, drawLot } from '#shared/secret_address'
import { outsideAddress } from '../look_up/look_up_address.ts'
import { LINK_PURPOSE, Survey } from '../models/survey.ts'

/**
 * The link by which somebody says whether an answer helped, for one e-mail. Its address is made here
 * and kept nowhere: a second one makes the first one worthless.
 *
 * @returns null where nobody is asked, or where the installation does not know its own address
 */
export async function surveyLink(
  petition: { authorityId: number; locale: string },
  step: { id: number },
  trx: TransactionClientContract
) {
  const survey = await Survey.query({ client: trx }).where('step_id', step.id).first()
  if (!survey) return null
  const { authority } = await Catalogue.of(petition.authorityId)
  const address = addressFrom(LINK_PURPOSE, drawLot())
  const params = { address }
  const link = await outsideAddress(authority, 'survey_links.create', petition.locale, params)
  if (!link) return null
  survey.linkDigest = addressDigest(LINK_PURPOSE, address)
  await survey.useTransaction(trx).save()
  return { href: link.href, days: daysBetween(today(), dayOf(survey.linkUntil)) }
}
