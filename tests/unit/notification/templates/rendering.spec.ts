import { test } from '@japa/runner'
import { letter, smsText } from '../../../../app/notification/templates/rendering.ts'
import {
  EVENTS,
  TELLS_SECRET,
  EVENT_OF_STEP,
  WITHOUT_PETITION,
  type MessageEvent,
} from '../../../../app/notification/message_events.ts'
import { SmsText } from '#sms'
import { houseWording } from '../../../../app/notification/templates/house_wording.ts'
import { STEPS } from '#intake'

/** The longest that each placeholder can get: numbers and codes have one length, dates a long month. */
const longest = (event: MessageEvent, locale: string) => ({
  event,
  locale,
  placeholders: {
    ...{ number: '26 0481 2075', dueOn: '2026-09-30' },
    ...(event === 'handedOver' && { office: 'Mustafakemalpaşa Kaymakamlığı' }),
    ...{ day: '2026-09-30', hour: '14:30', phone: '0266 000 00 00' },
  },
  sealed: event === 'code' || TELLS_SECRET.includes(event) ? 'K7M4PX' : null,
})

const every = EVENTS.flatMap((event) => ['tr', 'en'].map((locale) => ({ event, locale })))

/** A link that sets a password or asks something, and that a mail arrived, go by e-mail alone. */
const BY_EMAIL: readonly string[] = [
  ...['passwordLink', 'mailArrived', 'digest', 'outsideLetter'],
  'survey',
]
const BY_TEXT = WITHOUT_PETITION.filter((event) => !BY_EMAIL.includes(event))

test.group('The words of a message', () => {
  test('{event} in {locale} fits one text message, with room for what the operator adds')
    .with(every)
    .run(({ assert }, { event, locale }) => {
      const { parts, alphabet } = SmsText.count(smsText(longest(event, locale)))
      assert.equal(parts, 1)
      // The name of an office is Turkish in every language.
      const isTurkish = locale === 'tr' || event === 'handedOver'
      assert.equal(alphabet, isTurkish ? 'single' : 'plain')
    })

  test('{event} in {locale} leaves no placeholder unfilled and carries no link')
    .with(every)
    .run(({ assert }, { event, locale }) => {
      const message = longest(event, locale)
      const { subject, text } = letter(message)
      for (const words of [smsText(message), subject, text]) {
        assert.notMatch(words, /[{}]|https?:|www\.|undefined|missing/i)
        assert.equal(subject.includes('\n'), false)
      }
      assert.include(smsText(message), '26 0481 2075')
      assert.include(subject, '26 0481 2075')
    })

  test('{event} in {locale} fits one too, though it tells of no petition')
    .with(BY_TEXT.flatMap((event) => ['tr', 'en'].map((locale) => ({ event, locale }))))
    .run(({ assert }, { event, locale }) => {
      const text = smsText(longest(event, locale))
      assert.equal(SmsText.count(text).parts, 1)
      assert.notMatch(text, /[{}]|https?:|www\.|undefined|missing/i)
    })

  test('tells the code at the receipt and when it is renewed, and never again', ({ assert }) => {
    for (const event of ['received', 'renewed'] as const) {
      assert.include(smsText(longest(event, 'tr')), 'K7M4PX')
      assert.include(letter(longest(event, 'tr')).text, 'K7M4PX')
    }
    assert.include(smsText(longest('renewed', 'tr')), 'Önceki kod geçersizdir')
    for (const event of ['routed', 'handedOver', 'forwarded', 'concluded'] as const) {
      const words = smsText({ ...longest(event, 'tr'), sealed: 'K7M4PX' })
      assert.notInclude(words, 'K7M4PX')
    }
  })

  test('says which office has it, and promises nothing with it', ({ assert }) => {
    const text = smsText(longest('handedOver', 'tr'))
    assert.include(text, 'Mustafakemalpaşa Kaymakamlığı')
    assert.notMatch(text, /cevap|gün|2026|birim/)
  })

  test('writes the promised day as people in each language do', ({ assert }) => {
    assert.include(smsText(longest('routed', 'tr')), '30.09.2026')
    assert.include(smsText(longest('routed', 'en')), '30 September 2026')
    assert.include(letter(longest('routed', 'tr')).text, '30 Eylül 2026')
  })

  test('is decided for every kind of step', ({ assert }) => {
    assert.sameMembers(Object.keys(EVENT_OF_STEP), Object.keys(STEPS))
    const told = new Set(Object.values(EVENT_OF_STEP).filter((event) => event !== null))
    // A ready text, which an officer sends.
    assert.sameMembers([...told, 'callBack'], [...EVENTS])
  })

  test('of a step: {kind}, in both languages and by both channels, or silence on purpose')
    .with(Object.entries(EVENT_OF_STEP).map(([kind, event]) => ({ kind, event })))
    .run(({ assert }, { kind, event }) => {
      assert.property(STEPS, kind)
      if (event === null) return
      for (const locale of ['tr', 'en']) {
        for (const channel of ['sms', 'email'] as const) {
          assert.isNotEmpty(houseWording({ event, channel, locale }).text)
        }
      }
    })

  test('fails loudly where nobody wrote them', ({ assert }) => {
    const nowhere = { ...longest('routed', 'tr'), locale: 'de' }
    assert.throws(() => smsText(nowhere), 'no words for notification.texts.sms.routed in de')
    assert.throws(
      () => letter(nowhere),
      'no words for notification.texts.email.routed.subject in de'
    )
  })
})
