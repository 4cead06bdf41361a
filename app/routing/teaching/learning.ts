import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { authorities, Catalogue } from '#organisation'
import { isDuplicate } from '#shared/database/transaction'
import { Rounds } from '#shared/rounds'
import { listsOf } from '../learning/lists.ts'
import { MOST_LETTERS, packed } from '../learning/packed.ts'
import { SuggestionModel } from '../models/suggestion_model.ts'
import { forgetModels } from '../suggesting/known_model.ts'
import { decisionsOf } from './decisions.ts'
import { choicesSince, isDue } from './due.ts'
import { shippedExamples } from './examples.ts'
import { learnInThread } from './in_a_thread.ts'

/** Milliseconds between two rounds, and after a piece: others have the database meanwhile. */
const ROUND = 60_000
const REST = 5

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/**
 * Öğrenme: each authority's suggestions learn from what its officers decided, after every fifty
 * decisions or at night. Several processes may: the first one's version stays.
 */
export class Learning {
  readonly #rounds = new Rounds(() => this.round(), ROUND)
  readonly #ending = new AbortController()

  constructor(
    private readonly log: Log,
    private readonly rest = REST
  ) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    this.#ending.abort()
    return this.#rounds.stop()
  }

  /** All authorities that are due, one after the other; one in trouble does not keep the others. */
  async round(now: DateTime = DateTime.utc()) {
    for (const { id, parentId } of await authorities()) {
      if (this.#rounds.isEnding) return
      try {
        await this.#learn(id, parentId === null, now)
      } catch (error) {
        if (!this.#rounds.isEnding && !isDuplicate(error, 'suggestion_models')) {
          this.log.error({ err: error, authority: id }, 'The suggestions have not learned')
        }
      }
    }
  }

  async #learn(authorityId: number, isTop: boolean, now: DateTime) {
    const catalogue = await Catalogue.of(authorityId)
    if (!catalogue.hasBureau) return
    const newest = (await SuggestionModel.newestOf([authorityId])).get(authorityId)
    const { phrases, lessons } = listsOf(catalogue)
    const lists = digestOf(lessons)
    const since = await choicesSince(authorityId, newest?.lastChoice ?? 0)
    if (!isDue({ newest, lists, isTop, since }, now)) return

    const lastChoice = await newestChoice(authorityId)
    const decisions = await decisionsOf(catalogue, () => this.#rounds.rested(this.rest))
    if (!decisions) return
    const teaching = { phrases, lessons: [...lessons, ...(await shippedExamples()), ...decisions] }
    const { model, milliseconds } = await learnInThread(teaching, this.#ending.signal)
    const text = packed(model)
    if (text.length > MOST_LETTERS) throw new RangeError(`a model of ${text.length} letters`)
    const learned = { decisions: decisions.length, milliseconds }
    const version = (newest?.version ?? 0) + 1
    await SuggestionModel.keep({
      authorityId,
      version,
      lists,
      lastChoice,
      packed: text,
      ...learned,
    })
    forgetModels()
    this.log.info({ authority: authorityId, version, ...learned }, 'The suggestions have learned')
  }
}

function digestOf(lessons: object) {
  return createHash('sha256').update(JSON.stringify(lessons)).digest('hex')
}

async function newestChoice(authorityId: number): Promise<number> {
  const rows = await db
    .from('suggestion_choices')
    .where('authority_id', authorityId)
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
  return rows[0]?.id ?? 0
}
