import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii, reasons } from '#database/columns'

/**
 * The first last days are the same for whatever an authority receives on one day under one rule: kept
 * once, and named by the petition, in place of the rules that nothing reads any more. Petitions from
 * before keep their rows in `deadlines` and name none.
 */
export default class extends BaseSchema {
  // SQLite rebuilds a table to add a reference, and turns foreign keys off meanwhile: it ignores
  // that inside a transaction.
  static disableTransactions = true

  async up() {
    this.schema.createTable('reckonings', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('clock', 10).notNullable()
      table.date('received_on').notNullable()
      table.date('due_on').notNullable()
      table.integer('rule_id').unsigned().notNullable().references('deadline_rules.id')
      reasons(table)
      code('digest', 64).notNullable().unique()
    })
    this.#drop(RULES)
    this.#add(REFERENCES)
    if (this.#isMysql) this.#referAtOnce()
    else this.#refer(REFERENCES, 'reckonings')
  }

  /** What petitions share becomes rows of their own, and each names its rules again. */
  async down() {
    this.#add(RULES)
    this.defer(async (db) => {
      for (const clock of CLOCKS) {
        await db.rawQuery(ownRows(clock))
        await db.rawQuery(ruleOf(clock))
      }
    })
    this.schema.alterTable('petitions', (table) => {
      for (const column of RULES) table.integer(column).unsigned().notNullable().alter()
    })
    this.#refer(RULES, 'deadline_rules')
    this.#drop(REFERENCES)
    this.schema.dropTable('reckonings')
  }

  #add(columns: string[]) {
    this.schema.alterTable('petitions', (table) => {
      for (const column of columns) table.integer(column).unsigned()
    })
  }

  /** MariaDB drops a column at once where no index has it. */
  #drop(columns: string[]) {
    this.schema.alterTable('petitions', (table) => {
      for (const column of columns) table.dropForeign(column)
    })
    if (this.#isMysql) {
      this.schema.alterTable('petitions', (table) => {
        for (const column of columns) table.dropIndex(column, `petitions_${column}_foreign`)
      })
    }
    this.schema.alterTable('petitions', (table) => table.dropColumns(...columns))
  }

  /** MariaDB copies the whole table to check each row; here nobody names any yet. */
  #referAtOnce() {
    const adds = REFERENCES.map(
      (column) =>
        `add constraint petitions_${column}_foreign foreign key (${column}) references reckonings (id)`
    )
    this.schema.raw(
      `set statement foreign_key_checks = 0 for alter table petitions ${adds.join(', ')}`
    )
  }

  #refer(columns: string[], to: string) {
    this.schema.alterTable('petitions', (table) => {
      for (const column of columns) table.foreign(column).references(`${to}.id`)
    })
  }

  get #isMysql() {
    return this.db.dialect.name === 'mysql'
  }
}

const CLOCKS = ['promise', 'legal']
const REFERENCES = CLOCKS.map((clock) => `${clock}_reckoning_id`)
const RULES = ['due_rule_id', 'legal_rule_id']

function ownRows(clock: string) {
  return `insert into deadlines (petition_id, clock, due_on, rule_id, reason, reason_en, rolled_from,
      days_off, since, step_id)
    select petitions.id, clock, reckonings.due_on, rule_id, reason, reason_en, rolled_from, days_off,
      steps.taken_at, steps.id
    from petitions join reckonings on reckonings.id = petitions.${clock}_reckoning_id
    join steps on steps.petition_id = petitions.id and steps.position = 1`
}

function ruleOf(clock: string) {
  const column = clock === 'promise' ? 'due_rule_id' : 'legal_rule_id'
  return `update petitions set ${column} = (select rule_id from deadlines
    where petition_id = petitions.id and clock = '${clock}' and until is null)`
}
