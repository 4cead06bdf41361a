import i18n from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import sms from '#config/sms'
import { SmsText } from '#sms'
import {
  letter,
  smsText,
  type Renderable,
} from '../../../../app/notification/templates/rendering.ts'
import { EVENTS } from '../../../../app/notification/message_events.ts'
import { CitizenText } from '../../../../app/notification/templates/citizen_text.ts'
import { EVENT_TEXTS } from '../../../../app/notification/templates/placeholders.ts'
import { wrongWith } from '../../../../app/notification/templates/wording_rules.ts'
import type { Wording } from '../../../../app/notification/templates/wording.ts'

const find = (event: string, channel: string, locale = 'tr') =>
  CitizenText.find({ event, channel, locale })!
const RECEIVED = find('received', 'sms')
const ROUTED = find('routed', 'sms')
const MAIL = find('routed', 'email')

const worded = (text: string): Wording => ({ subject: null, text })
const mail = (subject: string, text = '{number} ilgili birimde.'): Wording => ({ subject, text })

/** `field.rule` of all that is to be mended. */
function refused(text: CitizenText, wording: Wording, mayBeLong = false) {
  return wrongWith(text, wording, mayBeLong).map(({ field, rule }) => `${field}.${rule}`)
}

const renderable = (about: Partial<Renderable> = {}): Renderable => ({
  event: 'received',
  locale: 'tr',
  placeholders: { number: '26 0481 2079', dueOn: '2026-12-02', office: 'Balıkesir Valiliği' },
  sealed: 'K7M4PX',
  ...about,
})

test.group('The words of a bureau chief', () => {
  test('are told instead of the house’s, filled with the message’s own values', ({ assert }) => {
    const wording = worded('{number}: aldık. Kod {secret}, gün {dueOn}, yine {number}.')
    const text = smsText(renderable({ wording }))
    assert.equal(text, '26 0481 2079: aldık. Kod K7M4PX, gün 02.12.2026, yine 26 0481 2079.')
  })

  test('have a subject of their own in an e-mail', ({ assert }) => {
    const wording = mail('{number}: {dueOn}', 'Sayın vatandaş,\n\n{number} bizde.')
    const { subject, text } = letter(renderable({ event: 'routed', wording }))
    assert.equal(subject, '26 0481 2079: 2 Aralık 2026')
    assert.equal(text, 'Sayın vatandaş,\n\n26 0481 2079 bizde.')
  })

  test('are no formula: an apostrophe, a plural, a dollar sign stay what they are', ({
    assert,
  }) => {
    for (const strange of ["Edremit'ten '{number}'", "''", '$& $1 $$', '#', '\\{', '<b>', '%s']) {
      const text = smsText(renderable({ wording: worded(strange) }))
      assert.equal(text, strange.replace('{number}', '26 0481 2079'))
    }
  })

  test('are told whole or not at all: {why}')
    .with([
      { why: 'a placeholder without value', text: '{number} {secret}', about: { sealed: null } },
      { why: 'one of another event', text: '{number} {secret}', about: { event: 'routed' } },
      { why: 'one that nobody knows', text: '{number} {ad}', about: {} },
      { why: 'the name of a property', text: '{number} {constructor}', about: {} },
      { why: 'an empty one', text: '{number} {}', about: {} },
    ] as const)
    .run(({ assert }, { text, about }) => {
      assert.throws(
        () => smsText(renderable({ wording: worded(text), ...about })),
        /nothing to put for/
      )
    })
})

test.group('What a chief may write', () => {
  test('is refused by name: {wanted}')
    .with([
      { wanted: 'text.required', text: '  \n ' },
      { wanted: 'text.unknown', text: '{number} {secret} Sayın {ad}' },
      { wanted: 'text.unknown', text: '{number} {secret} { dueOn }' },
      { wanted: 'text.unknown', text: '{number} {secret} {}' },
      { wanted: 'text.missing', text: 'Başvurunuz {number} alındı' },
      { wanted: 'text.missing', text: 'Kodunuz {secret}' },
      { wanted: 'text.brace', text: '{number} {secret} {dueOn' },
      { wanted: 'text.brace', text: '{number} {secret} :}' },
      { wanted: 'text.link', text: '{number} {secret} https://edremit.example' },
      { wanted: 'text.link', text: '{number} {secret} HTTP:edremit' },
      { wanted: 'text.link', text: '{number} {secret} www.edremit.example' },
      { wanted: 'text.link', text: '{number} {secret} edremit.gov.tr' },
      { wanted: 'text.link', text: '{number} {secret} www\u200b.edremit' },
      { wanted: 'text.severalParts', text: `{number} {secret} ${'a'.repeat(140)}` },
      { wanted: 'text.severalParts', text: `{number} {secret} 🙂 ${'a'.repeat(50)}` },
      { wanted: 'text.tooManyParts', text: `{number} {secret} ${'a'.repeat(460)}` },
    ])
    .run(({ assert }, { wanted, text }) => {
      assert.deepEqual(refused(RECEIVED, worded(text)), [wanted])
    })

  test('may be as long as three text messages when that is wanted', ({ assert }) => {
    const long = (letters: number) => worded(`{number} ${'a'.repeat(letters)}`)
    assert.deepEqual(refused(ROUTED, long(142)), [])
    assert.deepEqual(refused(ROUTED, long(143)), ['text.severalParts'])
    assert.deepEqual(refused(ROUTED, long(143), true), [])
    assert.deepEqual(refused(ROUTED, long(3 * 153 - 5 - 13), true), [])
    assert.deepEqual(refused(ROUTED, long(3 * 153 - 5 - 12), true), ['text.tooManyParts'])
  })

  test('names everything at once, each thing once', ({ assert }) => {
    const reasons = wrongWith(RECEIVED, worded('{ad} {soyad} {ad} www.x'), false)
    assert.deepEqual(
      reasons.map(({ rule, values }) => [rule, values?.names]),
      [
        ['unknown', '{ad}, {soyad}'],
        ['link', undefined],
        ['missing', '{number}, {secret}'],
      ]
    )
  })

  test('fits the columns', ({ assert }) => {
    const number = '{number} '
    assert.deepEqual(refused(MAIL, mail('Konu', number + 'ş'.repeat(9_991))), [])
    assert.deepEqual(refused(MAIL, mail('Konu', number + 'ş'.repeat(9_992))), ['text.maxLength'])
    assert.deepEqual(refused(MAIL, mail('ş'.repeat(200))), [])
    assert.deepEqual(refused(MAIL, mail('ş'.repeat(201))), ['subject.maxLength'])
  })

  test('is one line in a subject, without the code and without a link', ({ assert }) => {
    const receipt = find('received', 'email')
    const subject = (words: string) => refused(receipt, mail(words, '{number} {secret}'))
    assert.deepEqual(subject('{number} alındı'), [])
    assert.deepEqual(subject(' '), ['subject.required'])
    assert.deepEqual(subject('{number}\nBcc: herkes'), ['subject.oneLine'])
    assert.deepEqual(subject('{number}\u2028alındı'), ['subject.oneLine'])
    assert.deepEqual(subject('{number} {secret}'), ['subject.unknown'])
    assert.deepEqual(subject('{number'), ['subject.brace'])
    assert.deepEqual(subject('www.x'), ['subject.link'])
  })

  test('has no link in an e-mail either', ({ assert }) => {
    const text = '{number}: https://edremit.example'
    assert.deepEqual(refused(MAIL, mail('Konu', text)), ['text.linkInMail'])
  })

  test('is anything that the house itself says', ({ assert }) => {
    assert.lengthOf(CitizenText.all, (24 + 5 + 4) * 2 * 2)
    for (const text of CitizenText.all) assert.deepEqual(refused(text, text.house), [], text.key)
  })
})

/** Everything that a text can be put together of, also what is refused. */
const fragment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('{number}', '{secret}', '{dueOn}', '{office}', 'gün', ' ', '\n'),
  },
  { weight: 2, arbitrary: fc.constantFrom("'", '’', 'ğ', 'İ', 'ș', '🙂', '$&', '$1', '#', '<') },
  { weight: 1, arbitrary: fc.constantFrom('{', '}', '{ad}', '{}', '{number, plural}', 'www.') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }
)
const anyWording = fc.record({
  text: fc.array(fragment, { maxLength: 12 }).map((all) => ['{number}', ...all].join('')),
  subject: fc.array(fragment, { maxLength: 4 }).map((all) => ['Konu', ...all].join('')),
})
const anyMessage = fc.record({
  number: fc.nat({ max: 9_999_999_999 }).map((digits) => {
    const text = String(digits).padStart(10, '0')
    return `${text.slice(0, 2)} ${text.slice(2, 6)} ${text.slice(6)}`
  }),
  dueOn: fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => DateTime.utc(2026, 1, 1).plus({ days }).toISODate()!),
  office: fc.constantFrom('Balıkesir Valiliği', 'Şereflikoçhisar Kaymakamlığı'),
  day: fc.constantFrom('2026-05-01', '2026-09-30'),
  hour: fc.constantFrom('09:00', '14:30'),
  phone: fc.constant('0266 000 00 00'),
  secret: fc.array(fc.constantFrom(...'ACDEFHJKMNPRTVWXY34679'), { minLength: 6, maxLength: 6 }),
})

test.group('Whatever is accepted', () => {
  test('is told with everything filled in, and never costs more than was counted: {key}')
    .with(CitizenText.all)
    .run(({ assert }, text) => {
      const { event, channel, locale, has, needs } = text
      let accepted = 0
      fc.assert(
        fc.property(anyWording, anyMessage, ({ subject, text: words }, { secret, ...values }) => {
          const wording = {
            subject: channel === 'email' ? subject : null,
            text: [
              words,
              ...needs.filter((name) => name !== 'number').map((name) => `{${name}}`),
            ].join(''),
          }
          if (wrongWith(text, wording, true).length > 0) return
          accepted++
          const sealed = has.includes('secret') ? secret.join('') : null
          const message = { event, locale, placeholders: values, sealed, wording }
          const said = channel === 'sms' ? { text: smsText(message) } : letter(message)
          const isTyped = /undefined|null/.test(`${subject} ${words}`)
          const empty = isTyped ? /[{}]/ : /[{}]|undefined|null/
          for (const one of Object.values(said)) assert.notMatch(one, empty)
          assert.include(said.text, values.number)
          const count = text.count(wording)
          if (!count) return
          const really = SmsText.count(said.text)
          assert.isAtMost(really.units, count.units)
          assert.isAtMost(really.parts, count.parts)
        }),
        { numRuns: 1_000 }
      )
      assert.isAbove(accepted, 30)
    })
})

test.group('The count', () => {
  test('is of the longest form: the longest month of the language, as texts write it', ({
    assert,
  }) => {
    const { text } = find('routed', 'sms', 'en').longest(worded('{number} {dueOn}'))
    assert.equal(text, '26 0481 2075 28 September 2026')
    assert.equal(ROUTED.longest(worded('{dueOn}')).text.length, '30.09.2026'.length)
    assert.equal(MAIL.longest(mail('', '{dueOn}')).text, '28 Haziran 2026')
  })

  test('says what fits and what is taken', ({ assert }) => {
    const count = (text: string) => ROUTED.count(worded(text))!
    assert.containsSubset(count('aaa'), { alphabet: 'plain', units: 3, parts: 1, room: 155 })
    assert.containsSubset(count('ış'), { alphabet: 'single', units: 4, parts: 1, room: 150 })
    assert.containsSubset(count('🙂a'), { alphabet: 'ucs2', units: 3, parts: 1, room: 65 })
    assert.containsSubset(count('ı'.repeat(100)), { parts: 2, units: 200, room: 2 * 149 - 5 })
    assert.isNull(MAIL.count(mail('Konu')))
  })

  test('is of the gateway through which it costs most', ({ assert, cleanup }) => {
    const { gateways, setting } = sms
    cleanup(() => void Object.assign(sms, { gateways, setting }))
    const given: Record<string, string> = { DAR_ALPHABET: 'ucs2', DAR_SUFFIX: '8' }
    Object.assign(sms, { gateways: 'log, dar:smpp', setting: (name: string) => given[name] })
    const wording = (letters: number) => worded('ş'.repeat(letters))
    assert.containsSubset(ROUTED.count(wording(62)), { alphabet: 'single', parts: 1, room: 150 })
    assert.containsSubset(ROUTED.count(wording(63)), { alphabet: 'ucs2', parts: 2, foreign: [] })
  })

  test('names the letters that no table has, each once and as a person counts', ({ assert }) => {
    const foreign = (text: string) => ROUTED.count(worded(text))!.foreign
    assert.deepEqual(foreign('șehir ș 👩‍👧 ğ â “x” ’'), ['ș', '👩‍👧'])
    assert.deepEqual(foreign('Ayşe’nin başvurusu'), [])
    assert.deepEqual(SmsText.count('ğ ș', { alphabet: 'plain' }).foreign, ['ș'])
    assert.deepEqual(SmsText.count('ğ ș', { alphabet: 'ucs2' }).foreign, [])
  })
})

test.group('Every event', () => {
  test('{0} needs only what it has')
    .with([...EVENTS])
    .run(({ assert }, event) => {
      const { has, needs, isWordedByChief } = EVENT_TEXTS[event]
      assert.includeMembers([...has], [...needs])
      for (const name of has) {
        for (const locale of ['tr', 'en']) {
          const key = `notification.templates.placeholder.${name}`
          assert.isTrue(i18n.locale(locale).hasMessage(key), key)
        }
      }
      assert.equal(
        CitizenText.find({ event, channel: 'sms', locale: 'tr' }) !== null,
        isWordedByChief
      )
    })
})
