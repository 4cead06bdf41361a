import type { Bench } from '../bench.ts'
import { ceiling } from '../ceiling.ts'
import { percent } from '../report.ts'
import { lookUp, petitionForm, receiptAt, submit } from '../visits.ts'
import { Browser } from '#database/demo/browser'

const SUBMISSION = 'submission (GET + POST)'

/** A petition comes in and is looked up, beside the same rows written by a bare transaction. */
export default async function submission(bench: Bench) {
  const { report, database, sizes } = bench
  const { rate, counts } = await bench.measure(SUBMISSION, (browser, turn) =>
    submit(browser, petitionForm(turn)).then(() => {})
  )
  const { statements, commits } = counts!

  const person = new Browser(bench.app.url)
  const receipt = await receiptAt(person, await submit(person, petitionForm(0)))
  await bench.measure('look-up', (browser) => lookUp(browser, receipt))

  bench.say('the ceiling: petition, step and message in one bare transaction')
  const most = await ceiling(database, sizes.clients, sizes.seconds)
  report.add('ceiling: bare transaction', most)
  report.floor(
    'a submission reaches at least 15 % of the ceiling',
    percent(rate / most.rate),
    rate / most.rate >= 0.15
  )
  report.floor(
    'a submission takes at most 8 statements and one commit',
    `${statements} and ${commits}`,
    statements <= 8 && commits <= 1
  )
}
