import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { seedAuthority } from './seeders/authority_seeder.js'
import NationalSeeder from './seeders/national_seeder.js'

/**
 * An installation's first rows: the nation's holidays and rules, the authority with its lists, and
 * its bureau chief; all of them or none.
 */
export async function enterAuthority(
  authority: { code: string } & Record<string, string | boolean | undefined>,
  chief: { login: string; name: string; password: string }
) {
  const password = await hash.make(chief.password)
  await db.transaction(async (trx) => {
    await new NationalSeeder(trx).run()
    await trx.table('authorities').insert(authority)
    const row = await trx.from('authorities').where('code', authority.code).firstOrFail()
    await seedAuthority(row, trx)

    const own = { authority_id: row.id }
    const bureau = await trx
      .from('units')
      .where({ ...own, kind: 'bureau' })
      .firstOrFail()
    await trx.table('officers').insert({ ...own, ...chief, password, unit_id: bureau.id })
    const officer = await trx.from('officers').where('login', chief.login).firstOrFail()
    await trx.table('officer_roles').insert({ officer_id: officer.id, role: 'bureauChief' })
  })
}
