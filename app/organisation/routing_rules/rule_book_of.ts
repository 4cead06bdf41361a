import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { placeRowsOf } from '../office/places.ts'
import { RoutingRule } from '../models/routing_rule.ts'
import { Heading, Subject } from '../models/subject.ts'
import { SubjectTree } from '../subjects/tree.ts'
import { unitsOf } from '../units/keep_unit.ts'
import { RuleBook } from './rule_book.ts'

/** The rules as the database has them now, with all that they speak of. */
export async function ruleBookOf(authorityId: number, trx?: TransactionClientContract) {
  const own = { authority_id: authorityId }
  const client = { client: trx }
  const headings = await Heading.query(client).where(own).orderBy('position')
  const subjects = await Subject.query(client).where(own).orderBy('position').orderBy('id')
  return new RuleBook({
    rules: await RoutingRule.at(authorityId, trx),
    tree: new SubjectTree(headings, subjects),
    units: await unitsOf(authorityId, trx),
    places: await placeRowsOf(authorityId, trx),
  })
}
