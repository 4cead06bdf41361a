import { Access, Attachment, Charge, saidTo, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import type { Words } from '#shared/typed/typed'
import { Names } from '../card/names.ts'
import { notedOf } from '../checks/noted.ts'
import { shownOf } from './shown_words.ts'
import { actionsWritten, written } from '../card/typed.ts'
import { wordsOf } from '../card/words.ts'
import { ANSWER_OUTCOMES } from '../draft.ts'
import { cardKeys } from '../inbox/keys.ts'
import { Answer } from '../models/answer.ts'
import { AnswerCheck } from '../models/answer_check.ts'
import { Commitment } from '../models/commitment.ts'
import { mayApprove, ownDraftRule } from '../own_draft.ts'
import { Stock } from '../stock.ts'
import { resumed } from '../writing/resumed.ts'
import { decidable } from './decidable.ts'
import { MARK_NUMBERS } from './marks/read_marks.ts'
import { marksOn } from './marks/marks_on.ts'
import { nextWaiting } from './waiting.ts'

/**
 * An answer that waits, beside the petition that it answers. Leaves a row that this officer looked
 * (KVKK 6698).
 *
 * @param sent what was typed on it before and is not kept yet
 */
export async function approvalPage(petition: Petition, officer: Officer, sent: Words = {}) {
  await Access.record(officer, { petition })
  const { number, version, locale } = petition
  const catalogue = await Catalogue.of(petition.authorityId)
  const answer = await Answer.newestOf(petition)
  const resume = await resumed({ typed: sent, changed: false }, { petition, officer, answer })
  // Words of an earlier text are compared on the card; here stands what waits, and nothing goes on from them.
  const typed = resume.changed ? sent : resume.typed
  const mark = resume.changed ? { ...resume.mark, after: '', keptAt: null } : resume.mark
  const checks = await AnswerCheck.of(answer?.submittedAt && petition.isOpen ? answer : null)
  const wrote = [answer?.draftedBy, answer?.submittedBy, ...checks.map((one) => one.officerId)]
  const names = await Names.of(wrote, [], catalogue)
  const stock = new Stock(locale)
  const can = decidable(petition, answer, officer, new Charge(petition, catalogue))
  const isOwn = can.sendBack && answer !== null && !mayApprove(answer, officer, catalogue.authority)
  const approves = can.approve && !isOwn
  const does = (['approve', 'correct', 'sendBack'] as const).filter((action) =>
    action === 'approve' ? approves : can[action]
  )
  const waits = answer !== null && answer.submittedAt !== null && petition.isOpen
  return {
    petition: {
      ...{ number, version, locale, kind: petition.kind, dueOn: petition.dueOn },
      urgency: petition.urgency,
      subject: catalogue.subject(petition.subjectId)?.nameIn(officer.locale) ?? null,
      ...(await saidTo(petition, officer)),
    },
    attachments: await Attachment.of(petition, officer),
    ...{ can: { ...can, approve: approves }, suggested: null, typed },
    ...{ actions: does, cardKeys: cardKeys(does) },
    ...{ mark, remedies: stock.remedies(petition.kind) },
    opened: actionsWritten(written(typed, [answer?.text, answer?.reason, answer?.remedy])),
    ownDraft: isOwn && ownDraftRule(officer),
    seen: `${petition.position}.${answer?.version ?? 0}`,
    shown: answer && shownOf(answer),
    /** null: none waits for a decision */
    answer: waits ? { ...wordsOf(answer, names), version: answer.version } : null,
    citizenText: answer && stock.citizenText(answer),
    marks: waits ? await marksOn(answer, petition) : null,
    /** what its author sent it on in spite of */
    noted: notedOf(checks, names),
    ...{ outcomes: ANSWER_OUTCOMES, stockGrounds: stock.grounds, markNumbers: MARK_NUMBERS },
    /** what it promises for later, of which nothing can be changed here */
    ...{ number, may: false, promises: (await Commitment.of(petition)).map(({ facts }) => facts) },
    next: await nextWaiting(officer, number),
  }
}
