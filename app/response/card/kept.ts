import type { HttpContext } from '@adonisjs/core/http'
import type { Petition } from '#intake'
import { Answer } from '../models/answer.ts'
import { Stock } from '../stock.ts'
import { sealed, unsealed } from '#shared/sealed'
import type { Words } from '#shared/typed/typed'
import { written } from './typed.ts'

/** What was typed for the other buttons of a card, as the session's row may hold it: sealed. */
interface Kept {
  number: string
  version: number
  typed: Words
}

const KEY = 'kept'
const PURPOSE = 'card'

/** Takes along to the next page what was typed beside what was sent, if anything was written. @returns whether */
export async function keepForNextPage(ctx: HttpContext, petition: Petition, typed: Words) {
  if (Object.keys(written(typed, [])).length === 0) return false
  if (Object.keys(written(typed, await standing(petition))).length === 0) return false
  const { number, version } = petition
  ctx.session.flash(KEY, sealed({ number, version, typed }, PURPOSE))
  return true
}

/** What was taken along to this card's page; it stays for whoever loads the page once more. */
export function keptFor({ session }: HttpContext, petition: Petition) {
  const kept = unsealed<Kept>(session.flashMessages.get(KEY), PURPOSE)
  if (kept?.number !== petition.number) return { typed: {}, changed: false }
  session.reflashOnly([KEY])
  return { typed: kept.typed, changed: kept.version !== petition.version }
}

/** What was written on a card that the officer has left for good. */
export function wordsLeftBehind({ session }: HttpContext) {
  const kept = unsealed<Kept>(session.flashMessages.get(KEY), PURPOSE)
  return Object.values(written(kept?.typed ?? {}, []))
}

/** What the card offers or holds by itself, so that nobody needs to be told of it. */
async function standing(petition: Petition) {
  const { locale, kind } = petition
  const answer = await Answer.newestOf(petition)
  const stockRemedies = Object.values(new Stock(locale).remedies(kind))
  return [answer?.text, answer?.reason, answer?.remedy, ...stockRemedies]
}
