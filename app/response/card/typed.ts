import { ACTIONS, type Action } from '#intake'
import type { Typed, Words } from '#shared/typed/typed'
import type { Draft } from '../draft.ts'

/** Fields that are chosen and not written. */
const CHOICES = ['unit', 'authority', 'suggested', 'way', 'result', 'outcome', 'ground', 'level']
/** Whose fields a button reads that has none of its own. */
const READS: Partial<Record<Action, Action>> = {
  answerHere: 'refer',
  submit: 'draft',
  approve: 'correct',
}

/**
 * The name of an action's field. The card is one form with a button for each action: its fields are
 * told apart by their names, and each button brings what was typed for all of them, without a script.
 */
export function nameOf(action: Action, field: string) {
  return `${READS[action] ?? action}-${field}`
}

/** The words of an answer. */
export function draftIn(typed: Typed): Draft {
  return {
    outcome: typed.text('outcome') || null,
    ground: typed.text('ground') || null,
    text: typed.text('text'),
    reason: typed.text('reason') || null,
    // Empty is not unknown: who clears the offered remedy does not get it back.
    remedy: typed.text('remedy'),
  }
}

export function withoutFieldsOf(action: Action, typed: Words): Words {
  return fieldsWhere(typed, (name) => actionOf(name) !== (READS[action] ?? action))
}

/** Why an answer is to go on in spite of a finding: nothing keeps it until the answer is submitted. */
export function reasonsIn(typed: Words): Words {
  return fieldsWhere(typed, isReason)
}

/**
 * What was written and stands nowhere yet: neither in a draft that is kept nor among the sentences
 * that the form offers. Every field counts that is not a mere choice, whatever its name.
 */
export function written(typed: Words, standing: (string | null | undefined)[]): Words {
  return fieldsWhere(typed, (name) => {
    const field = name.slice(name.indexOf('-') + 1)
    return !CHOICES.includes(field) && typed[name] !== '' && !standing.includes(typed[name])
  })
}

/** The words whose field is not on the page any more, to be copied. */
export function wordsWithoutPlace(words: Words, actions: readonly Action[]) {
  const places = actions.map((action) => READS[action] ?? action)
  return Object.values(fieldsWhere(words, (name) => !places.includes(actionOf(name)!)))
}

/** The parts of the card in which something is written. */
export function actionsWritten(words: Words) {
  const names = Object.keys(words).filter((name) => !isReason(name))
  return [...new Set(names.map(actionOf))]
}

function isReason(name: string) {
  return name.startsWith(nameOf('draft', 'why_'))
}

function actionOf(name: string) {
  return ACTIONS.find((action) => name.startsWith(`${action}-`))
}

/** What belongs to an action; the page's own marks (version, intent …) do not. */
function fieldsWhere(typed: Words, holds: (name: string) => boolean): Words {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => actionOf(name) && holds(name)))
}
