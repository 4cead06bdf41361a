import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import type { Form, Typed } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { CLOSINGS, DOCUMENT_NUMBER } from '../../models/forwarding.ts'
import { change, type Followed } from '../change.ts'

/**
 * Sayı ve tarih: what the office's own register (EBYS) gave the letter, who signs it, and how it closes.
 *
 * @throws Refusal with what is to be mended; ForwardingChanged, NotAllowed, PetitionChanged
 */
export async function enterNumber(followed: Followed, typed: Typed) {
  const { forwarding, officer } = followed
  const said = typed.read((form) => read(form, dayOf(followed.petition.receivedAt)))
  if (forwarding.says(said)) return
  const isNew = said.documentNumber !== null && !forwarding.isNumbered(said)
  await change(followed, typed.text('version'), async (current, unit, trx) => {
    await forwarding.keep(
      {
        document_number: said.documentNumber,
        document_date: said.documentDate?.toISODate() ?? null,
        ...{ signatory: said.signatory, signatory_title: said.signatoryTitle },
        closing: said.closing,
      },
      trx
    )
    if (!isNew) return current.touch(trx)
    const publicText = `${said.documentNumber}, ${longDate(said.documentDate!, current.locale)}`
    return current.take({ kind: 'forwardingNumbered', officer, unit, publicText, trx })
  })
}

function read(form: Form, received: ReturnType<typeof today>) {
  const said = {
    documentNumber: form.like('document_number', DOCUMENT_NUMBER),
    documentDate: form.day('document_date'),
    signatory: form.line('signatory', { max: LONGEST.forwardings.signatory }),
    signatoryTitle: form.line('signatory_title', { max: LONGEST.forwardings.signatory_title }),
    closing: form.choice('closing', CLOSINGS, { required: true }),
  }
  const { documentNumber: number, documentDate: day } = said
  if (number && !form.text('document_date')) form.wrong('document_date', 'required')
  if (day && !form.text('document_number')) form.wrong('document_number', 'required')
  if (day && day > today()) form.wrong('document_date', 'future')
  else if (day && day < received) form.wrong('document_date', 'early')
  return said
}
