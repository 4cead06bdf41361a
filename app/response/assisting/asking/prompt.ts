import { readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import type { Sent } from '../reading/wrong_with.ts'
import type { Prompt } from '../server/write.ts'
import type { LetOut } from '../masking/let_out.ts'

let remembered: Promise<string> | undefined

/** What the model is told to do; shipped, and no word of any petition in it. */
function rules() {
  remembered ??= readFile(app.makePath('resources/response/assistant.txt'), 'utf8')
  return remembered
}

/** Everything that leaves, each part let out already. */
interface Parts {
  petition: LetOut
  subject: LetOut
  texts: readonly LetOut[]
  /** the house's own words for it */
  outcome: string | null
}

/**
 * The prompt, and what its answer is held against. The petition stands between two marks that nobody can
 * know beforehand, so that none of its words can pretend to stand behind it.
 */
export async function promptOf({ petition, subject, texts, outcome }: Parts) {
  const boundary = randomBytes(9).toString('hex')
  const between = (name: string, text: string) =>
    `<<<${name} ${boundary}\n${text}\n${name} ${boundary}>>>`
  const user = [
    `Konu: ${subject.text}`,
    `Görevlinin seçtiği sonuç: ${outcome ?? 'seçilmedi'}`,
    ...texts.map(({ text }) => between('ÖRNEK METİN', text)),
    between('BAŞVURU', petition.text),
    'Yukarıdaki başvuruya verilecek cevabın paragraflarını yaz.',
  ].join('\n\n')
  const prompt: Prompt = { system: await rules(), user }
  const words = [petition.text, subject.text, outcome, ...texts.map(({ text }) => text)].join('\n')
  const withheld = new Set([petition, ...texts].flatMap((one) => [...one.withheld]))
  const sent: Sent = { text: words, withheld, boundary }
  return { prompt, sent }
}
