import type { ApiClient } from '@japa/api-client'
import { UnitQuestion, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { officer, unit } from '#tests/support/journey'

/** The next working day, as somebody types it. */
export async function workingDay() {
  const { authorityId } = await officer('sef')
  const { calendar } = await Catalogue.of(authorityId)
  let day = today().plus({ days: 1 })
  while (!calendar.isWorkingDay(day)) day = day.plus({ days: 1 })
  return day.toFormat('d.M.yyyy')
}

/** What was asked last of a petition, of any unit or of one. */
export async function asked({ id }: Petition, code?: string) {
  const last = UnitQuestion.query().where('petition_id', id).orderBy('id', 'desc')
  if (code) void last.where('unit_id', (await unit(code)).id)
  return last.firstOrFail()
}

/** Presses a button of the page on which a unit answers, without following the 303. */
export function answer(
  client: ApiClient,
  who: Officer,
  { id }: { id: number },
  words: string,
  intent = 'answer'
) {
  return client
    .post(`/birim/sorular/${id}`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ reply: words, intent })
}
