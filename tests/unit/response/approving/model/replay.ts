import db from '@adonisjs/lucid/services/db'
import { Charge, expireQuestions, Petition } from '#intake'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { Answer } from '#response'
import { NotAllowed, Recall, Referral } from '#routing'
import { today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import { ask } from '../../../../../app/response/clarifying/ask.ts'
import { stop } from '../../../../../app/response/clarifying/stop.ts'
import { writeIn } from '../../../../../app/response/clarifying/write_in.ts'
import { takeBack, takeOver } from '../../../../../app/response/approving/take_back.ts'
import { answered } from '#tests/support/intake/answered'
import { GRANTED, officer, referredTo, unit } from '#tests/support/journey'
import { keyOf, type Found } from './model.ts'
import { ENDED, type Actor, type State, type Try, type TruthTable } from './table.ts'

type Units = Record<State['at'], Unit>

/** The model's acts, done to a petition of the database, each taken back as soon as it was looked at. */
export class Replay {
  edges = 0
  #words = 0

  static async begin(table: TruthTable, found: ReadonlyMap<string, Found>, tries: readonly Try[]) {
    const units = { first: await unit('TAR'), second: await unit('MUF') }
    const people = await peopleOf()
    const petition = await referredTo('TAR')
    return new Replay(table, found, tries, { units, people, id: petition.id })
  }

  private constructor(
    private readonly table: TruthTable,
    private readonly found: ReadonlyMap<string, Found>,
    private readonly tries: readonly Try[],
    private readonly house: { units: Units; people: Map<string, Officer>; id: number }
  ) {}

  /**
   * Tries everything in this state, and in all those behind it.
   *
   * @throws where the house does anything else than the table says
   */
  async from(key: string, depth = 0): Promise<void> {
    const { state, children } = this.found.get(key)!
    for (const by of this.tries) {
      const expected = this.table.says(state, by)
      await db.rawQuery(`SAVEPOINT model${depth}`)
      let { refused, isSteady } = await this.#try(by, state)
      while (!isSteady) {
        await db.rawQuery(`ROLLBACK TO SAVEPOINT model${depth}`)
        ;({ refused, isSteady } = await this.#try(by, state))
      }
      const now = await this.#state(state.at)
      const told = `${by.act} by ${by.actor.role} ${by.actor.id} (${by.setting}) in ${key}`
      this.edges += 1
      if ('refused' in expected) {
        if (refused !== expected.refused) throw new Error(`${told}: ${refused ?? 'was done'}`)
        if (keyOf(now) !== key) throw new Error(`${told}: refused, and left ${keyOf(now)}`)
      } else {
        const said = keyOf(expected.state)
        if (refused) throw new Error(`${told}: refused with ${refused}, not ${said}`)
        if (keyOf(now) !== said) throw new Error(`${told}: ${keyOf(now)}, not ${said}`)
        const child = children.find((one) => one.by === by)
        if (child) await this.from(child.key, depth + 1)
      }
      await db.rawQuery(`ROLLBACK TO SAVEPOINT model${depth}`)
    }
  }

  /**
   * @returns which sentence refused it, null: it was done; and whether the setting held meanwhile: what
   *   is remembered of an authority is read afresh now and then
   */
  async #try({ act, actor, setting }: Try, state: State) {
    const petition = await Petition.findOrFail(this.house.id)
    const { authority } = await Catalogue.of(petition.authorityId)
    authority.selfApproval = setting === 'on'
    const refused = await this.#refused(() => this.#do(act, actor, petition, state))
    authority.selfApproval = false
    const now = await Catalogue.of(petition.authorityId)
    return { refused, isSteady: now.authority === authority }
  }

  async #refused(work: () => Promise<unknown>) {
    try {
      await work()
      return null
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const [{ field, rule }] = error.reasons as [{ field: string; rule: string }]
      return `${field === 'unit' ? 'routing' : 'response'}.problems.${field}.${rule}`
    }
  }

  async #do(act: string, actor: Actor, petition: Petition, state: State) {
    const who = this.#person(actor)
    const { units } = this.house
    const answer = () => Answer.draftFor(petition)
    if (act === 'handOn') return this.#handOn(petition)
    if (act === 'answer') return answered(petition)
    if (act === 'lapse') return expireQuestions(today().plus({ years: 1 }), () => true)
    if (act === 'ask') return ask(petition, who, 'Hangi tarla?')
    if (act === 'stopWaiting') return stop(petition, who)
    if (act === 'noteAnswer') return writeIn(petition, who, { words: 'Alt tarla.' })
    if (act === 'refer') return Referral.make(petition, units[state.at], who)
    if (act === 'recall') return Recall.make(petition, who, 'Yanlış birim.')
    if (act === 'return') {
      return (await Referral.currentOf(petition)).giveBack(who, 'Bize ait değil.')
    }
    const one = await answer()
    const anew = { ...GRANTED, text: `Metin ${(this.#words += 1)}` }
    const same = { ...GRANTED, text: one.text }
    const acts: Record<string, () => Promise<unknown>> = {
      draft: () => one.write(anew, who),
      submit: () => one.submit(one.$isPersisted ? same : anew, who),
      approve: () => one.approve(who),
      mendAndApprove: () => one.approve(who, anew),
      correct: () => one.correct(anew, who),
      sendBack: () => one.sendBack(who, 'Tarihi yazınız.'),
      takeBack: () => takeBack(one, who),
      takeOver: () => takeOver(one, who),
    }
    return acts[act]!()
  }

  /** As a closed unit's work goes on: succession/succession.ts. */
  #handOn(petition: Petition) {
    const { units, people } = this.house
    return petition.change(async (current, trx) => {
      const charge = await Charge.of(current)
      if (!charge.isWith(units.first)) return
      await Answer.handOn(current, units.second, trx)
      await Referral.handOn(current, units.second, people.get('D')!, trx)
    })
  }

  #person({ id, covers }: Actor) {
    const person = this.house.people.get(covers ? `${id} for ${covers}` : id)
    if (!person) throw new NotAllowed()
    return person
  }

  /** As the database has it; how often it was returned, or asked, is not looked at here. */
  async #state(before: State['at']): Promise<State> {
    const { id, units, people } = this.house
    await db.from('petitions').where({ id }).update({ returns: 0 })
    const questions = () => db.from('questions').where('petition_id', id)
    await db.from('additions').where('petition_id', id).update({ question_id: null })
    await questions().whereNotNull('ended_as').delete()
    const petition = await Petition.findOrFail(id)
    if (petition.stage === 'concluded') return ENDED
    const charged = (['first', 'second'] as const).find((at) => units[at].id === petition.unitId)
    const at = charged ?? before
    const answer = await Answer.query()
      .where({ petition_id: id, unit_id: units[at].id })
      .preload('decisions', (decisions) => void decisions.limit(1))
      .orderBy('id', 'desc')
      .first()
    const nameOf = (officerId: number | null | undefined) =>
      [...people].find(([name, one]) => one.id === officerId && name.length === 1)?.[0] ?? '-'
    const last = answer?.decisions[0]?.decision
    return {
      ...{ stage: petition.stage, at, text: nameOf(answer?.draftedBy) },
      ...{ put: nameOf(answer?.submittedBy), sentBack: last === 'sentBack' },
      asked: (await questions().select('id')).length > 0,
    }
  }
}

async function peopleOf() {
  const head = await officer('tarim.amir')
  const inPlace = async (login: string) => {
    const one = await officer(login)
    return Object.assign(one, { actsFor: head, standsInFor: [head.id] })
  }
  return new Map<string, Officer>([
    ['W', await officer('tarim')],
    ['H', head],
    ['S', await officer('orman')],
    ['S for H', await inPlace('orman')],
    ['W for H', await inPlace('tarim')],
    ['G', await officer('muftuluk')],
    ['D', await officer('sef')],
    ['X', await officer('sef')],
  ])
}
