import { globSync, readFileSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import emitter from '@adonisjs/core/services/emitter'
import { Officer } from '#organisation'
import {
  FormAlreadyUsed,
  SameAgain,
  LastDay,
  openPetition,
  Petition,
  PetitionChanged,
  PetitionNumber,
  Secret,
  StepTaken,
} from '#intake'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { district } from '#tests/support/databases/district'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { emptied, wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'

test.group('Receiving a petition', (group) => {
  wrapped(group)

  test('keeps identity number, phone, e-mail and address unreadable', async ({ assert }) => {
    const { petition } = await Petition.receive(
      details({
        nationalId: NationalId.parse('12345678950'),
        phone: PhoneNumber.parse('0500 012 34 56'),
        email: 'ayse@ornek.example',
        address: 'Zeytinli Mahallesi 3',
      })
    )
    const row = await db.from('petitioners').where('petition_id', petition.id).firstOrFail()
    for (const plain of ['12345678950', '5000123456', 'ornek', 'Zeytinli']) {
      assert.notInclude(JSON.stringify(row), plain)
    }
    const petitioner = await petition.related('petitioner').query().firstOrFail()
    assert.equal(petitioner.phone, '+905000123456')
    assert.equal(petitioner.maskedNationalId, '123******50')
  })

  test('keeps of the secret only a digest, and opens with it', async ({ assert }) => {
    const { petition, secret } = await Petition.receive(details())
    const row = await db.from('petitions').where('id', petition.id).firstOrFail()
    assert.notInclude(JSON.stringify(row), secret.text)
    const number = PetitionNumber.parse(petition.number)!
    assert.equal((await openPetition(number, secret))?.id, petition.id)
    assert.isNull(await openPetition(number, Secret.draw()))
    assert.isNull(await openPetition(PetitionNumber.draw(2026), secret))
  })

  test('makes one petition of a form that is sent twice, with one receipt', async ({ assert }) => {
    const token = FormToken.issue()
    const first = await Petition.receive(details(), { token })
    const second = await Petition.receive(details(), { token })
    assert.equal(second.petition.id, first.petition.id)
    assert.equal(second.secret.text, first.secret.text)
    assert.lengthOf(await Petition.all(), 1)
  })

  test('does not pass other words off as received under a used form', async ({ assert }) => {
    const token = FormToken.issue()
    await Petition.receive(details(), { token })
    await assert.rejects(
      () => Petition.receive(details({ text: 'Bambaşka bir konu' }), { token }),
      FormAlreadyUsed
    )
  })

  test('draws another number when the lot falls on a taken one', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const draw = PetitionNumber.draw
    const taken = PetitionNumber.parse(petition.number)!
    PetitionNumber.draw = (year) => {
      PetitionNumber.draw = draw
      return year ? taken : draw(year)
    }
    const { petition: other } = await Petition.receive(details())
    assert.notEqual(other.number, petition.number)
  })

  test('promises a day and knows the legal one, each with its reason', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    assert.isTrue(petition.dueOn >= DateTime.utc().plus({ days: 6 }))
    const { promise, legal } = await LastDay.of(petition)
    assert.match(promise!.reasonIn('tr'), /^kayıt gününden sonra 7 gün/)
    assert.match(promise!.reasonIn('en'), /^7 days after receipt/)
    assert.equal(legal!.reasonIn('tr'), 'kayıt gününden sonra 30 gün')
    assert.equal(legal!.dueOn.toISODate(), petition.legalDueOn.toISODate())
    assert.isTrue(petition.legalDueOn > petition.dueOn)
  })
})

test.group('A step', () => {
  test('is written, and told of, in one place alone', ({ assert }) => {
    const files = globSync('app/**/*.ts')
    const writers = files.filter((file) =>
      /\bStep\.(write|create|createMany)\(|new (Step|StepTaken)\(/.test(readFileSync(file, 'utf8'))
    )
    assert.deepEqual(writers, ['app/intake/models/petition_record.ts'])
  })
})

test.group('Save together what belongs together', (group) => {
  emptied(group)

  test('asks the second of two tabs that send the same words at once', async ({ assert }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    const send = () => Petition.receive(details({ phone }), { token: FormToken.issue() })
    const sent = await Promise.allSettled([send(), send()])
    const [asked, ...others] = sent.filter(({ status }) => status === 'rejected')
    assert.instanceOf((asked as PromiseRejectedResult).reason, SameAgain)
    assert.isEmpty(others)
    for (const table of ['petitions', 'petitioners', 'steps']) {
      assert.lengthOf(await db.from(table), 1, table)
    }
  })

  test('gives each of many that come at once its own, and one form one petition', async ({
    assert,
  }) => {
    const tokens = Array.from({ length: 10 }, () => FormToken.issue())
    const forms = [...tokens, ...tokens.slice(5)]
    const receipts = await Promise.all(
      forms.map((token) => {
        const text = `Su akmıyor, ${tokens.indexOf(token)}. yazı`
        return Petition.receive(details({ text }), { token }).then((receipt) => ({ text, receipt }))
      })
    )
    for (const { text, receipt } of receipts) {
      const kept = await Petition.findByOrFail('number', receipt.petition.number)
      assert.equal(kept.text, text)
      assert.isTrue(receipt.secret.opens(kept))
    }
    for (const table of ['petitions', 'petitioners', 'steps']) {
      assert.lengthOf(await db.from(table), tokens.length, table)
    }
  })

  test('keeps nothing of a petition when a listener of its step fails', async ({
    assert,
    cleanup,
  }) => {
    const fail = () => {
      throw new Error('the listener could not write')
    }
    emitter.on(StepTaken, fail)
    cleanup(() => emitter.off(StepTaken, fail))
    await assert.rejects(() => Petition.receive(details()), 'the listener could not write')
    for (const table of ['petitions', 'petitioners', 'steps']) {
      assert.lengthOf(await db.from(table), 0, table)
    }
  })

  test('tells the second of two officers that the petition was changed', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const [one, other] = [
      await Petition.findOrFail(petition.id),
      await Petition.findOrFail(petition.id),
    ]
    const catalogue = await district()
    const officer = await Officer.findByOrFail('login', 'masa')
    const unit = catalogue.unitByCode('TAR')!
    await transaction((trx) => one.refer(unit, { officer }, trx))
    await assert.rejects(
      () => transaction((trx) => other.refer(unit, { officer }, trx)),
      PetitionChanged
    )
    const steps = await petition.related('steps').query()
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['referred', 'received']
    )
    assert.lengthOf(await db.from('petition_readers').where('petition_id', petition.id), 1)
  })
})
