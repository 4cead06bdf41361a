import type { HttpContext } from '@adonisjs/core/http'
import { Access, Petition, UnitQuestion } from '#intake'
import { Catalogue } from '#organisation'
import { Names } from '../card/names.ts'
import { shownNumberOf, unitName } from './asked_page.ts'

/**
 * What one's unit is asked, and the petition's page where it may be seen. Leaves a row that this officer
 * looked (KVKK 6698).
 *
 * @param question as the officer's unit sees it (`AskedList.find`)
 */
export async function questionPage({ officer }: HttpContext, { id, $extras }: UnitQuestion) {
  const question = await UnitQuestion.findOrFail(id)
  question.$extras = $extras
  await Access.record(officer, { petition: { id: question.petitionId } })
  const catalogue = await Catalogue.of(officer.authorityId)
  const number = String($extras.number)
  const petition = await Petition.findFor(officer, number)
  const names = await Names.of([question.askedBy, question.endedBy], [], catalogue)
  return {
    asked: {
      ...{ id, sort: question.sort, state: question.state, isOpen: question.isOpen },
      ...{ isPart: question.isPart, isLate: question.isLate, question: question.question },
      ...{ words: question.words, dueOn: question.dueOn, endedAt: question.endedAt },
      askedAt: question.askedAt,
      unit: unitName(catalogue, question),
      by: names.officer(question.askedBy),
      endedBy: names.officer(question.endedBy),
      shown: shownNumberOf(question),
    },
    /** null: they see the question alone */
    number: petition && number,
  }
}
