import { Step, type Petition } from '#intake'
import { newest } from '#shared/database/newest'
import type { Typed } from '#shared/typed/typed'

export type StepsShown = Awaited<ReturnType<typeof stepsShown>>

/** The newest steps, or those before the one that the address names, and whether these are all. */
export async function stepsShown(petition: Petition, asked: Typed) {
  const before = asked.text('adim')
  const { rows, older } = await newest(Step.of(petition), 'position', before)
  return { rows, older, isWhole: older === null && before === '' }
}
