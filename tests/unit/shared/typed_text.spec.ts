import { test } from '@japa/runner'
import fc from 'fast-check'
import { Form } from '#shared/typed/typed'
import { isVisible, oneLine, typedFields, typedText } from '#shared/typed/typed_text'

/** What a form can be filled with so that nobody sees anything. */
const NOTHING: Record<string, string> = {
  'nothing': '',
  'spaces': '  \t\n\u00a0\u2003\u3000',
  'a space of no width': '\u200b',
  'joiners': '\u200c\u200d',
  'a word joiner and the operators nobody sees': '\u2060\u2061\u2062\u2063\u2064',
  'a byte order mark': '\ufeff',
  'a soft hyphen': '\u00ad',
  'the Mongolian vowel separator': '\u180e',
  'the blank of Braille': '\u2800\u2800',
  'fillers of Hangul': '\u3164\u115f\u1160\uffa0',
  'variation selectors': '\ufe0e\ufe0f\u{e0100}',
  'marks without a letter': '\u0301\u0323\u20e3',
  'marks of direction': '\u202e\u202c\u2066\u2069\u200e\u200f\u061c',
  'control characters': '\0\u0007\u001b\u007f\u0080\v\f\u0085\u2028\u2029',
  'half of a letter': '\ud800',
  'a letter that did not arrive': '\ufffd',
  'a place without a letter': '\uffff\ufdd0',
  'letters of tags': '\u{e0061}\u{e007f}',
}

/** What a form that must have a reason says of this one. */
function missingIn(reason: string) {
  const form = new Form({ reason })
  form.multiline('reason', { required: true })
  return form.reasons
}

test.group('Not empty', () => {
  for (const [what, text] of Object.entries(NOTHING)) {
    test(`is not ${what}`, ({ assert }) => {
      assert.isFalse(isVisible(text))
      assert.equal(typedText(text), '')
      assert.deepEqual(missingIn(text), [{ field: 'reason', rule: 'required' }])
    })
  }

  for (const text of ['Su', '7', '?', '👍🏽', '❤️', 'ماء', 'Вода', '水', '₺', '\u200bSu']) {
    test(`is ${text}`, ({ assert }) => {
      assert.isTrue(isVisible(text))
      assert.deepEqual(missingIn(text), [])
      assert.equal(typedText(text), text.replace('\u200b', ''))
    })
  }

  test('is no list, no object and no number', ({ assert }) => {
    for (const value of [null, undefined, 7, ['Su'], { Su: 'Su' }, true]) {
      assert.equal(typedText(value), '')
    }
  })
})

test.group('What somebody typed', () => {
  test('ends its lines in one way, whatever ended them', ({ assert }) => {
    assert.equal(
      typedText('bir\r\niki\rüç\vdört\fbeş\u0085altı\u2028yedi\u2029sekiz\n'),
      'bir\niki\nüç\ndört\nbeş\naltı\nyedi\nsekiz'
    )
  })

  test('loses what no keyboard writes and nobody sees, and nothing else', ({ assert }) => {
    assert.equal(
      typedText('Bir\0inci\tsa\u00adtır\u001b \u202eters\u202c\ufeff'),
      'Birinci\tsatır ters'
    )
    for (const text of ['👨‍👩‍👧 🏳️‍🌈', 'می‌خواهم', 'Dilek\n\n  – “şu” ’', '⠁⠃']) {
      assert.equal(typedText(text), text)
    }
  })

  test('is kept in composed letters of which none carries a tower of marks', ({ assert }) => {
    assert.equal(typedText('Is\u0327ık Sag\u0306lık'), 'Işık Sağlık')
    assert.isBelow(typedText(`a${'\u0301'.repeat(3_000)}`).length, 10)
    assert.isBelow(typedText(`a${'\u0301\u200b\u0323\u200d'.repeat(3_000)}`).length, 10)
  })

  test('is well-formed, also when half of a letter came', ({ assert }) => {
    assert.equal(typedText('a\ud83d'), 'a\ufffd')
  })

  test('changes no more when it is read again', ({ assert }) => {
    const strange = fc.constantFrom(...Object.values(NOTHING).join(''), ...'a\r\n ışİ', 'g\u0306')
    const any = fc.oneof(fc.string({ unit: strange }), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(any, (text) => {
        const read = typedText(text)
        assert.equal(typedText(read), read)
        assert.isTrue(read.isWellFormed())
        assert.isTrue(read === '' || isVisible(read))
      })
    )
  })

  test('fits one line when it has to', ({ assert }) => {
    assert.equal(oneLine('Zeytinli\n  Mahallesi\u00a0 3'), 'Zeytinli Mahallesi 3')
  })

  test('is each field of a form, but for a password', ({ assert }) => {
    const fields = JSON.parse('{"__proto__": "a\\u0000", "note": ["x"], "password": " \\u200b "}')
    const read = typedFields(fields)
    assert.deepEqual(Object.entries(read), [
      ['__proto__', 'a'],
      ['note', ''],
      ['password', ' \u200b '],
    ])
    for (const none of [null, undefined, 'x', 7]) assert.isObject(typedFields(none))
  })
})
