import type { HttpContext } from '@adonisjs/core/http'
import {
  Access,
  AnswerDelivery,
  givenAnswers,
  toldOf,
  type GivenAnswer,
  type Petition,
} from '#intake'
import { notFound } from '#shared/not_found'
import { petitionAt } from '../follow_up/at_petition.ts'
import { PaperWish } from '../models/paper_wish.ts'
import { PostedLetter } from '../models/posted_letter.ts'

/** The petition in the address, for whoever brings an answer to somebody: who that is must be theirs to know. */
export async function petitionToReach(ctx: HttpContext) {
  const petition = await petitionAt(ctx)
  return petition.hidesPetitionerFrom(ctx.officer) ? notFound(ctx) : petition
}

/** Its letter in the address. */
export async function letterAt(ctx: HttpContext, { id }: Petition) {
  const letter = await PostedLetter.findBy({ id: Number(ctx.params.letter), petitionId: id })
  return letter ?? notFound(ctx)
}

/** When and how the answer reached its petitioner, and which letters are on their way. */
export async function deliveryPage({ officer }: HttpContext, petition: Petition) {
  await Access.record(officer, { petition })
  const [answer] = petition.outcome ? await givenAnswers(petition) : []
  const [told, letters, reached, wants] = await Promise.all([
    toldOf(petition),
    PostedLetter.of(petition),
    answer ? AnswerDelivery.of(answer.step.id) : [],
    answer ? false : PaperWish.isFor(petition),
  ])
  return {
    number: petition.number,
    given: answer ? answer.step.takenAt : null,
    to: { name: told.name, address: told.address },
    reached: reached.map(({ way, day }) => ({ way, day })),
    runsFrom: reached[0]?.day ?? null,
    /** of an answer that is to come */
    wants,
    mayWish: petition.isOpen,
    mayAsk: Boolean(answer) && !letters.some((one) => one.isOpen && isOf(one, answer!)),
    letters: letters.map((one) => ({
      ...one.facts,
      /** of an answer that another one has replaced */
      isOld: !answer || !isOf(one, answer),
      address: one.address ?? told.address,
    })),
    typed: {},
    form: '',
  }
}

function isOf({ stepId }: PostedLetter, { step }: GivenAnswer) {
  return stepId === step.id
}
