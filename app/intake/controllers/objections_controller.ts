import type { HttpContext } from '@adonisjs/core/http'
import { object } from '../afterwards/objecting/object.ts'
import { follow } from '../following/follow.ts'

/** A citizen wants somebody above to look at an answer. */
export default class ObjectionsController {
  store(ctx: HttpContext) {
    return follow(ctx, object)
  }
}
