import { BaseSchema } from '@adonisjs/lucid/schema'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** Who looked at what, and when: which is read by the authority whose officer looked, by officer and petition. */
export default class extends BaseSchema {
  async up() {
    for (const [name, at] of Object.entries(LOOKS)) {
      this.schema.alterTable(name, (table) => {
        // The officer's. It refers to no row, else each look would lock that of its authority.
        table.integer('authority_id').unsigned()
        table.index(['authority_id', at])
        table.index(['officer_id', at])
      })
    }
    this.schema.alterTable('views', (table) => table.index(['petition_id', 'viewed_at']))
    this.schema.alterTable('views', (table) => table.dropIndex(['petition_id', 'id']))
    this.schema.alterTable('inquiries', (table) => table.dropIndex(['officer_id', 'id']))
    this.defer(whoseOfficers)
  }

  async down() {
    this.schema.alterTable('inquiries', (table) => table.index(['officer_id', 'id']))
    this.schema.alterTable('views', (table) => {
      table.index(['petition_id', 'id'])
      // MariaDB wants one for the foreign key.
      table.index(['officer_id'])
    })
    this.schema.alterTable('views', (table) => table.dropIndex(['petition_id', 'viewed_at']))
    for (const [name, at] of Object.entries(LOOKS)) {
      this.schema.alterTable(name, (table) => {
        table.dropIndex(['authority_id', at])
        table.dropIndex(['officer_id', at])
      })
      this.schema.alterTable(name, (table) => table.dropColumn('authority_id'))
    }
  }
}

/** Each table with its column of moments. */
const LOOKS = { views: 'viewed_at', inquiries: 'made_at' }

async function whoseOfficers(db: QueryClientContract) {
  const officers: { id: number; authority_id: number }[] = await db
    .from('officers')
    .select('id', 'authority_id')
  for (const { id, authority_id: authorityId } of officers) {
    for (const name of Object.keys(LOOKS)) {
      await db.from(name).where('officer_id', id).update({ authority_id: authorityId })
    }
  }
}
