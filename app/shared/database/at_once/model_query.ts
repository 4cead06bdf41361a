import { ModelQueryBuilder } from '@adonisjs/lucid/orm'
import { selectionOf } from './as_json.ts'
import { roundNow } from './at_once.ts'

/** Lucid's query of a model, but that what is asked `atOnce` with others goes along with them. */
export class ModelQuery extends ModelQueryBuilder {
  override async exec() {
    const round = roundNow()
    if (!round || !this.wrapResultsToModelInstances) return super.exec()
    this.applyWhere()
    const asked = selectionOf(this.knexQuery, this.model)
    if (!asked) return super.exec()
    const made = (row: object) =>
      this.model.$createFromAdapterResult(row as never, this.sideloaded, this.clientOptions)
    const found = (await round.ask(asked)).map(made)
    await this.preloader.processAllForMany(found as never, this.client)
    return found
  }

  override async first() {
    if (!roundNow()) return super.first()
    return (await this.limit(1).exec())[0] ?? null
  }
}
