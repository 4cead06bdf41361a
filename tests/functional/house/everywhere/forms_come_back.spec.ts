import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { isReadAt } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import {
  filled,
  GOOD,
  sent,
  walked,
  wholeHouse,
  type FoundForm,
} from '#tests/support/walks/every_form'
import { formsIn, type Field } from '#tests/support/walks/forms'

/** Too much for any field that is written. */
const TOO_LONG = 'ş'.repeat(10_001)
/** Takes it all the same: a search finds nothing, a preview shows it, a button keeps another's words. */
const TAKES = [
  // A call has no hour, and who agrees gives no reason.
  'contact_plans.store at',
  'interim_answers.update reason',
  'answer_replacements.update refusal',
  // A promise that is kept has no further day.
  'commitments.update promiseDay',
  // What is being written is kept as it is, and looked at when it is sent on.
  'draft_sittings.store replaceAnswer-because',
  'draft_sittings.store replaceAnswer-reason',
  'draft_sittings.store replaceAnswer-remedy',
  'draft_sittings.store replaceAnswer-text',
  'desk_people.store address',
  'desk_people.store arrivedOn',
  'desk_people.store complainedName',
  'desk_people.store email',
  'desk_people.store name',
  'desk_people.store nationalId',
  'desk_people.store ownWords',
  'desk_people.store paperNumber',
  'desk_people.store phone',
  'desk_people.store place',
  'desk_people.store proofNote',
  'desk_people.store registeredOn',
  'desk_people.store representative',
  'desk_people.store representativeId',
  'desk_people.store representativePhone',
  'desk_people.store signatures',
  'desk_people.store text',
  'desk_people.store writtenOn',
  'parked_forms.store address',
  'parked_forms.store arrivedOn',
  'parked_forms.store complainedName',
  'parked_forms.store email',
  'parked_forms.store name',
  'parked_forms.store nationalId',
  'parked_forms.store ownWords',
  'parked_forms.store paperNumber',
  'parked_forms.store person',
  'parked_forms.store phone',
  'parked_forms.store place',
  'parked_forms.store proofNote',
  'parked_forms.store registeredOn',
  'parked_forms.store representative',
  'parked_forms.store representativeId',
  'parked_forms.store representativePhone',
  'parked_forms.store signatures',
  'parked_forms.store text',
  'parked_forms.store writtenOn',
  'questions.update restrict-why',
  'questions.update setUrgency-why',
  'restrictions.destroy forward-document_number',
  'restrictions.destroy forward-text',
  'restrictions.destroy handOver-note',
  'restrictions.destroy refer-note',
  'restrictions.destroy setUrgency-why',
  'questions.update recall-reason',
  'questions.update remind-note',
  'questions.update askProgress-question',
  'questions.update askUnit-day',
  'questions.update askUnit-question',
  'unit_questions.destroy ask-question',
  'unit_questions.destroy askProgress-question',
  'unit_questions.destroy askUnit-day',
  'unit_questions.destroy askUnit-question',
  'unit_questions.destroy contact-next',
  'unit_questions.destroy contact-note',
  'unit_questions.destroy draft-reason',
  'unit_questions.destroy draft-remedy',
  'unit_questions.destroy draft-text',
  'unit_questions.destroy extend-reason',
  'unit_questions.destroy extend-until',
  'unit_questions.destroy recall-reason',
  'unit_questions.destroy remind-note',
  'unit_questions.destroy restrict-why',
  'unit_questions.destroy return-reason',
  'unit_questions.destroy setUrgency-why',
  'searches.store ara',
  'template_previews.store subject',
  'template_previews.store text',
]
/** Look something up beside what is typed: they keep nothing, and give all of it back. */
const LOOKS = ['answer_checks.store', 'example_insertions.store', 'offered_texts.store']
/** Is given back to nobody. */
const NOT_SHOWN = /password$|^secret$/i

/** What somebody wrote there, in words of this field alone. */
const wordsOf = ({ name }: Field) => GOOD[name] ?? `${name} alanına yazılan`

/** What each form answers to too much in one of its fields, and what its page lacks then. */
async function refusals(client: ApiClient) {
  const known = { ...GOOD, ...(await wholeHouse(client)) }
  const { forms } = await walked(client)
  const refused = new Set<string>()
  const taken = new Set<string>()
  const lost: string[] = []
  for (const form of forms.filter(({ method }) => method === 'POST')) {
    const written = form.fields.filter(({ isChosen }) => !isChosen)
    for (const field of written.filter(({ name }) => isReadAt(form.action, name))) {
      const words = Object.fromEntries(written.map((one) => [one.name, wordsOf(one)]))
      const typed = { ...filled(form, known), ...words, [field.name]: TOO_LONG }
      const { status, page } = await sent(client, form, typed, async () => null)
      if (status === 200 && LOOKS.includes(form.route)) {
        lost.push(...goneFrom(page, form, field, typed, written))
        continue
      }
      const where = status < 400 ? taken : refused
      where.add(`${form.route} ${field.name}`)
      if (status < 400) continue
      lost.push(...missingIn(page, form, field, typed, written))
    }
  }
  return { refused: [...refused], taken: [...taken].filter((field) => !refused.has(field)), lost }
}

type Sent = [
  page: string,
  form: FoundForm,
  field: Field,
  typed: Record<string, string>,
  written: Field[],
]

/** What was typed and does not stand on the page that came back. */
function goneFrom(...[page, form, field, typed, written]: Sent) {
  const where = `${form.route} ${field.name}`
  const shown = formsIn(page).flatMap(({ fields }) => fields)
  const gone = written.filter(
    ({ name }) =>
      !NOT_SHOWN.test(name) && !shown.some((one) => one.name === name && one.value === typed[name])
  )
  return gone.map(({ name }) => `${where}: ${name} is gone`)
}

function missingIn(...came: Sent) {
  const [page, form, field] = came
  const where = `${form.route} ${field.name}`
  const inputs = [...page.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id!)
  return [
    ...goneFrom(...came),
    ...(page.includes('id="problems-title"') ? [] : [`${where}: nothing says what is wrong`]),
    ...inputs.filter((id) => !page.includes(`id="${id}"`)).map((id) => `${where}: no #${id}`),
  ]
}

test.group('Every form', (group) => {
  emptied(group)

  test('comes back whole, and leads to each field that is to be mended', async ({
    client,
    assert,
  }) => {
    const { refused, taken, lost } = await refusals(client)
    assert.deepEqual(lost, [])
    assert.isNotEmpty(refused)
    assert.sameMembers(taken, TAKES)
  }).timeout(300_000)
})
