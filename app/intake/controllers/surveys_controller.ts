import type { HttpContext } from '@adonisjs/core/http'
import { judge } from '../afterwards/judge.ts'
import { follow } from '../following/follow.ts'

/** A citizen says whether an answer helped. */
export default class SurveysController {
  store(ctx: HttpContext) {
    return follow(ctx, judge)
  }
}
