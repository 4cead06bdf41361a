import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { dropPromise } from '../commitments/drop_promise.ts'
import { mayEnd } from '../commitments/may_promise.ts'
import { endPromise } from '../commitments/end_promise.ts'
import { promiseAt, promisedAt, promisesPage } from '../commitments/page.ts'
import { promise } from '../commitments/promise.ts'
import { promiseList } from '../commitments/promise_list.ts'
import { takePromise } from '../commitments/take_promise.ts'

const ALL = 'response/commitments/create'
const ONE = 'response/commitments/edit'

/** Sözler: what answers promised for a later day. */
export default class CommitmentsController {
  async index(ctx: HttpContext) {
    const { rows, next } = await promiseList(ctx.officer, Typed.asked(ctx).text('sonra'))
    const address = (sonra: string) =>
      addressOf('commitments.index', ctx.i18n.locale, {}, { sonra })
    return ctx.view.render('response/commitments/index', { rows, next: next && address(next) })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render(ALL, await promisesPage(ctx, await promisedAt(ctx)))
  }

  async store(ctx: HttpContext) {
    const petition = await promisedAt(ctx)
    const act = (typed: Typed) => promise(petition, ctx.officer, typed)
    return takePromise(ctx, ALL, petition, act, () => promisesPage(ctx, petition))
  }

  async edit(ctx: HttpContext) {
    return ctx.view.render(ONE, await onePage(ctx))
  }

  async update(ctx: HttpContext) {
    const petition = await promisedAt(ctx)
    const { id } = await promiseAt(ctx, petition)
    const act = (typed: Typed) => endPromise(petition, id, ctx.officer, typed)
    return takePromise(ctx, ONE, petition, act, () => onePage(ctx))
  }

  async destroy(ctx: HttpContext) {
    const petition = await promisedAt(ctx)
    const act = () => dropPromise(petition, Number(ctx.params.promise), ctx.officer)
    return takePromise(ctx, ALL, petition, act, () => promisesPage(ctx, petition))
  }
}

async function onePage(ctx: HttpContext) {
  const petition = await promisedAt(ctx)
  const one = await promiseAt(ctx, petition)
  const page = await promisesPage(ctx, petition)
  return { ...page, one: one.facts, ends: mayEnd(petition, ctx.officer, one) }
}
