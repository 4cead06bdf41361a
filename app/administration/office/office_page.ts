import type { HttpContext } from '@adonisjs/core/http'
import {
  Authority,
  ChangesList,
  openingTimes,
  Overtaken,
  PROMISES,
  promiseOf,
  QUIETS,
  typedQuietHours,
} from '#organisation'
import type { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'

export const OFFICE_PAGE = 'administration/offices/show'

/** The authority's own page as it stands; what was typed goes over it. */
export async function officePage({ officer }: HttpContext, typed?: Typed, refusal?: Refusal) {
  const id = officer.authorityId
  const office = await Authority.whole().where('id', id).firstOrFail()
  const { rows } = await ChangesList.of('authority', id)
  const isLate = refusal instanceof Overtaken
  const kept = await wordsOf(office)
  return {
    office,
    rows,
    // Who was told of the other's change has it below the form, and may overrule it.
    seen: isLate || !typed ? office.version : typed.text('version'),
    typed: typed ? typed.words : kept,
    days: openingTimes(office.openingHours).map(({ day }) => `day${day}`),
    promises: PROMISES,
    quiets: QUIETS,
    mayHost: officer.mayOpen('addresses.edit'),
  }
}

async function wordsOf(office: Authority) {
  const { name, address, phone, email, hours, duty, dutyPhone, sender } = office
  const days = openingTimes(office.openingHours).map(({ day, times }) => [`day${day}`, times])
  return {
    ...{ name, address, phone, email, hours, duty, dutyPhone, sender },
    ...Object.fromEntries(days),
    ...typedQuietHours(office.quietHours),
    sampleShare: String(office.sampleShare),
    metropolitan: office.metropolitan ? '1' : '',
    selfApproval: office.selfApproval ? '1' : '',
    interimApproval: office.interimApproval ? '1' : '',
    asksStatistics: office.asksStatistics ? '1' : '',
    callsNumbers: office.callsNumbers ? '1' : '',
    promise: (await promiseOf(office.id)) ?? '',
  }
}
