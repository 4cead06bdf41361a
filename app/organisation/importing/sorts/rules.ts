import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { folded } from '#shared/folded_text'
import { Refusal } from '#shared/typed/problems'
import type { Form, Words } from '#shared/typed/typed'
import { CLOCKS } from '../../deadlines/rules/clocks.ts'
import { changeRule, giveUpRule } from '../../deadlines/rules/keeping.ts'
import { refuseRule, type RuleSaid, type Which } from '../../deadlines/rules/refused.ts'
import { LONGEST } from '../../longest.ts'
import { DeadlineRule } from '../../models/deadline_rule.ts'
import type { Officer } from '../../models/officer.ts'
import type { Book, Hand, ListInFile } from '../list_in_file.ts'
import { CLOCK, COUNTED, KIND, START, URGENCY } from './rule_words.ts'
import { YES_OR_NO } from './matched.ts'

type Said = RuleSaid & Which
const MAX = LONGEST.deadline_rules

/** Süreler: the authority's own rules, and the country's for what it has none of its own. */
export const RULES: ListInFile = {
  title: 'Süreler',
  thing: 'rule',
  permission: 'calendar.manage',
  columns: [
    { field: 'clock', title: 'Süre' },
    { field: 'kind', title: 'Tür' },
    { field: 'urgency', title: 'Aciliyet' },
    { field: 'days', title: 'Ne kadar' },
    { field: 'counted', title: 'Nasıl sayılır' },
    { field: 'rolls', title: 'Tatile gelirse ilerler' },
    { field: 'starts', title: 'Ne zaman başlar' },
    { field: 'reason', title: 'Açıklama' },
    { field: 'reasonEn', title: 'İngilizce açıklama' },
    { field: 'source', title: 'Kaynak' },
  ],
  open: (hand) => openRules(hand) as never,
}

async function openRules({ officer, trx: client }: Hand): Promise<Book<DeadlineRule, Said>> {
  const all = await DeadlineRule.inForceAt(officer.authorityId, client)
  // The country's first: the authority's own stand in their place.
  const known = new Map<string, DeadlineRule>()
  for (const own of [false, true]) {
    for (const row of all) {
      if ((row.authorityId !== null) === own) known.set(nameOf(wordsOf(row)), row)
    }
  }
  return {
    rows: [...known.values()],
    keyOf: (words) => ({ field: 'clock', key: nameOf(words) }),
    find: (words) => known.get(nameOf(words)),
    wordsOf,
    read: (form) => readSaid(form, all),
    factsOf: wordsOf,
    nameOf: ({ reason }) => reason,
    isNoted: true,
    write: (said, found, trx) => write(said, found, { all, officer }, trx),
    async remove(id, trx) {
      const rule = await DeadlineRule.findOrFail(id, { client: trx })
      await giveUpRule(rule, rule.version, officer, trx)
    },
  }
}

interface At {
  all: readonly DeadlineRule[]
  officer: Officer
}

/** A rule never says anything else: another one stands in its place, or the country's again. */
async function write(
  said: Said,
  found: DeadlineRule | undefined,
  { all, officer }: At,
  trx: TransactionClientContract
) {
  const { clock, petitionKind, urgency, ...words } = said
  const rule = found?.authorityId ? found : null
  const isTheCountrys = all.some(
    (one) => !one.authorityId && JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(said))
  )
  if (rule && isTheCountrys) {
    await giveUpRule(rule, rule.version, officer, trx)
    return rule
  }
  const seen = { rule, version: rule?.version ?? 0 }
  return changeRule(words, { clock, petitionKind, urgency }, seen, officer, trx)
}

function nameOf({ clock = '', kind = '', urgency = '' }: Words) {
  return [clock, kind, urgency].map(folded).join('/')
}

function wordsOf(row: DeadlineRule | Said): Words {
  return {
    clock: CLOCK.wordOf(row.clock),
    kind: row.petitionKind ? KIND.wordOf(row.petitionKind) : '',
    urgency: row.urgency ? URGENCY.wordOf(row.urgency) : '',
    days: String(row.days),
    counted: COUNTED.wordOf(row.counted),
    rolls: YES_OR_NO.wordOf(row.rolls ? 'yes' : 'no'),
    starts: START.wordOf(row.starts),
    ...{ reason: row.reason, reasonEn: row.reasonEn, source: row.source },
  }
}

function readSaid(form: Form, rules: readonly DeadlineRule[]): Said {
  const said = {
    clock: form.as('clock', CLOCK, { required: true }),
    petitionKind: form.as('kind', KIND),
    urgency: form.as('urgency', URGENCY),
    days: Number(form.like('days', /^\d{1,4}$/, { required: true })),
    counted: form.as('counted', COUNTED, { required: true }),
    rolls: form.as('rolls', YES_OR_NO, { required: true }) === 'yes',
    starts: form.as('starts', START, { required: true }),
    reason: form.line('reason', { required: true, max: MAX.reason }),
    reasonEn: form.line('reasonEn', { required: true, max: MAX.reason_en }),
    source: form.line('source', { required: true, max: MAX.source }),
  }
  if (form.reasons.length === 0) refuse(form, said, rules)
  return said
}

function refuse(form: Form, said: Said, rules: readonly DeadlineRule[]) {
  const { counted, starts, kinds, byUrgency } = CLOCKS[said.clock]
  const hasKind = kinds === 'any' || (kinds ?? [null]).includes(said.petitionKind as never)
  if (!hasKind || (said.urgency && !byUrgency)) return form.wrong('clock', 'noRule')
  if (!counted.includes(said.counted)) return form.wrong('counted', 'noRule')
  if (!(starts as readonly string[]).includes(said.starts)) return form.wrong('starts', 'noRule')
  try {
    refuseRule(said, said, rules)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    form.wrong('days', 'ruleLaw')
  }
}
