import type { Action } from '#intake'

/** By which key each form of a card is opened that a unit or its head uses daily, and what it is called. */
const KEYS: Partial<Record<Action, { key: string; words: string }>> = {
  draft: { key: 'c', words: 'response.draft.title' },
  approve: { key: 'o', words: 'response.approve.title' },
  sendBack: { key: 'd', words: 'response.sendBack.title' },
  correct: { key: 'm', words: 'response.correct.title' },
  contact: { key: 't', words: 'response.contact.title' },
  ask: { key: 's', words: 'response.ask.title' },
  askUnit: { key: 'b', words: 'routing.unitQuestions.askTitle' },
  inform: { key: 'a', words: 'response.interim.open' },
  decideInterim: { key: 'a', words: 'response.interim.open' },
  meetUrgency: { key: 'h', words: 'routing.meetUrgency.title' },
  extend: { key: 'z', words: 'response.extend.title' },
  return: { key: 'i', words: 'routing.return.title' },
  takeOn: { key: 'u', words: 'response.assign.takeOn' },
  assign: { key: 'v', words: 'response.assign.link' },
}

/** Of these actions those that have a key, as the card shows them on request. */
export function cardKeys(actions: readonly Action[]) {
  return actions.flatMap((action) => {
    const own = KEYS[action]
    return own ? [{ action, ...own }] : []
  })
}
