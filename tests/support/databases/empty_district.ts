import db from '@adonisjs/lucid/services/db'
import type { Group } from '@japa/runner/core'
import { PrivacyNotice } from '#intake'
import { Catalogue } from '#organisation'
import { district, districtId } from '#tests/support/databases/district'
import { wrapped } from '../database.js'

/** From what refers to what is referred to. */
const TABLES = [
  'routing_rules',
  'officer_roles',
  'officers',
  'ready_texts',
  'subject_questions',
  'subjects',
  'headings',
  'units',
  'privacy_notices',
  'opening_hours',
  'neighbourhoods',
  'holidays',
  'deadline_rules',
  'authorities',
]

/**
 * For tests that set up an installation themselves: the district that all other tests share is
 * gone while each of them runs, and back afterwards.
 */
export function withoutDistrict(group: Group) {
  wrapped(group)
  group.each.setup(async () => {
    for (const table of TABLES) await db.from(table).delete()
    forget()
  })
  group.teardown(async () => {
    forget()
    await district()
    await PrivacyNotice.current(districtId(), 'tr')
  })
}

function forget() {
  Catalogue.forget()
  PrivacyNotice.forget()
}
