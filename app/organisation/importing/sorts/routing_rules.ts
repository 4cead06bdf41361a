import { DateTime } from 'luxon'
import { folded } from '#shared/folded_text'
import { Day } from '#shared/dates/turkish_date'
import type { Form, Words } from '#shared/typed/typed'
import { RoutingRule } from '../../models/routing_rule.ts'
import { asksNothing, keyOf } from '../../routing_rules/conditions.ts'
import { reaches } from '../../routing_rules/reach.ts'
import { worldOf } from '../../routing_rules/demand_heard.ts'
import { ruleBookOf } from '../../routing_rules/rule_book_of.ts'
import { ruleFacts, ruleName, type Said as Rule } from '../../routing_rules/rule_form.ts'
import { LONGEST } from '../../longest.ts'
import type { Book, Hand, ListInFile } from '../list_in_file.ts'
import { keepRow } from './keep_row.ts'
import { Matched } from './matched.ts'
import { KIND } from './rule_words.ts'

type Said = Rule & { position: number; begunOn: DateTime | null }

const PLACE_KIND = new Matched({ quarter: 'Mahalle', village: 'Köy' })
const URGENCY = new Matched({ atOnce: 'Hemen', soon: 'Yakında', ordinary: 'Olağan' })
const SORTS = { kinds: KIND.codes, levels: URGENCY.codes }
const PLACE = /^\d{1,3}$/

/** Yönlendirme kuralları: what comes out of a file is tried out before it is switched on. */
export const ROUTING_RULES: ListInFile = {
  title: 'Yönlendirme kuralları',
  thing: 'routingRule',
  permission: 'rules.manage',
  columns: [
    { field: 'position', title: 'Sıra' },
    { field: 'heading', title: 'Konu başlığı', optional: true },
    { field: 'subject', title: 'Konu kodu', optional: true },
    { field: 'place', title: 'Mahalle veya köy', optional: true },
    { field: 'placeKind', title: 'Yer türü', optional: true },
    { field: 'kind', title: 'Başvuru türü', optional: true },
    { field: 'urgency', title: 'Aciliyet', optional: true },
    { field: 'unit', title: 'Birim' },
    { field: 'ruleReason', title: 'Sebep' },
  ],
  open: (hand) => openRules(hand) as never,
}

async function openRules({ officer, trx: reading }: Hand): Promise<Book<RoutingRule, Said>> {
  const { authorityId } = officer
  const book = await ruleBookOf(authorityId, reading)
  const { tree, units, places } = book.shelf
  const headings = new Map(tree.headings.map((row) => [folded(row.name), row]))
  const subjects = new Map(tree.subjects.map((row) => [row.code, row]))
  const called = new Map(places.map((row) => [folded(row.called), row]))
  const byCode = new Map(units.map((row) => [row.code, row]))
  const known = new Map(book.rules.map((rule) => [keyOf(rule), rule]))
  const world = worldOf(book, SORTS)

  const wordsOf = (rule: RoutingRule | Said): Words => ({
    position: String(rule.position),
    heading: tree.headings.find(({ id }) => id === rule.headingId)?.name ?? '',
    subject: (rule.subjectId && tree.subject(rule.subjectId)?.code) || '',
    place: places.find(({ id }) => id === rule.neighbourhoodId)?.called ?? '',
    placeKind: rule.placeKind ? PLACE_KIND.wordOf(rule.placeKind) : '',
    kind: rule.kind ? KIND.wordOf(rule.kind) : '',
    urgency: rule.urgency ? URGENCY.wordOf(rule.urgency) : '',
    unit: units.find(({ id }) => id === rule.unitId)?.code ?? '',
    ruleReason: rule.reason,
    begunOn: rule.begunOn?.toISODate() ?? '',
  })
  return {
    rows: book.rules,
    keyOf: (words) => ({ field: 'subject', key: keyIn(words) }),
    find: (words) => known.get(keyIn(words)),
    wordsOf,
    read(form, found) {
      const rule = { ...conditionsIn(form), ...saidIn(form) }
      if (asksNothing(rule)) form.wrong('subject', 'asksNothing')
      const before = book.speaking.filter(
        ({ id, position }) => position < rule.position && id !== found?.id
      )
      if (!reaches(rule, before, world)) form.wrong('position', 'neverHeard')
      return { ...rule, begunOn: begunIn(form, rule.unitId, found) }
    },
    factsOf: (rule) => ({ ...ruleFacts(rule, book), position: String(rule.position) }),
    nameOf: (rule) => ruleName(rule, book),
    write: (said, found, trx) =>
      keepRow(found ?? new RoutingRule(), { ...said, ...written() }, trx),
    async remove(id, trx) {
      const own = RoutingRule.query({ client: trx }).where({ id, authority_id: authorityId })
      await own.delete()
    },
  }

  function written() {
    return { authorityId, writtenBy: officer.id, writtenAt: DateTime.utc() }
  }

  function keyIn(words: Words) {
    const [heading, subject] = [folded(words.heading ?? ''), folded(words.subject ?? '')]
    return keyOf({
      headingId: headings.get(heading)?.id ?? null,
      subjectId: subjects.get(subject)?.id ?? null,
      neighbourhoodId: called.get(folded(words.place ?? ''))?.id ?? null,
      placeKind: PLACE_KIND.parse(words.placeKind ?? ''),
      kind: KIND.parse(words.kind ?? ''),
      urgency: URGENCY.parse(words.urgency ?? ''),
    })
  }

  function conditionsIn(form: Form) {
    const heading = named(form, 'heading', headings)
    const subject = named(form, 'subject', subjects)
    const place = named(form, 'place', called)
    const placeKind: string | null = form.as('placeKind', PLACE_KIND)
    if (heading && subject) form.wrong('heading', 'oneOfTwo')
    if (place && placeKind) form.wrong('placeKind', 'oneOfTwo')
    return {
      ...{ headingId: heading?.id ?? null, subjectId: subject?.id ?? null, placeKind },
      neighbourhoodId: place?.id ?? null,
      kind: form.as('kind', KIND) as string | null,
      urgency: form.as('urgency', URGENCY) as string | null,
    }
  }

  function saidIn(form: Form) {
    const code = folded(form.text('unit')).toUpperCase()
    const unit = byCode.get(code)
    if (!unit) form.wrong('unit', code ? 'nobody' : 'required')
    else if (unit.closedOn) form.wrong('unit', 'closed')
    const { reason: max } = LONGEST.routing_rules
    return {
      position: Number(form.like('position', PLACE, { required: true })),
      unitId: unit?.id ?? 0,
      reason: form.line('ruleReason', { max, required: true }),
    }
  }

  /** Another unit is tried out anew; what is undone speaks as it did. */
  function begunIn(form: Form, unitId: number, found: RoutingRule | undefined) {
    const begun = form.text('begunOn')
    const isUndoing = found !== undefined && begun !== (found.begunOn?.toISODate() ?? '')
    return isUndoing || unitId === found?.unitId ? Day.parse(begun) : null
  }
}

function named<Row extends { closedOn: unknown }>(
  form: Form,
  field: string,
  rows: Map<string, Row>
) {
  const text = folded(form.text(field))
  const found = rows.get(text)
  if (text && !found) form.wrong(field, 'notFound')
  if (found?.closedOn) form.wrong(field, 'closedPlace')
  return found
}
