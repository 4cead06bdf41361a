import { folded } from '#shared/folded_text'
import { oneLine } from '#shared/typed/typed_text'
import type { Form, Words } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { Neighbourhood } from '../../models/neighbourhood.ts'
import type { Book, Hand, ListInFile } from '../list_in_file.ts'
import { keepRow } from './keep_row.ts'
import { Matched } from './matched.ts'

interface Said {
  name: string
  kind: string
}

const KIND = new Matched({ quarter: 'Mahalle', village: 'Köy' })

/** Mahalleler ve köyler: a village that became a quarter is another row. */
export const NEIGHBOURHOODS: ListInFile = {
  title: 'Mahalle ve köyler',
  thing: 'neighbourhood',
  permission: 'authority.manage',
  columns: [
    { field: 'name', title: 'Ad' },
    { field: 'kind', title: 'Tür' },
  ],
  open: (hand) => openNeighbourhoods(hand) as never,
}

async function openNeighbourhoods({
  officer: { authorityId },
  trx: reading,
}: Hand): Promise<Book<Neighbourhood, Said>> {
  const query = Neighbourhood.query({ client: reading }).where('authority_id', authorityId)
  const rows = await query.orderBy('folded_name').orderBy('id')
  const known = new Map(rows.map((row) => [keyOf(wordsOf(row)), row]))
  return {
    rows: rows.filter(({ closedOn }) => !closedOn),
    keyOf: (words) => ({ field: 'name', key: keyOf(words) }),
    find: (words) => known.get(keyOf(words)),
    wordsOf,
    read(form, found) {
      if (found?.closedOn) form.wrong('name', 'closedPlace')
      return read(form)
    },
    factsOf: (row) => ({ ...wordsOf(row), kind: row.kind }),
    nameOf: ({ name }) => name,
    write: (said, found, trx) =>
      keepRow(found ?? new Neighbourhood().merge({ authorityId }), said, trx),
    async remove(id, trx) {
      await Neighbourhood.query({ client: trx }).where({ id, authority_id: authorityId }).delete()
    },
  }
}

function wordsOf({ name, kind }: Said): Words {
  return { name, kind: KIND.wordOf(kind) }
}

function keyOf({ name = '', kind = '' }: Words) {
  return `${folded(oneLine(name))} ${KIND.parse(kind) ?? ''}`
}

function read(form: Form): Said {
  return {
    name: form.line('name', { max: LONGEST.neighbourhoods.name, required: true }),
    kind: form.as('kind', KIND, { required: true }),
  }
}
