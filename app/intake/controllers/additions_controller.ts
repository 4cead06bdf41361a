import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { keepAddedFiles } from '../following/added_files.ts'
import { add } from '../following/adding.ts'
import { follow } from '../following/follow.ts'

/** A citizen adds words or files to a petition. */
export default class AdditionsController {
  async store(ctx: HttpContext) {
    const token = Typed.from(ctx).text('token')
    const reasons = await keepAddedFiles(ctx, token)
    return follow(ctx, (petition, typed) => {
      if (reasons.length > 0) throw new Refusal(...reasons)
      return add(petition, typed)
    })
  }
}
