import type { HttpContext } from '@adonisjs/core/http'
import { ClimbedTally, climbedTo, scopeOf } from '#intake'
import { lateDirectivesOf, objectionCounts } from '#response'
import { breathing } from '#shared/breath'
import { isFragment, pageOrFragment } from '#shared/fragment'
import { Typed } from '#shared/typed/typed'
import { figuresFor } from '../figures.ts'

/** The managers' page: a sentence, four figures, two tables; or that they are being counted. */
export default class FiguresController {
  async index(ctx: HttpContext) {
    const { officer, i18n } = ctx
    const makam = Typed.from(ctx).text('makam')
    const { offered, one, all } = await scopeOf(officer, makam)
    const ids = all.map(({ authority }) => authority.id)
    const [figures, climbed, climbedHow] = await Promise.all([
      figuresFor(officer, i18n.locale, makam),
      isFragment(ctx) ? null : climbedTo(officer),
      ClimbedTally.seenBy(officer, ids),
    ])
    const authorities = offered.map(({ code, name }) => ({ code, name }))
    const chosen = offered.length > 0 && one ? one.authority.code : ''
    const said = { climbed, climbedHow, breath: breathing() }
    const around = { isCounting: !figures, authorities, chosen, ...said }
    const directs = officer.mayOpen('directives.create')
    const waiting = isFragment(ctx)
      ? {}
      : {
          objections: await objectionCounts(officer),
          lateDirectives: await lateDirectivesOf(officer),
        }
    const data = { ...figures, ...around, ...waiting, directs }
    return pageOrFragment(ctx, 'insight/figures/index', 'insight/figures/_figures', data)
  }
}
