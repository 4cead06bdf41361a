import db from '@adonisjs/lucid/services/db'

/** One of so many petitions is brought by somebody for somebody else. */
const ONE_OF = 4

/**
 * Those who speak for others: the same people as bring petitions themselves, so that whoever is common
 * there is common here. In a small table no database looks for an index.
 */
export async function manyRepresentatives() {
  await db.rawQuery(
    `insert into representatives (petition_id, authority_id, relation, name, name_index, national_id,
       national_id_index, phone, phone_index, declines_texts)
     select petition_id, authority_id, 'lawyer', name, name_index, national_id, national_id_index,
       phone, phone_index, 0
     from petitioners where petition_id % ? = 0`,
    [ONE_OF]
  )
}
