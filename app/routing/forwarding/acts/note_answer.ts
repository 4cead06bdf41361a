import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import { Attachment } from '#intake'
import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { ForwardingAnswer } from '../../models/forwarding_answer.ts'
import { change, type Followed } from '../change.ts'
import { wasAnswered } from '../done.ts'

/** What came of a forwarding: the body wrote to us, or answers the petitioner itself. */
const ENDINGS = ['answered', 'direct'] as const

/**
 * Kurumun cevabı: written down and passed on to the petitioner, in words, in files that lie with the
 * petition, or both; or the body answers the petitioner itself, and nobody waits here any more.
 *
 * @throws Refusal with what is to be mended; ForwardingChanged, NotAllowed, PetitionChanged
 */
export async function noteAnswer(followed: Followed, typed: Typed) {
  const { forwarding, officer, petition } = followed
  const hasFiles = await Attachment.goesWithAnswer(petition)
  const said = typed.read((form) => {
    const ending = form.choice('ending', ENDINGS, { required: true })
    const number = form.line('body_number', {
      max: LONGEST.forwarding_answers.document_number,
    })
    const isAnswer = ending === 'answered'
    const on = form.day('answered_on', { required: isAnswer })
    const text = form.multiline('text', { required: isAnswer && !hasFiles })
    if (on && on > today()) form.wrong('answered_on', 'future')
    else if (on && on < dayOf(petition.receivedAt)) form.wrong('answered_on', 'early')
    return { isAnswer, number, on, text }
  })
  const publicText = said.isAnswer ? words(petition.locale, said) : null
  if (await wasAnswered(forwarding, publicText, officer)) return
  await change(followed, typed.text('version'), async (current, unit, trx) => {
    const kind = said.isAnswer ? 'forwardingAnswered' : 'forwardingClosed'
    const step = await current.take({ kind, officer, unit, publicText, trx })
    const of = { forwardingId: forwarding.id, officerId: officer.id, stepId: step.id }
    const row = { ...of, documentNumber: said.number, answeredOn: said.on }
    await ForwardingAnswer.create({ ...row, notedAt: DateTime.utc() }, { client: trx })
  })
}

interface Said {
  number: string | null
  on: DateTime | null
  text: string | null
}

function words(locale: string, { number, on, text }: Said) {
  const i18n = i18nManager.locale(locale)
  const day = longDate(on!, locale)
  const head = i18n.t('routing.stock.bodyAnswered', { day, documentNumber: number ?? 'none' })
  return [head, text ?? i18n.t('routing.stock.bodyAnsweredInFiles')].join('\n\n')
}
