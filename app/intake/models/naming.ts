import { NamingSchema } from '#database/schema'

/** Kim olduğu: whom a complaint means, as somebody at the desk said; null: nobody of ours. */
export class Naming extends NamingSchema {
  static lastOf({ id }: { id: number }) {
    return this.query().where('petition_id', id).orderBy('id', 'desc').first()
  }
}
