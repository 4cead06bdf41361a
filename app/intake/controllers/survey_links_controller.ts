import type { HttpContext } from '@adonisjs/core/http'
import { headedByIts } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import { judgeByLink } from '../afterwards/judge.ts'
import { Survey } from '../models/survey.ts'

const PAGE = 'intake/survey_links/create'

/**
 * Çözüldü mü, by the link of an e-mail: it opens this one question, and nothing of the petition. To
 * look at it changes nothing, since programs that read mails open links too; an address that is wrong
 * and one whose time is over say the same.
 */
export default class SurveyLinksController {
  async create(ctx: HttpContext) {
    const survey = await surveyAt(ctx)
    if (!survey) return ended(ctx)
    return ctx.view.render(PAGE, { ...facts(survey), done: false })
  }

  async store(ctx: HttpContext) {
    const survey = await surveyAt(ctx)
    if (!survey) return ended(ctx)
    const save = async (typed: Parameters<typeof judgeByLink>[1]) => {
      const kept = await judgeByLink(survey, typed)
      return ctx.view.render(PAGE, { ...facts(kept), typed: typed.words, done: true })
    }
    return takeForm(ctx, PAGE, save, () => ({ ...facts(survey), done: false }))
  }
}

/** Kept by no cache, and named by no browser to anybody: the next server's log would hold it. */
async function surveyAt(ctx: HttpContext) {
  ctx.response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const survey = await Survey.at(ctx.params.address)
  if (survey) await headedByIts(ctx, survey.authorityId)
  return survey
}

function ended({ response, view }: HttpContext) {
  response.status(410)
  return view.render('intake/survey_links/ended')
}

function facts({ solved, closesOn, linkUntil }: Survey) {
  return { solved, until: closesOn ?? linkUntil }
}
