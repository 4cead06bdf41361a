import i18nManager from '@adonisjs/i18n/services/main'
import { arrive } from '../attachments/arrival.ts'
import { cleanName } from '../attachments/clean_name.ts'
import { keepArrivals } from '../attachments/drafts/keep_arrivals.ts'
import { LARGEST, MOST_FILES } from '../attachments/longest.ts'
import type { Attachment } from '../models/attachment.ts'
import type { LeftBehind } from '../models/mail.ts'
import { NotKept } from './fault.ts'
import type { MailServer } from './mail_server.ts'
import type { Part } from './reading/parts.ts'

/** Of what stays in the mailbox so many are named. */
const NAMED = 50
/** Bytes that three bytes take on the way. */
const ENCODED = 4 / 3

/**
 * What goes with a mail, kept as what comes to a form is: one after the other, a piece at a time. What
 * is too large is not fetched at all.
 *
 * @param wanted false: nothing is; it is only named
 */
export async function keepFiles(
  parts: readonly Part[],
  wanted: boolean,
  { uid, holder, server }: { uid: number; holder: string; server: MailServer }
) {
  const kept: Attachment[] = []
  const leftBehind: LeftBehind[] = []
  const usual = i18nManager.locale('tr').t('intake.files.usual')
  for (const part of parts) {
    const name = cleanName(part.name, usual)
    const fault = faultBefore(part, kept.length, wanted)
    if (fault) {
      leftBehind.push({ name, fault })
      continue
    }
    const arrival = await arrive(await server.stream(uid, part, LARGEST + 1), part.name, usual)
    if ('fault' in arrival && arrival.fault === 'store') throw new NotKept()
    const one = await keepArrivals([arrival], { holder, part: 'petition' })
    kept.push(...one.kept)
    leftBehind.push(...one.notKept)
  }
  return { kept, leftBehind: leftBehind.slice(0, NAMED) }
}

function faultBefore({ size }: Part, kept: number, wanted: boolean) {
  if (!wanted) return 'ignored'
  if (kept >= MOST_FILES) return 'tooMany'
  return size / ENCODED > LARGEST * 1.05 ? 'size' : null
}
