import type { I18n } from '@adonisjs/i18n'
import type { Officer } from '#organisation'
import { Period } from '#shared/dates/period'
import type { Typed } from '#shared/typed/typed'
import { today } from '#shared/dates/turkish_date'
import type { ListFilter } from './filter.ts'
import { scopeOf, type Scope } from './scope.ts'
import { DESK_STAGES, OPEN_STAGES, OUTCOMES } from '../stages.ts'
import { seesDesk } from '../visibility.ts'

/** What the register can be narrowed to, in the order in which it is offered. */
const STATES = {
  all: () => ({}),
  open: () => ({ stages: OPEN_STAGES }),
  late: () => ({ stages: OPEN_STAGES, dueBefore: today() }),
  today: () => ({ stages: OPEN_STAGES, dueOn: today() }),
  concluded: () => ({ concluded: true }),
  withdrawn: () => ({ stages: ['withdrawn'] }),
  aboutBureau: () => ({ desk: 'management', stages: DESK_STAGES }),
} as const satisfies Record<string, () => ListFilter>
type State = keyof typeof STATES

/** Those of which this officer can find something. */
export function statesFor(officer: Officer) {
  const seesAny = seesDesk(officer, 'management') || officer.below.length > 0
  return NAMES.filter((state) => state !== 'aboutBureau' || seesAny)
}

const NAMES = Object.keys(STATES) as State[]

/**
 * What the register's address asks for. One vocabulary for the register's own form and for the
 * figures, each of which opens the list that it counts.
 */
export async function registerFilter(asked: Typed, officer: Officer, i18n: I18n) {
  const birim = asked.text('birim')
  // A unit is one authority's: where none is named, of one's own.
  const own = birim && officer.below.length > 0 ? (await scopeOf(officer, '')).offered[0] : null
  const scope = await scopeOf(officer, asked.text('makam') || (own?.code ?? ''))
  const isNarrowed = scope.offered.length > 0 && scope.one !== null
  const concludedIn = Period.named(asked.text('donem'))
  const receivedIn = Period.named(asked.text('gelis'))
  const outcome = asked.oneOf('sonuc', OUTCOMES)
  const typed = {
    durum: asked.oneOf('durum', NAMES) ?? 'all',
    makam: isNarrowed ? scope.one!.authority.code : '',
    birim,
    konu: asked.text('konu'),
    sonuc: outcome ?? '',
    donem: concludedIn?.name ?? '',
    gelis: receivedIn?.name ?? '',
  }
  const unit = scope.one?.everyUnit.find(({ code }) => code === typed.birim)
  const subjects = scope.all.flatMap(({ tree }) => {
    const named = tree.subjects.find(({ code }) => code === typed.konu)
    const subject = named && tree.subject(tree.countedAs(named.id))
    return subject ? [{ subject, ids: tree.countedWith(subject.id) }] : []
  })
  const filter: ListFilter = {
    ...STATES[typed.durum](),
    ...(isNarrowed && { authorityId: scope.one!.authority.id }),
    ...(concludedIn && { concludedIn }),
    ...(receivedIn && { receivedIn }),
    ...(unit && { unitId: unit.id }),
    ...(subjects.length > 0 && { subjectIds: subjects.flatMap(({ ids }) => ids) }),
    ...(outcome && { outcome }),
  }
  const isElsewhere = isNarrowed ? scope.one!.authority.id !== officer.authorityId : !scope.one
  const state = typed.durum === 'aboutBureau' && isElsewhere ? 'aboutBureauBelow' : typed.durum
  const counted = typed.gelis ? `received.${typed.gelis}` : typed.donem || state
  const title = i18n.t(`intake.register.title.${counted}`, {
    unit: unit?.shortName ?? 'none',
    subject: subjects[0]?.subject.nameIn(i18n.locale) ?? 'none',
  })
  return { filter, typed, title: inScope(title, scope, i18n), scope }
}

/** Where there are several authorities the title says of whose petitions it speaks. */
function inScope(title: string, { offered, one }: Scope, i18n: I18n) {
  if (offered.length === 0) return title
  return one
    ? i18n.t('intake.register.of', { authority: one.authority.name, title })
    : i18n.t('intake.register.ofAll', { title })
}
