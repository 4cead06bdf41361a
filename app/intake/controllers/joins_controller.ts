import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import { showResult } from '../following/follow.ts'
import { showJoin } from '../joining/join_page.ts'
import { leave, openedJoin } from '../joining/leave.ts'
import { typedLookUp } from '../look_up/typed_look_up.ts'
import { PetitionJoin } from '../models/petition_join.ts'

/** Somebody who joined a petition thinks better of it. */
export default class JoinsController {
  async destroy(ctx: HttpContext) {
    const { response, request } = ctx
    response.header('cache-control', 'no-store')
    return takeForm(
      ctx,
      'intake/follow/again',
      async (typed) => {
        const opened = await openedJoin(typed.text('opened'))
        if (!opened && !typed.has('secret')) throw new Refusal({ field: 'lookup', rule: 'shut' })
        const join = opened ?? (await typedLookUp(typed, request.ip()))
        // Somebody's petition's number and code: it is shown, and nothing is taken back.
        if (!(join instanceof PetitionJoin)) return showResult(ctx, join)
        return showJoin(ctx, await leave(join), { done: true })
      },
      () => ({ action: request.url(), carried: [] })
    )
  }
}
