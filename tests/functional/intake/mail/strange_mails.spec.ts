import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { withFilesFolder } from '#tests/support/files'
import { withMailbox } from '#tests/support/mail/mailbox'
import { written } from '#tests/support/mail/written'
import { Dovecot } from '#tests/support/programs/dovecot'
import { windows1254 } from '#tests/support/windows1254'
import { Mail } from '../../../../app/intake/models/mail.ts'

const MB = 1024 * 1024

test.group('A strange mail', (group) => {
  emptied(group)
  const stored = withFilesFolder(group)
  const mailbox = withMailbox(group)
  group.each.skip(!Dovecot.isInstalled, Dovecot.MISSING)

  async function arrived(source: string | Buffer, at?: Date) {
    mailbox.server.deliver(source, at)
    await mailbox.look()
    return Mail.query().orderBy('id', 'desc').firstOrFail()
  }

  test('of 40 MB is never whole in memory, and what is too large stays in the mailbox', async ({
    assert,
  }) => {
    const large = { name: 'film.pdf', content: Buffer.alloc(30 * MB, '%PDF-1.4 ') }
    const small = { name: 'dilekce.pdf', content: Buffer.from('%PDF-1.4 kısa') }
    const source = Buffer.from(written({ files: [large, small] }).replace(/\n/g, '\r\n'), 'utf8')
    assert.isAbove(source.length, 40 * MB)
    mailbox.server.deliver(source)
    global.gc?.()
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
    await mailbox.look()
    clearInterval(watch)
    assert.isBelow((most - before) / MB, 64)
    const mail = await Mail.firstOrFail()
    assert.deepEqual([...mail.leftBehind], [{ name: 'film', fault: 'size' }])
    assert.include(mail.text, 'lambaları')
    assert.lengthOf(stored(), 1)
  })

  test('of 40 MB of words is cut, and says so', async ({ assert }) => {
    const mail = await arrived(written({ text: 'Uzun bir yazı.\n'.repeat(2.8 * MB) }))
    assert.isTrue(Boolean(mail.isCut))
    assert.isBelow(mail.text!.length, 60_000)
  }).timeout(120_000)

  for (const [charset, name] of [
    ['iso-8859-9', 'ISO-8859-9'],
    ['windows-1254', 'windows-1254'],
    ['', 'no charset at all'],
    ['us-ascii', 'a charset that it is not'],
    ['x-bilinmeyen', 'a charset that there is not'],
  ]) {
    test(`in ${name} is read as it was written`, async ({ assert }) => {
      const type = charset ? { 'Content-Type': `text/plain; charset=${charset}` } : {}
      const text = 'Işığı yanmıyor, şikâyetçiyim: ĞÜŞİÖÇ ğüşıöç'
      const head = written({ headers: { 'Content-Type': 'text/plain', ...type }, text: '' })
      const mail = await arrived(Buffer.concat([Buffer.from(head), windows1254(text)]))
      assert.equal(mail.text, text)
    })
  }

  test('with encoded words in its head is shown with its letters', async ({ assert }) => {
    const mail = await arrived(
      written({
        from: '=?iso-8859-9?Q?Ay=FEe_=DDnan?= <ayse@ornek.example>',
        subject: `=?utf-8?B?${Buffer.from('Çöp toplanmıyor').toString('base64')}?=`,
      })
    )
    assert.deepEqual([mail.name, mail.subject], ['Ayşe İnan', 'Çöp toplanmıyor'])
  })

  test('of HTML alone is read as plain text, whatever stands in it', async ({ assert }) => {
    const html = [
      '<html><head><style>p{color:red}</style><script>kotu()</script></head><body>',
      '<p>Yolumuz <b>bozuk</b>.</p><p>Teşekkürler &amp; saygılar</p>',
      '<img src="https://izleyen.example/x.gif"></body></html>',
    ].join('')
    const headers = { 'Content-Type': 'text/html; charset=utf-8' }
    const mail = await arrived(written({ headers, text: html }))
    assert.include(mail.text, 'Yolumuz bozuk.\n\nTeşekkürler & saygılar')
    for (const not of ['kotu', 'color', '<']) assert.notInclude(mail.text!, not)
    const deep = await arrived(written({ headers, text: '<div>'.repeat(20_000) + 'Derin.' }))
    assert.equal(deep.text, 'Derin.')
  })

  test('without text has its file, and the desk is told', async ({ assert }) => {
    const source = written({
      text: '',
      files: [{ name: 'a.pdf', content: Buffer.from('%PDF-1.4') }],
    })
    const mail = await arrived(source)
    assert.deepEqual([mail.text, mail.state, Boolean(mail.isUnread)], [null, 'proposed', false])
    assert.lengthOf(stored(), 1)
  })

  test('whose day is wrong came when the server says, and never later than now', async ({
    assert,
  }) => {
    const headers = { Date: 'yarın sabah' }
    const past = await arrived(written({ headers }), new Date('1971-01-01T00:00:00Z'))
    assert.isBelow(Math.abs(past.arrivedAt.diffNow('minutes').minutes), 2)
    const future = await arrived(written(), new Date(Date.now() + 86_400_000 * 400))
    assert.isAtMost(future.arrivedAt.diffNow('seconds').seconds, 0)
  })

  test('to ten thousand people, or with a head of a megabyte, is one proposal', async ({
    assert,
  }) => {
    const to = Array.from({ length: 10_000 }, (_, lot) => `kisi${lot}@ornek.example`)
    const many = await arrived(written({ headers: { To: to.join(',\n ') } }))
    assert.equal(many.subject, 'Sokak lambasi')
    const long = await arrived(written({ headers: { 'X-Uzun': 'a b '.repeat(MB / 4) } }))
    assert.equal(long.state, 'proposed')
  })

  test('that tries to write heads of its own, or what nobody sees, is plain words', async ({
    assert,
  }) => {
    const subject = `=?utf-8?Q?Konu=0D=0ABcc:_herkes@ornek.example=00=E2=80=AE?=`
    const mail = await arrived(written({ subject, text: `a\u0000b\u202Ec ${'ışık '.repeat(20)}` }))
    assert.equal(mail.subject, 'Konu Bcc: herkes@ornek.example')
    assert.match(mail.text!, /^a\ufffd?bc ışık/)
  })

  test('of a hundred parts in each other, of none, or of nothing keeps nobody waiting', async ({
    assert,
  }) => {
    const deep = Array.from({ length: 100 }, (_, lot) => [
      `Content-Type: multipart/mixed; boundary=b${lot}`,
      '',
      `--b${lot}`,
    ]).flat()
    mailbox.server.deliver(
      written({
        headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
        text: ['--b', ...deep].join('\n'),
      })
    )
    mailbox.server.deliver('\n')
    mailbox.server.deliver('Subject: kimden belli degil\n\nyazi\n')
    mailbox.server.deliver(written({ text: 'Sonuncu.' }))
    await mailbox.look()
    const mails = await Mail.query().orderBy('id')
    assert.lengthOf(mails, 4)
    assert.deepEqual(
      mails.slice(1).map(({ sender, text }) => [sender, text]),
      [
        [null, null],
        [null, 'yazi'],
        ['ayse@ornek.example', 'Sonuncu.'],
      ]
    )
  })
})
