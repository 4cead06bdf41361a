import logger from '@adonisjs/core/services/logger'
import { today } from '#shared/dates/turkish_date'
import { AnswerDelivery } from '../models/answer_delivery.ts'
import type { Petition } from '../models/petition.ts'
import { Step } from '../models/step.ts'

/**
 * Somebody opened a petition by number and code, and has read its answer from this day on. Most often that
 * is known already, and nothing is written. An answer is shown also where it cannot be noted: the next
 * opening notes it.
 *
 * @param holder id of a joining; 0: by the petition's own number and code
 * @returns the day on which the answer reached them first; null where there is none, or nobody could note it
 */
export async function noteOpening(petition: Petition, holder = 0) {
  const step = petition.concludedAt ? await Step.thatConcluded(petition) : null
  if (!step) return null
  const known = await AnswerDelivery.of(step.id, holder)
  const isOpened = known.some(({ way }) => way === 'lookUp')
  const first = known[0]?.day ?? null
  if (isOpened) return first
  const day = today()
  const about = { petitionId: petition.id, stepId: step.id, holder }
  try {
    await AnswerDelivery.note({ ...about, way: 'lookUp', reachedOn: day.toISODate()! })
  } catch (error) {
    logger.warn({ code: (error as { code?: string }).code }, 'an opening was not noted')
    return first
  }
  return first && first < day ? first : day
}
