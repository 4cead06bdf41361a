import type { HttpContext } from '@adonisjs/core/http'
import { Access, FeeNotice, FormToken, IdentityCheck, petitionFor, resultOf } from '#intake'
import { notFound } from '#shared/not_found'
import type { Words } from '#shared/typed/typed'
import { feeOf } from '../card/facts.ts'
import { Names } from '../card/names.ts'
import { talks } from '../card/past/past.ts'
import { Contact } from '../models/contact.ts'
import { Catalogue } from '#organisation'

/** So many of what was said before stand beside it. */
const BEFORE = 5

/** The petition in the address, and who was known to stand there this hour; null: nobody yet. */
export async function talkAt(ctx: HttpContext) {
  const petition = await petitionFor(ctx, 'speak')
  if (petition.hidesPetitionerFrom(ctx.officer)) return notFound(ctx)
  const check = await IdentityCheck.named(ctx.params.check, ctx.officer)
  return { petition, check: check?.petitionId === petition.id ? check : null }
}

/** What its petitioner reads of it, to be read out; and what was said before. Leaves a row of the look. */
export async function talkPage(
  ctx: HttpContext,
  { petition, check }: Awaited<ReturnType<typeof talkAt>>,
  typed: Words = {}
) {
  const { officer, i18n } = ctx
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const units = petition.cameFrom === null ? null : catalogue.unitIds
  const contacts = await Contact.readBy(officer, petition, units).limit(BEFORE)
  const ids = contacts.map(({ officerId }) => officerId)
  const fee = petition.kind === 'informationRequest' ? await FeeNotice.of(petition) : null
  const isKept = FormToken.check(typed.token) === 'valid'
  const token = isKept ? typed.token : FormToken.issue()
  return {
    ...(await resultOf(petition, i18n.locale)),
    ...{ check: check!.id, document: check!.document, token },
    fee: fee?.isOpen ? feeOf(fee, i18n.locale).words : null,
    before: talks(contacts, await Names.of(ids, [], catalogue)),
    isOpen: petition.isOpen,
    typed,
  }
}
