import i18n from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { EmailAddress } from '#shared/typed/email_address'

test.group('E-mail address', () => {
  test('takes {0}')
    .with([
      ['ali@ornek.com', 'ali@ornek.com'],
      ['  Ali.Veli+kapi@ORNEK.com.tr ', 'Ali.Veli+kapi@ornek.com.tr'],
      ["o'neil@ornek.com", "o'neil@ornek.com"],
      ['a_b-c=d@mail.ornek.example', 'a_b-c=d@mail.ornek.example'],
      ['ali\u200b@orn\u00adek.com\ufeff', 'ali@ornek.com'],
      ['ａｌｉ＠ornek．com', 'ali@ornek.com'],
      ['ali@163.com', 'ali@163.com'],
      [`${'a'.repeat(64)}@ornek.com`, `${'a'.repeat(64)}@ornek.com`],
    ])
    .run(({ assert }, [typed, kept]) => {
      assert.isNull(EmailAddress.mistyped(typed!))
      assert.equal(EmailAddress.parse(typed!)?.toString(), kept)
    })

  test('names the letter that would lead {0} elsewhere, and what may be meant')
    .with([
      ['ali@hotmaıl.com', 'ı', 'ali@hotmail.com'],
      ['ALİ@HOTMAİL.COM', 'İ', 'ali@hotmail.com'],
      ['ayşe@ornek.com', 'ş', 'ayse@ornek.com'],
      ['ali@örnek.com', 'ö', 'ali@ornek.com'],
      ['ali@xn--hotmal-t9a.com', 'ı', 'ali@hotmail.com'],
    ])
    .run(({ assert }, [typed, letter, meant]) => {
      assert.isNull(EmailAddress.parse(typed!))
      assert.deepEqual(EmailAddress.mistyped(typed!), { rule: 'letter', values: { letter, meant } })
    })

  test('asks for {0} again: {1}')
    .with([
      ['аli@ornek.com', 'sign', 'а'],
      ['|rm@ornek.com', 'sign', '|'],
      ['"| rm"@ornek.com', 'space'],
      ['"a"@ornek.com', 'sign', '"'],
      ['a%b.com@ornek.com', 'sign', '%'],
      ['b.com!a@ornek.com', 'sign', '!'],
      ['/etc/a@ornek.com', 'sign', '/'],
      ['ali,veli@ornek.com', 'sign', ','],
      ['ali@ornek,com', 'sign', ','],
      ['ali@[127.0.0.1]', 'sign', '['],
      ['ali@ornek_a.com', 'sign', '_'],
      ['ali <ali@ornek.com>', 'space'],
      ['ali@ornek.com\r\nBcc: b@ornek.com', 'space'],
      ['ali@ornek.com\n', null],
      ['ali @ornek.com', 'space'],
      ['a@ornek..com', 'dots'],
      ['a..b@ornek.com', 'dots'],
      ['.a@ornek.com', 'dots'],
      ['a.@ornek.com', 'dots'],
      ['a@ornek.com.', 'dots'],
      ['a@.com', 'dots'],
      ['-a@ornek.com', 'format'],
      ['a@-ornek.com', 'format'],
      ['a@ornek-.com', 'format'],
      ['a@ornek', 'format'],
      ['a@ornek.c', 'format'],
      ['a@127.0.0.1', 'format'],
      ['a@b@ornek.com', 'format'],
      ['ayse@', 'format'],
      ['ornek.com', 'format'],
      ['', 'format'],
      [`${'a'.repeat(65)}@ornek.com`, 'format'],
      [`a@${'b'.repeat(64)}.com`, 'format'],
      [`a@${'b.'.repeat(130)}com`, 'maxLength'],
    ] as [string, string | null, string?][])
    .run(({ assert }, [typed, rule, sign]) => {
      const wrong = EmailAddress.mistyped(typed)
      assert.equal(wrong?.rule ?? null, rule)
      if (sign) assert.deepEqual(wrong?.values, { sign })
      assert.equal(EmailAddress.parse(typed) === null, rule !== null)
    })

  test('has a sentence in both languages for all that can be wrong', ({ assert }) => {
    for (const locale of ['tr', 'en']) {
      for (const rule of ['letter', 'sign', 'space', 'dots', 'format', 'maxLength']) {
        const key = `intake.problems.email.${rule}`
        const said = i18n.locale(locale).t(key, { letter: 'ı', meant: 'm', sign: '|', max: 250 })
        assert.notInclude(said, key)
      }
    }
  })

  test('is never more than one mailbox, whatever is typed', ({ assert }) => {
    const sign = fc.constantFrom(...'aZ0@@..-+_|"\'%!/\\,;:<>()[] \t\n\u200bıİşＡ＠．\u0301')
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 20 }), (typed) => {
        const address = EmailAddress.parse(typed)?.toString()
        if (address === undefined) return
        assert.match(address, /^\w[\w.+'&=~-]*@[a-z0-9][a-z0-9.-]*[a-z0-9]$/)
        assert.notInclude(address, '..')
        assert.equal(EmailAddress.parse(address)?.toString(), address)
      }),
      { numRuns: 2_000 }
    )
  })
})
