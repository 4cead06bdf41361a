import type { HttpContext } from '@adonisjs/core/http'
import { headedByIts } from '#organisation'
import { Problems, Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import type { Typed, Words } from '#shared/typed/typed'
import { draftOf } from '../attachments/drafts/listed.ts'
import { noteOpening } from '../delivering/note_opening.ts'
import { FormToken } from '../form/form_token.ts'
import { resultOf } from '../look_up/look_up.ts'
import { typedLookUp } from '../look_up/typed_look_up.ts'
import { Petition } from '../models/petition.ts'
import { PetitionJoin } from '../models/petition_join.ts'
import { openedBy, sealOpened } from './opened.ts'

/** Asks for number and code again, with everything typed still there. */
const AGAIN = 'intake/follow/again'
/** What proves that one may, and is asked for anew. */
const PROOF = ['opened', 'number', 'secret']

/** What a citizen reads of a petition that they opened; kept by no cache. */
export async function showResult(ctx: HttpContext, petition: Petition, more: More = {}) {
  const sent = more.done ? '' : (more.typed?.token ?? '')
  const isKept = FormToken.check(sent) === 'valid' && more.problems?.of('token') === null
  const token = isKept ? sent : FormToken.issue()
  const reachedOn = await noteOpening(petition)
  return showForm(ctx, petition, 'intake/lookups/show', {
    ...(await resultOf(petition, ctx.i18n.locale)),
    /** since when whoever opened it has the answer */
    reachedOn,
    ...{ typed: {}, token, files: isKept ? await draftOf(token) : [] },
    ...more,
  })
}

interface More {
  done?: string
  typed?: Words
  problems?: Problems
}

/** A page of a petition that somebody opened by number and code, with what shows that they did. */
export async function showForm(ctx: HttpContext, petition: Petition, page: string, more: object) {
  await headedByIts(ctx, petition.authorityId)
  return ctx.view.render(page, { opened: sealOpened(petition), ...more })
}

/** What was done, as the page says it (`intake.follow.done.…`), or a page that asks for more. */
type Acted = string | { page: string }

/**
 * A form on a result: does to the petition what it asks for, and gives the result back as it is then;
 * with a sentence where something is to be mended. Without a proof that the petition was opened it asks
 * for number and code, and goes on from there.
 *
 * @param mend the page on which it is mended, where that is not the result; null: it is
 */
export function follow(
  ctx: HttpContext,
  act: (petition: Petition, typed: Typed) => Promise<Acted>,
  mend: (petition: Petition, problems: Problems) => Promise<string> | null = () => null
) {
  ctx.response.header('cache-control', 'no-store')
  return takeForm(
    ctx,
    AGAIN,
    async (typed) => {
      const petition = await proven(typed, ctx.request.ip())
      try {
        const done = await act(petition, typed)
        if (typeof done === 'object') return done.page
        return await showResult(ctx, await Petition.findOrFail(petition.id), { done })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        ctx.response.status(error.status)
        const problems = new Problems(ctx.i18n, 'intake').addAll(error)
        const fresh = await Petition.findOrFail(petition.id)
        return (
          (await mend(fresh, problems)) ?? showResult(ctx, fresh, { problems, typed: typed.words })
        )
      }
    },
    (typed) => ({ action: ctx.request.url(), carried: typed.without(...PROOF).carried })
  )
}

async function proven(typed: Typed, ip: string) {
  const opened = await openedBy(typed.text('opened'))
  if (opened) return opened
  if (!typed.has('secret')) throw new Refusal({ field: 'lookup', rule: 'shut' })
  const found = await typedLookUp(typed, ip)
  // A join's number and code open no petition.
  if (found instanceof PetitionJoin) {
    throw new Refusal({ field: 'lookup', rule: 'unknown' }).with(404)
  }
  return found
}
