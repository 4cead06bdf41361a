import { test } from '@japa/runner'
import env from '#start/env'
import { Petition, type PetitionDetails } from '#intake'
import { Catalogue, Officer } from '#organisation'
import { PhoneNumber } from '#shared/phone_number'
import { transaction } from '#shared/transaction'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'
import { Message } from '../../../app/notification/models/message.ts'
import { Silence } from '../../../app/notification/models/silence.ts'

const phone = PhoneNumber.parse('0500 012 34 56')!
const email = 'ayse@ornek.example'

interface State {
  who: string
  about: Partial<PetitionDetails>
  silence?: 'wrongNumber' | 'declined'
  mailer?: 'smtp'
  isTask: boolean
}

const STATES: State[] = [
  { who: 'neither phone nor e-mail', about: {}, isTask: true },
  { who: 'an e-mail while e-mail is off', about: { email }, isTask: true },
  { who: 'an e-mail', about: { email }, mailer: 'smtp', isTask: false },
  { who: 'a phone', about: { phone }, isTask: false },
  {
    who: 'a phone that is somebody else’s',
    about: { phone },
    silence: 'wrongNumber',
    isTask: true,
  },
  { who: 'a phone whose holder wants none', about: { phone }, silence: 'declined', isTask: false },
  { who: 'no wish for texts', about: { phone, declinesTexts: true }, isTask: false },
]

test.group('Whom no message can reach', (group) => {
  wrapped(group)

  for (const outcome of ['granted', 'forwarded'] as const) {
    for (const { who, about, silence, mailer, isTask } of STATES) {
      const becomes = isTask ? 'is told by hand: a task of the bureau' : 'is nobody’s task'
      test(`with ${who}, ${outcome}: ${becomes}`, async ({ client, assert, cleanup }) => {
        env.set('MAIL_MAILER', mailer ?? 'none')
        cleanup(() => env.set('MAIL_MAILER', 'none'))
        const officer = await Officer.findByOrFail('login', 'masa')
        const { petition } = await Petition.receive(details(about))
        if (silence) {
          await transaction((trx) => Silence.record(petition, phone.e164, silence, officer, trx))
        }
        assert.lengthOf(await Message.query().whereNotNull('missed_at'), 0)
        await petition.change((current, trx) =>
          current.conclude(outcome, 'Yolunuz onarıldı.', { officer }, trx)
        )
        const tasks = await Message.query().whereNotNull('missed_at')
        assert.lengthOf(tasks, isTask ? 1 : 0)
        const list = await client.get('/mesajlar').loginAs(officer)
        list.assertStatus(200)
        assert.equal(list.text().includes('Mektup veya ziyaret'), isTask)
        if (!isTask) return

        const [task] = tasks
        assert.isFalse(task!.mayBeSentAgain)
        assert.notInclude(list.text(), 'Yeniden gönder')
        const address = `/dosya/${petition.number}/mesajlar/${task!.id}/arama`
        const page = await client.get(address).loginAs(officer)
        page.assertStatus(200)
        page.assertTextIncludes('sonucu mektupla veya ziyaretle bildirin')
        const done = { result: 'reached', note: 'Mektup gönderildi.', task: task!.task! }
        await client.post(address).loginAs(officer).withCsrfToken().redirects(0).form(done)
        assert.lengthOf(await Message.query().whereNotNull('missed_at'), 0)
      })
    }
  }

  test('is no task before the petition ends', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const officer = await Officer.findByOrFail('login', 'masa')
    const unit = (await Catalogue.current()).unitByCode('TAR')!
    await petition.change((current, trx) => current.refer(unit, { officer }, trx))
    assert.lengthOf(await Message.all(), 0)
  })
})
