import { Exception } from '@adonisjs/core/exceptions'

/** Somebody may not do this, or another site asked for it. */
export class Forbidden extends Exception {
  static status = 403
}
