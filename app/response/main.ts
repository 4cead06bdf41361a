/** The unit speaks: contacts with the petitioner, the answer, its approval. */
export { Answer } from './models/answer.ts'
export { OwnDraft } from './own_draft.ts'
export { AnswerDecision } from './models/answer_decision.ts'
export { Contact } from './models/contact.ts'
export { type Draft } from './draft.ts'
export { Stock } from './stock.ts'
export { RESPONSE_RETENTION } from './retention.ts'
