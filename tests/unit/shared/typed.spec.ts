import { test } from '@japa/runner'
import { Refusal } from '#shared/typed/problems'
import { Typed, type Form, type SomeWords } from '#shared/typed/typed'

/** What a reading of these words gives, or what is to be mended. */
function read<T>(words: SomeWords, fields: (form: Form) => T) {
  try {
    return new Typed(words).read(fields)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.reasons.map(({ field, rule, values }) => [
      field,
      rule,
      ...Object.values(values ?? {}),
    ])
  }
}

const COLOURS = ['blue', 'green'] as const

test.group('A form', () => {
  test('is read as a model wants it', ({ assert }) => {
    const words = {
      name: '  Ayşe\n Yılmaz ',
      note: 'Bir\n\niki',
      colour: 'blue',
      phone: '0500 012 34 56',
      id: '123 456 789 50',
      email: 'Ayse@Ornek.Example',
      on: '2026-12-02',
      box: '1',
    }
    const details = new Typed(words).read((form) => ({
      name: form.line('name', { max: 120, required: true }).length,
      note: form.multiline('note'),
      colour: form.choice('colour', COLOURS),
      phone: form.phone('phone')?.e164,
      id: form.nationalId('id', { required: true }).digits,
      email: form.email('email', { required: true }).toString(),
      on: form.day('on')?.toISODate(),
      box: form.ticks('box'),
    }))
    assert.deepEqual(details, {
      name: 'Ayşe Yılmaz'.length,
      note: 'Bir\n\niki',
      colour: 'blue',
      phone: '+905000123456',
      id: '12345678950',
      email: 'Ayse@ornek.example',
      on: '2026-12-02',
      box: true,
    })
  })

  test('says everything that is to be mended at once, in the order of its fields', ({ assert }) => {
    const words = {
      name: '\u200b',
      place: 'ş'.repeat(11),
      note: 'ş'.repeat(10_001),
      colour: 'red',
      phone: '0266 000 00 00',
      id: '12345678951',
      email: 'ali@hotmaıl.com',
      on: '2026-02-30',
    }
    const wrong = read(words, (form) => {
      form.line('name', { max: 10, required: true })
      form.line('place', { max: 10 })
      form.multiline('note')
      form.choice('colour', COLOURS)
      form.phone('phone')
      form.nationalId('id')
      form.email('email')
      form.day('on')
      form.wrong('again', 'same')
    })
    assert.deepEqual(wrong, [
      ['name', 'required'],
      ['place', 'maxLength', 10],
      ['note', 'maxLength', 10_000],
      ['colour', 'choice'],
      ['phone', 'format'],
      ['id', 'format'],
      ['email', 'letter', 'ı', 'ali@hotmail.com'],
      ['on', 'format'],
      ['again', 'same'],
    ])
  })

  test('may say it in sentences of its own', ({ assert }) => {
    const wrong = read({ colour: 'red', on: 'dün' }, (form) => {
      form.multiline('note', { required: 'correction' })
      form.choice('colour', COLOURS, { wrong: 'required' })
      form.choice('shade', COLOURS, { required: true, wrong: 'required' })
      form.day('on', { wrong: 'noDay' })
      form.day('until', { required: 'openEnd' })
    })
    assert.deepEqual(wrong, [
      ['note', 'correction'],
      ['colour', 'required'],
      ['shade', 'required'],
      ['on', 'noDay'],
      ['until', 'openEnd'],
    ])
  })

  test('may leave out what it need not have', ({ assert }) => {
    const details = read({ place: ' ', phone: '' }, (form) => [
      form.line('place', { max: 10 }),
      form.multiline('note'),
      form.choice('colour', COLOURS),
      form.phone('phone'),
      form.day('on'),
      form.ticks('box'),
      form.text('token'),
    ])
    assert.deepEqual(details, [null, null, null, null, null, false, ''])
  })

  test('takes a day as a field for days sends it, and as people write it', ({ assert }) => {
    const on = (text: string) => read({ on: text }, (form) => form.day('on')?.toISO())
    for (const text of ['2026-12-02', '2.12.2026', '02.12.2026']) {
      assert.equal(on(text), '2026-12-02T00:00:00.000+03:00', text)
    }
    for (const text of ['2026-02-29', '31.4.2026', '2.12.26', '0000-00-00', '2026-12-02T00:00']) {
      assert.deepEqual(on(text), [['on', 'format']], text)
    }
  })
})

test.group('What was typed', () => {
  const typed = new Typed({
    _csrf: 'x',
    password: 'gizli',
    login: 'masa',
    note: 'Bir\niki',
    none: '',
  })

  test('goes along whole, but for what is nobody’s to keep', ({ assert }) => {
    assert.deepEqual(typed.without('login').carried, [
      { name: 'note', value: 'Bir\niki' },
      { name: 'none', value: '' },
    ])
  })

  test('is told apart by the beginnings of its names', ({ assert }) => {
    const card = new Typed({ 'refer-unit': 'TAR', 'refer-note': 'Yol', 'forward-unit': 'BEL' })
    assert.deepEqual(card.part('refer-').words, { unit: 'TAR', note: 'Yol' })
  })

  test('is one of a list or none of it', ({ assert }) => {
    const asked = new Typed({ filtre: 'late', sonra: '' })
    assert.equal(asked.oneOf('filtre', ['open', 'late']), 'late')
    assert.isNull(asked.oneOf('filtre', ['open']))
    assert.isNull(asked.oneOf('durum', ['open']))
    assert.isTrue(asked.has('sonra'))
    assert.isFalse(asked.has('durum'))
  })
})
