import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { Petition } from '../models/petition.ts'
import { hidesOriginal } from '../tip_offs.ts'

/**
 * A petition as a paper to be signed, where a signature is wanted (law 3071, art. 4: name, signature and
 * address). Only for whoever may know what was brought and by whom. Leaves a row that this officer
 * looked.
 */
export async function signingSheet(ctx: HttpContext) {
  const { officer, params } = ctx
  const petition = await Petition.findFor(officer, params.number)
  if (!petition || hidesOriginal(petition, officer)) return notFound(ctx)
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const petitioner = petition.hidesPetitionerFrom(officer)
    ? null
    : await petition.related('petitioner').query().first()
  const { number, text, place, locale, receivedAt } = petition
  return {
    ...{ number, text, place, receivedAt, textLocale: locale },
    to: catalogue.authority.name,
    subject: catalogue.subject(petition.subjectId)?.nameIn('tr') ?? null,
    who: petitioner && {
      name: petitioner.name,
      nationalId: petitioner.maskedNationalId,
      phone: petitioner.prettyPhone,
      address: petitioner.address,
    },
    // A petition of this state, whatever language its officer reads.
    paper: i18nManager.locale('tr'),
    isLarge: Typed.asked(ctx).has('buyuk'),
  }
}
