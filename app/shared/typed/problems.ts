import type { I18n } from '@adonisjs/i18n'

/**
 * What is wrong with a form, each as one sentence that says how to mend it. Sentences live in
 * resources/lang under `<module>.problems.<field>.<rule>`; the page shows them above the form and
 * beside the fields, with everything typed still in place.
 */
export class Problems {
  readonly list: Problem[] = []

  constructor(
    private readonly i18n: I18n,
    private readonly module: string
  ) {}

  /** `field` is the id of the input to mend. */
  add(field: string, rule: string, values: Record<string, unknown> = {}) {
    const message = this.i18n.t(`${this.module}.problems.${sortOf(field)}.${rule}`, values)
    this.list.push({ field, rule, message })
    return this
  }

  /** All that a model refused. */
  addAll({ reasons }: Refusal) {
    for (const { field, rule, values } of reasons) this.add(field, rule, values)
    return this
  }

  /** Those of these fields alone. */
  only(fields: readonly string[]) {
    const some = new Problems(this.i18n, this.module)
    some.list.push(...this.list.filter(({ field }) => fields.includes(field)))
    return some
  }

  get any() {
    return this.list.length > 0
  }

  /** Whether none of them is mended in a field: somebody was faster, a limit, a token. */
  get areOfNoField() {
    return this.list.every(({ field, rule }) => !isField(field) || WAITING.includes(rule))
  }

  /** The id of the input that mends it; null where no input does. */
  inputOf({ field }: { field: string }) {
    if (field === 'lookup') return 'number'
    return isField(field) ? field : null
  }

  of(field: string) {
    return this.list.find((problem) => problem.field === field)?.message ?? null
  }
}

/** Fields that are told apart by a number have their sentences in common. */
function sortOf(field: string) {
  return field.replace(/-\d+$/, '')
}

interface Problem {
  field: string
  rule: string
  message: string
}

/** Rules that no other value in the field would satisfy, only another time. */
const WAITING = ['tooMany', 'busy']

const OF_NO_FIELD = ['token', 'limit', 'version', 'stage', 'own', 'session', 'again']

function isField(field: string) {
  return !OF_NO_FIELD.includes(field)
}

/** One thing to mend: the input, and which sentence says how. */
export interface Reason {
  field: string
  rule: string
  values?: Record<string, unknown>
}

/** Why a word is none of its sort: which sentence says how to mend it. */
export type Mistyped = Omit<Reason, 'field'>

/** What a model will not do, and why. Nothing was written. */
export class Refusal extends Error {
  readonly reasons: readonly Reason[]
  /** of the answer that says so */
  status = 422

  constructor(...reasons: Reason[]) {
    super(reasons.map(({ field, rule }) => `${field}.${rule}`).join(', '))
    this.name = this.constructor.name
    this.reasons = reasons
  }

  /** As an answer with another status, where there is one. */
  with(status = this.status) {
    this.status = status
    return this
  }
}

/** @throws Refusal with all the reasons there are */
export function refuseFor(...reasons: (Reason | null)[]) {
  const found = reasons.filter((reason) => reason !== null)
  if (found.length > 0) throw new Refusal(...found)
}
