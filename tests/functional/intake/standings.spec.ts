import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { aboutOf, readableBy, sees, seesDesk, type Standing } from '#intake'
import { ROLES } from '#organisation'
import { wrapped } from '#tests/support/database'
import { districtId, districtsBelow } from '#tests/support/databases/district'
import { newOfficer, received, unit } from '#tests/support/journey'

/** Nobody, everybody alone, and in pairs. */
const CASTS = [
  [],
  ...ROLES.flatMap((one, at) => [[one], ...ROLES.slice(at + 1).map((two) => [one, two])]),
]
const UNITS = [null, 'AKB', 'EMN', 'TAR']

const NOBODY = aboutOf(null)

/** About a person of a unit, and about the manager. */
function besides(unitId: number) {
  return [
    { ...NOBODY, complainedUnitId: unitId, decider: 'head' },
    { ...NOBODY, complainedAuthorityId: 1, decider: 'above' },
  ]
}

/** A petition of every standing, whether it can come to be or not. */
async function everyStanding(authorityId = districtId()) {
  const ids = new Map<number, Standing>()
  const units = await Promise.all(['AKB', 'EMN', 'TAR'].map(unit))
  for (const desk of ['bureau', 'management'] as const) {
    for (const circle of ['house', 'bureau', 'unit'] as const) {
      for (const complained of [NOBODY, ...units.map(({ id }) => id), ...besides(units[2]!.id)]) {
        for (const { id: unitId } of units) {
          const { id } = await received()
          const about = typeof complained === 'number' ? aboutOf(complained) : complained
          const standing = { authorityId, desk, circle, ...about, unitId }
          const row = {
            authority_id: authorityId,
            desk,
            circle,
            complained_unit_id: about.complainedUnitId,
            complained_authority_id: about.complainedAuthorityId && authorityId,
            decider: about.decider,
            unit_id: unitId,
          }
          await db.from('petitions').where({ id }).update(row)
          const complainedAuthorityId = about.complainedAuthorityId && authorityId
          ids.set(id, { ...standing, complainedAuthorityId })
        }
      }
    }
  }
  return ids
}

test.group('Who sees a sort of petitions', (group) => {
  wrapped(group)

  test('is who sees each of them, whatever their roles and their unit', async ({ assert }) => {
    const all = await everyStanding()
    let differ = 0
    for (const [number, roles] of CASTS.entries()) {
      for (const code of UNITS) {
        const who = await (await newOfficer(`cast${number}${code}`, code, roles)).loadRoles()
        const rows = await readableBy(db.from('petitions'), who).select('petitions.id')
        const readable = rows.map(({ id }) => id).toSorted()
        const seen = [...all].flatMap(([id, standing]) => (sees(who, standing) ? [id] : []))
        if (!seesDesk(who, 'bureau') && !seesDesk(who, 'management')) assert.isEmpty(seen)
        else assert.deepEqual(seen.toSorted(), readable, `${roles.join()} of ${code}`)
        if (seen.length > 0 && seen.length < all.size) differ++
      }
    }
    assert.isAbove(differ, 20)
  })

  test('is who sees each of them across a tree too: whoever manages the one above', async ({
    assert,
  }) => {
    const [below] = await districtsBelow(1)
    const beside = await db.from('authorities').where('code', 'komsu').firstOrFail()
    const [here, there, elsewhere] = [
      await everyStanding(),
      await everyStanding(below),
      await everyStanding(beside.id),
    ]
    const all = [...here, ...there, ...elsewhere]
    for (const [number, roles] of CASTS.entries()) {
      for (const code of [null, 'AKB', 'TAR']) {
        const who = await (await newOfficer(`cast${number}${code}`, code, roles)).loadRoles()
        const rows = await readableBy(db.from('petitions'), who).select('petitions.id')
        const readable = rows.map(({ id }) => id)
        const seen = all.flatMap(([id, standing]) => (sees(who, standing) ? [id] : []))
        const named = `${roles.join()} of ${code}`
        if (!seesDesk(who, 'bureau') && !seesDesk(who, 'management')) assert.isEmpty(seen, named)
        else assert.sameMembers(seen, readable, named)

        const seenThere = [...there].filter(([id]) => readable.includes(id))
        assert.isFalse(
          readable.some((id) => elsewhere.has(id)),
          named
        )
        assert.equal(seenThere.length > 0, who.can('petition.seeBelow'), named)
        assert.isTrue(
          seenThere.every(([, { circle }]) => circle === 'house'),
          named
        )
        for (const [authorityId, standings] of [
          [districtId(), here],
          [below!, there],
        ] as const) {
          const narrowed = await readableBy(db.from('petitions'), who, { authorityId }).select(
            'petitions.id'
          )
          assert.sameMembers(
            narrowed.map(({ id }) => id),
            readable.filter((id) => standings.has(id)),
            named
          )
        }
      }
    }
  })
})
