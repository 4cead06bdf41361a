import { Officer, type Catalogue } from '#organisation'

/** The names behind the ids on a card, asked for once. */
export class Names {
  static async of(officerIds: (number | null | undefined)[], catalogue: Catalogue) {
    const ids = [...new Set(officerIds.filter((id) => typeof id === 'number'))]
    const officers =
      ids.length > 0 ? await Officer.query().whereIn('id', ids).select('id', 'name') : []
    return new Names(new Map(officers.map(({ id, name }) => [id, name])), catalogue)
  }

  private constructor(
    private readonly officers: Map<number, string>,
    private readonly catalogue: Catalogue
  ) {}

  officer(id: number | null) {
    return id === null ? null : (this.officers.get(id) ?? null)
  }

  unit(id: number | null) {
    return id === null ? null : this.catalogue.unit(id).name
  }
}
