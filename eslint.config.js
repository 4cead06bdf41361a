import { configApp } from '@adonisjs/eslint-config'
import { dirname, join, relative } from 'node:path'

/**
 * Whose door a module may use. The direction is a tree: organisation ← intake ← routing ← response;
 * notification, insight and administration look in from the side, and nobody in app/ uses theirs; sms
 * is used by notification alone and uses nobody. What stands around the modules (start, commands, tests …) may
 * use every door, and nothing but doors.
 */
export const MAY_USE = {
  organisation: [],
  intake: ['organisation'],
  routing: ['organisation', 'intake'],
  response: ['organisation', 'intake', 'routing'],
  sms: [],
  notification: ['organisation', 'intake', 'routing', 'response', 'sms'],
  insight: ['organisation', 'intake', 'routing', 'response'],
  administration: ['organisation', 'intake', 'routing', 'response'],
  shared: [],
  middleware: ['organisation', 'intake', 'routing', 'response'],
  exceptions: ['organisation', 'intake', 'routing', 'response'],
}

/** Whose table is whose; a test says that none is missing. Only the owner writes to it. */
export const TABLES = {
  organisation:
    'authorities units unit_names officers officer_roles headings subjects subject_questions holidays deadline_rules opening_hours neighbourhoods changes imports substitutions setup_words sessions rate_limits sign_ins password_slips reminder_rules routing_rules',
  intake:
    'petitions petition_terms petition_joins urgencies petitioners petition_statistics steps deadlines reckonings calendar_moves petition_readers attachments views inquiries identity_checks parked_forms read_backs amendments privacy_notices telephone_codes telephone_pages strikings additions questions mails mail_accounts outage_forms waiting_rooms queue_tickets queue_tallies counters representatives papers own_words office_times search_postings search_entries search_spellings search_marks reminders climbed_tallies daily_rounds last_looks onlookers unit_questions namings fee_notices assignments merges answer_deliveries surveys objections sample_calls',
  routing:
    'referrals returns forwardings forwarding_dispatches forwarding_answers handovers public_days appointments suggestion_models suggestion_choices public_day_changes kept_filters recalls unit_notes rule_trials',
  response:
    'contacts answers answer_versions answer_decisions unit_closings extensions contact_plans answer_marks wants answer_checks answer_examples example_insertions draft_sittings ready_texts interim_answers draft_proposals proposed_paragraphs waves wave_terms wave_members wave_marks wave_answers wave_works wave_checks wave_stops answer_replacements replacement_checks commitments directives',
  notification:
    'messages message_parts delivery_receipts gateway_leases gateway_reports gateway_pauses message_templates silences calls daily_sendings digests posted_letters paper_wishes',
  sms: '',
  insight: 'tallies counted_petitions tally_marks text_marks',
  administration: '',
}

const MODULES = Object.keys(TABLES)

/** Where a file stands: a module, another folder of app/, or a top-level folder. */
function zoneOf(path) {
  const [top, second] = path.split('/')
  return top === 'app' ? second : top
}

/** What is wrong with importing `source` (and these `names` of it) into the file at `path`, or null. */
function wrongWith(path, source, names) {
  const zone = zoneOf(path)
  const door = /^#(\w+)$/.exec(source)?.[1]
  if (door) {
    const allowed = MAY_USE[zone]
    return allowed && !allowed.includes(door) ? `${zone} may not use the door of ${door}.` : null
  }
  if (source.startsWith('.')) {
    return climbing(path, join(dirname(path), source))
  }
  const alias = /^#(\w+)\//.exec(source)?.[1]
  if (alias === 'app') {
    return 'There is no way behind a door: #app/* is for the generated list of controllers.'
  }
  if (source === '#database/schema' && zone !== 'tests') {
    return foreignSchema(path, names)
  }
  const onlyFor = {
    generated: ['start'],
    middleware: ['start', 'providers', 'middleware', 'exceptions'],
  }[alias]
  if (onlyFor && !onlyFor.includes(zone)) {
    return `#${alias}/* is for ${onlyFor.join(', ')}.`
  }
  const insideApp = path.startsWith('app/')
  if (insideApp && ['tests', 'providers'].includes(alias)) return `app/ knows nothing of ${alias}/.`
  if (insideApp && alias === 'database' && source !== '#database/schema') {
    return 'app/ knows nothing of seeds and demonstrations.'
  }
  if (insideApp && alias === 'start' && source !== '#start/env') return 'app/ uses #start/env only.'
  return null
}

/** A relative import stays where it is; a module's own tests may go inside. */
function climbing(path, target) {
  const to = zoneOf(target)
  if (target.startsWith('app/')) {
    const inside = path.startsWith(`app/${to}/`) || /^tests\/\w+\/(\w+)\//.exec(path)?.[1] === to
    if (!inside) return `Go through a door or an alias: '${target}' is inside ${to}.`
  } else if (path.startsWith('app/')) {
    return `Leave app/ by an alias: '${target}'.`
  }
  return null
}

/** A module's models extend the schema classes of its own tables only. */
function foreignSchema(path, names) {
  const zone = /^app\/(\w+)\/models\//.exec(path)?.[1]
  if (!MODULES.includes(zone)) return 'Only models know the generated schema classes.'
  const own = TABLES[zone].split(' ').map(schemaClass)
  const foreign = names.filter((name) => !own.includes(name))
  return foreign.length > 0 ? `${foreign.join(', ')}: not a table of ${zone}.` : null
}

/** petition_readers → PetitionReaderSchema, as Lucid names it. */
export function schemaClass(table) {
  const singular = table
    .replace(/ies$/, 'y')
    .replace(/([cs])hes$/, '$1h')
    .replace(/s$/, '')
  return singular.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase()) + 'Schema'
}

/** The doors as an ESLint rule: static, re-exporting, dynamic and type imports alike. */
const doors = {
  create(context) {
    const path = pathOf(context)
    const check = (source, names) => {
      const message = typeof source?.value === 'string' && wrongWith(path, source.value, names)
      if (message) context.report({ node: source, message })
    }
    const named = (specifiers, key) => specifiers.map((one) => one[key]?.name ?? '*')
    return {
      ImportDeclaration: (node) => check(node.source, named(node.specifiers, 'imported')),
      ExportNamedDeclaration: (node) => check(node.source, named(node.specifiers, 'local')),
      ExportAllDeclaration: (node) => check(node.source, ['*']),
      ImportExpression: (node) => check(node.source, ['*']),
      TSImportType: (node) => check(node.source ?? node.argument?.literal, ['*']),
    }
  },
}

const WRITES =
  'insert multiInsert insertQuery update updateOrInsert delete del increment decrement truncate'

/** A table is written only by its own module, also where a query goes round the models. */
const tables = {
  create(context) {
    const zone = zoneOf(pathOf(context))
    const own = (TABLES[zone] ?? '').split(' ')
    return {
      'CallExpression[callee.type="MemberExpression"]'(node) {
        if (!WRITES.split(' ').includes(node.callee.property.name)) return
        const table = tableOf(node.callee.object)
        if (table && !own.includes(table)) {
          context.report({ node, message: `${zone} does not write ${table}: ask its module.` })
        }
      },
    }
  },
}

/** Both days of a petition, as its model and as its table call them. */
const LAST_DAY = '/^(dueOn|legalDueOn|due_on|legal_due_on)$/'

/** A petition's last days are written by one act, with the row that says why this day (ADR 0007). */
const lastDays = {
  create(context) {
    if (pathOf(context) === 'app/intake/models/last_day.ts') return {}
    const message = 'Only LastDay writes a last day: take a step with `lastDays`.'
    const writer = `/^(create|createMany|fill|merge|set|${WRITES.replaceAll(' ', '|')})$/`
    const report = (node) => context.report({ node, message })
    return {
      [`CallExpression[callee.property.name=${writer}] > ObjectExpression > Property[key.name=${LAST_DAY}]`]:
        report,
      [`AssignmentExpression[left.property.name=${LAST_DAY}]`]: report,
    }
  },
}

/** db.from('steps').where(…) → steps, or undefined where the table has no literal name. */
function tableOf(node) {
  for (let call = node; call?.type === 'CallExpression'; call = call.callee.object) {
    const { property } = call.callee
    if (['from', 'table', 'into'].includes(property?.name)) return call.arguments[0]?.value
  }
}

function pathOf(context) {
  return relative(context.cwd, context.filename).replaceAll('\\', '/')
}

export default configApp(
  { ignores: ['node_modules/**', 'tmp/**', '.adonisjs/**', 'public/**', 'database/schema.ts'] },
  {
    files: ['**/*.ts'],
    plugins: { house: { rules: { doors, tables, lastDays } } },
    rules: {
      'house/doors': 'error',
      // `if (…) return` on one line where it fits; a block where it does not.
      'curly': ['error', 'multi-line'],
      // SMS and free text: control characters are what some of our patterns are about.
      'no-control-regex': 'off',
      '@unicorn/no-await-expression-member': 'off',
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'typeLike', format: ['PascalCase'] },
        {
          selector: 'variable',
          format: ['camelCase', 'UPPER_CASE', 'PascalCase'],
          leadingUnderscore: 'allow',
          trailingUnderscore: 'allow',
        },
        // Columns and protocol fields keep the names that they have outside.
        { selector: 'variable', modifiers: ['destructured'], format: null },
      ],
    },
  },
  {
    files: ['app/**/*.ts', 'commands/**/*.ts', 'start/**/*.ts', 'providers/**/*.ts'],
    rules: { 'house/tables': 'error', 'house/lastDays': 'error' },
  }
)
