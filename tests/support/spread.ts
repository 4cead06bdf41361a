import db from '@adonisjs/lucid/services/db'

/** What of a petition is one authority's own, by the table that says its code. */
const OWN = { unit_id: 'units', complained_unit_id: 'units', subject_id: 'subjects' }

/**
 * Gives petitions that the shared district has to these authorities, evenly and some left, as if they
 * had come in there: with the units and subjects of the same code.
 */
export async function spreadOver(authorityIds: readonly number[]) {
  for (const [at, authorityId] of authorityIds.entries()) {
    const share = [authorityIds.length + 1, at + 1]
    const ids = `select id from petitions where id % ? = ?`
    for (const [column, table] of Object.entries(OWN)) {
      await db.rawQuery(
        `update petitions set ${column} = ${sameIn(table, column)} where id % ? = ?`,
        [authorityId, ...share]
      )
    }
    await db.rawQuery(
      `update petition_readers set unit_id = ${sameIn('units', 'unit_id')}
       where petition_id in (${ids})`,
      [authorityId, ...share]
    )
    await db.rawQuery('update petitions set authority_id = ? where id % ? = ?', [
      authorityId,
      ...share,
    ])
  }
}

function sameIn(table: string, column: string) {
  return `(select there.id from ${table} as here join ${table} as there on there.code = here.code
    where here.id = ${column} and there.authority_id = ?)`
}
