import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { Access, givenAnswers, Petition, printAnswer, saidTo } from '#intake'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { decisionPaper } from '../../afterwards/decision_paper.ts'
import { petitionerFacts } from '../facts.ts'
import { Names } from '../names.ts'
import { whoTook } from '../past/past.ts'

/**
 * The letter of an answer as a PDF for an officer, the last one unless the address asks for an earlier:
 * with the name of its reader where this officer may know it, and that of whoever signs. Leaves a row that
 * this officer looked.
 */
export async function letterPaper(ctx: HttpContext) {
  const { officer, params } = ctx
  const petition = (await Petition.findFor(officer, params.number)) ?? notFound(ctx)
  const asked = Typed.asked(ctx).text('cevap')
  if (asked === 'itiraz') return decisionPaper(ctx, petition)
  const answers = petition.outcome ? await givenAnswers(petition) : []
  const [answer] = asked ? answers.filter(({ step }) => String(step.position) === asked) : answers
  if (!answer?.step.publicText) return notFound(ctx)
  await Access.record(officer, { petition })
  const { step } = answer
  const catalogue = await Catalogue.of(petition.authorityId)
  const names = await Names.of([step.officerId, step.actedFor], [step.unitId], catalogue)
  const who = whoTook(step, names)
  const i18n = i18nManager.locale(petition.locale)
  const { text: said } = await saidTo(petition, officer)
  const to = await petitionerFacts(petition, officer)
  const signed = who.absent ? i18n.t('response.inPlace', { ...who }) : who.officer
  const pdf = await printAnswer(petition, answer, { to, signed, said })
  return { number: petition.number, pdf }
}
