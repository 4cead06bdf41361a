import db from '@adonisjs/lucid/services/db'
import { atOnce } from '#shared/database/at_once/at_once'
import type { Wave } from '../../models/wave.ts'
import { WaveMember } from '../../models/wave_member.ts'
import { asWritten } from '../words/written.ts'
import { isSaidAnywhere, wordsIn } from '../words/words.ts'

/** How it is said what a wave is about. */
const NAMED_BY = 6
/** In so many of the newest copies it is looked up how its words are written, in the beginning of each. */
const LOOKED_AT = 12
const BEGINNING = 1000

/**
 * What each wave is about: the first words that nearly all of it say, as people write them; what one alone
 * says is none of them. In two statements, however many waves there are.
 */
export async function namesOf(waves: readonly Wave[]) {
  const copies = await atOnce(() => Promise.all(waves.map(({ id }) => newestCopies(id))))
  const texts = await textsOf(copies.flat().map(({ petitionId }) => petitionId))
  return waves.map((wave, at) =>
    asWritten(
      foldedName(wave),
      copies[at]!.map(({ petitionId }) => texts.get(petitionId) ?? '')
    )
  )
}

/** By its first words that say something, each once whatever its ending; a number may be somebody's. */
function foldedName({ core, terms }: Wave) {
  const words = wordsIn(core ?? terms).filter((word) => !isSaidAnywhere(word))
  const told = words.filter(({ said }) => said.length > 4 && !/^\d/.test(said))
  const first = told.filter(({ stem }, at) => told.findIndex((other) => other.stem === stem) === at)
  return first.slice(0, NAMED_BY).map(({ said }) => said)
}

async function newestCopies(waveId: number) {
  const copies = WaveMember.query().where({ wave_id: waveId, read_as: 'copy' })
  return copies.orderBy('id', 'desc').limit(LOOKED_AT)
}

async function textsOf(ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, string>()
  const beginning = db.raw('SUBSTR(text, 1, ?) AS beginning', [BEGINNING])
  const rows = await db
    .from('petitions')
    .whereIn('id', [...ids])
    .select('id', beginning)
  return new Map(rows.map((row) => [row.id as number, row.beginning as string]))
}
