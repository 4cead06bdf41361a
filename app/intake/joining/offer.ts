import encryption from '@adonisjs/core/services/encryption'
import { blindIndex } from '#shared/keys'
import { wasReceivedWith } from '../receiving/sent_twice.ts'
import type { Warner } from '../form/warnings/warning.ts'
import { toldBefore } from './told_before.ts'
import { topicOf } from './topic.ts'

/** What of a form may be joined: the button carries it, sealed. */
export interface Offer {
  petitionId: number
  subjectId: number
  /** as the list of the authority has it */
  place: string
}

/** As long as the form itself is good. */
const OPTIONS = { purpose: 'join', expiresIn: '12h' }

/** By this name a form says that it has offered it. */
export const OFFERED = 'join'

/**
 * «Aynı sorun bildirilmiş: beni de ekle.» Said of a petition on a public subject by somebody who can be
 * told by telephone what comes of it: subject, neighbourhood, whether at least three told it, and no
 * word of anybody's.
 */
export const aboutJoining: Warner = async ({ typed, details, door, catalogue, i18n, read }) => {
  if (door !== 'web' || !details?.phone || read.includes(OFFERED)) return []
  const topic = topicOf(details, catalogue)
  const told = topic && (await toldBefore(topic, blindIndex('phone', details.phone.e164)))
  if (!told) return []
  // The answer to the first press was lost: its petition is here already, with its receipt.
  if (await wasReceivedWith(typed.text('token'))) return []
  const { subject, place } = topic
  const offer: Offer = { petitionId: told.petitionId, subjectId: subject.id, place }
  const t = (key: string, about = {}) => i18n.t(`intake.joins.offer.${key}`, about)
  const about = { subject: subject.nameIn(i18n.locale), place }
  return [
    {
      name: OFFERED,
      tone: 'soon',
      title: t('title'),
      lines: [t('about', about), ...(told.isMany ? [t('many')] : []), t('how')],
      join: encryption.encrypt(offer, OPTIONS),
    },
  ]
}

/** What the button carries; null: too long ago, or not ours. */
export function offerIn(seal: string) {
  return seal ? encryption.decrypt<Offer>(seal, OPTIONS.purpose) : null
}
