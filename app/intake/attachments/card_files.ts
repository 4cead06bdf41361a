import type { Officer } from '#organisation'
import type { Reason } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Charge } from '../charge.ts'
import { Attachment, type Part } from '../models/attachment.ts'
import type { Petition } from '../models/petition.ts'
import type { Arrival } from './arrival.ts'
import { keepArrivals } from './drafts/keep_arrivals.ts'
import { notAdded } from './drafts/not_added.ts'
import { Store } from './store/store.ts'

/** What an officer adds to: the petition's card, or the answer, which the citizen reads. */
type Added = Exclude<Part, 'petition'>

/** What one officer may add to one petition, and has added. */
export class CardFiles {
  static async of(petition: Petition, officer: Officer) {
    const charge = await Charge.of(petition)
    const answers = (['draft', 'approve'] as const).some((action) =>
      petition.allows(action, officer, charge)
    )
    const routes = petition.isOpen && petition.mayDo('refer', officer)
    // What an outside body answered is passed on by whoever sent the petition there.
    const passesOn = petition.outcome === 'forwarded' && petition.mayDo('forward', officer)
    const parts: Added[] = answers
      ? ['card', 'answer']
      : routes
        ? ['card']
        : passesOn
          ? ['answer']
          : []
    return new CardFiles(petition, officer, parts)
  }

  private constructor(
    readonly petition: Petition,
    private readonly officer: Officer,
    /** to which this officer may add; none: to nothing */
    readonly parts: readonly Added[]
  ) {}

  async page() {
    const { number } = this.petition
    return { number, parts: this.parts, files: await this.#own() }
  }

  /** Keeps what came, or takes one away again. @returns what could not be kept, and why */
  async take(typed: Typed, arrivals: Arrival[]): Promise<Reason[]> {
    const id = Number(typed.text('remove')) || 0
    if (id > 0) await this.#remove(id)
    if (arrivals.length === 0) return id > 0 ? [] : [{ field: 'files', rule: 'required' }]
    const part = typed.oneOf('part', this.parts)
    if (!part) return [{ field: 'part', rule: 'choice' }]
    const { petition, officer } = this
    const holder = { holder: `${part}:${petition.id}`, part, petitionId: petition.id, officer }
    return notAdded(await keepArrivals(arrivals, holder))
  }

  /** What was added to where one may add, by one's own unit. */
  #own() {
    return Attachment.query()
      .where({ petition_id: this.petition.id, unit_id: this.officer.atUnit ?? 0 })
      .whereIn('part', [...this.parts])
      .orderBy('id')
  }

  async #remove(id: number) {
    const attachment = (await this.#own()).find((one) => one.id === id)
    if (!attachment) return
    if (attachment.file) await Store.remove(attachment.file)
    await attachment.delete()
  }
}
