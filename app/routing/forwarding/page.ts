import { Attachment, Step } from '#intake'
import { Catalogue } from '#organisation'
import { shortDate } from '#shared/dates/turkish_date'
import { Forwarding } from '../models/forwarding.ts'
import type { Followed } from './change.ts'
import { answersOf, dispatchesOf } from './done.ts'
import { waysTo } from './acts/note_dispatch.ts'

/** What the page of a forwarding shows: its letter, how it left, and what its body answered. */
export async function forwardingPage({ petition, forwarding }: Omit<Followed, 'officer'>) {
  const { number, version, receivedAt } = petition
  const fresh = await Forwarding.findOrFail(forwarding.id)
  const body = (await Catalogue.of(petition.authorityId)).unit(forwarding.unitId)
  const sent = await dispatchesOf(forwarding)
  const answers = await answersOf(forwarding)
  const steps = await Step.query().whereIn(
    'id',
    answers.map(({ stepId }) => stepId)
  )
  return {
    ...{ number, version, receivedAt, body: body.name },
    forwardedAt: forwarding.forwardedAt,
    waitsFor: fresh.waitsFor,
    ...(await waysTo({ petition, forwarding })),
    hasFiles: await Attachment.goesWithAnswer(petition),
    sent: sent.map(({ way, reference, sentOn }) => ({ way, reference, sentOn })),
    answers: answers.map(({ documentNumber, answeredOn, stepId }) => ({
      ...{ documentNumber, answeredOn },
      text: steps.find(({ id }) => id === stepId)?.publicText ?? null,
    })),
    typed: await typedOf(fresh),
  }
}

/** As the form holds it; who signed the last letter probably signs this one. */
async function typedOf(forwarding: Forwarding) {
  const { documentNumber, documentDate, authorityId } = forwarding
  const isNew = !forwarding.signatory && authorityId !== null
  const signed = (isNew && (await Forwarding.lastSigned(authorityId))) || forwarding
  return {
    document_number: documentNumber ?? '',
    document_date: documentDate ? shortDate(documentDate) : '',
    signatory: signed.signatory ?? '',
    signatory_title: signed.signatoryTitle ?? '',
    closing: forwarding.closing,
  }
}
