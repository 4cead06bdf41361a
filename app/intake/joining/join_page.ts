import type { HttpContext } from '@adonisjs/core/http'
import { headedByIts } from '#organisation'
import type { PetitionJoin } from '../models/petition_join.ts'
import { sealLetter } from '../answer_letter/address.ts'
import { joinResultOf } from './join_result.ts'
import { sealOpenedJoin } from './leave.ts'

/** What somebody reads of what they joined; kept by no cache. */
export async function showJoin(ctx: HttpContext, join: PetitionJoin, more: object = {}) {
  const result = await joinResultOf(join, ctx.i18n.locale)
  await headedByIts(ctx, result.authorityId)
  return ctx.view.render('intake/joins/show', {
    ...result,
    pdf: result.conclusion && sealLetter({ join: join.id }),
    opened: sealOpenedJoin(join),
    ...more,
  })
}
