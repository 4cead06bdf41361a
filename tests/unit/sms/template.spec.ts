import { test } from '@japa/runner'
import fc from 'fast-check'

import {
  PLACEHOLDERS,
  Template,
  type TemplateSettings,
  type Values,
} from '../../../app/sms/http/template.ts'

const FORM: TemplateSettings = {
  method: 'POST',
  url: 'https://sms.example/send?to={msisdn}&m={text}',
  headers: {},
  type: 'form',
  body: 'to={msisdn}&text={text}&from={sender}',
}
const JSON_ONE: TemplateSettings = {
  ...FORM,
  type: 'json',
  body: '{"a":{"text":"{text}"},"list":[{"no":"{msisdn}"}],"fixed":1,"from":"{sender}"}',
}
const XML: TemplateSettings = {
  ...FORM,
  type: 'xml',
  body: '<sms to="{msisdn}"><text>{text}</text></sms>',
}

const values = (text: string) => ({
  ...(Object.fromEntries(PLACEHOLDERS.map((name) => [name, name])) as Values),
  msisdn: '905000000001',
  text,
})

const NASTY = [
  '"},"fixed":2,"x":"',
  '&from=HACK',
  '</text><text>',
  '" to="1',
  '{password}',
  '\n%\\',
]

test.group('A template', () => {
  test('keeps every text inside its gap, whatever stands in it', ({ assert }) => {
    const [json, form, xml] = [new Template(JSON_ONE), new Template(FORM), new Template(XML)]
    const texts = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'"\'\\{}<>&%=;\n/ ğş') })
    )
    fc.assert(
      fc.property(texts, (text) => {
        const { body, url } = json.request(values(text))
        assert.deepEqual(JSON.parse(body!), {
          a: { text },
          list: [{ no: '905000000001' }],
          fixed: 1,
          from: 'sender',
        })
        const pairs = [
          ['to', '905000000001'],
          ['m', text],
        ]
        assert.deepEqual([...url.searchParams], pairs)
        assert.equal(url.host, 'sms.example')

        assert.deepEqual(
          [...new URLSearchParams(form.request(values(text)).body)],
          [
            ['to', '905000000001'],
            ['text', text],
            ['from', 'sender'],
          ]
        )
        assert.equal(read(xml.request(values(text)).body!), text)
      })
    )
  })

  test('says what kind of body it sends', ({ assert }) => {
    const types = [JSON_ONE, FORM, XML].map(
      (one) => new Template(one).request(values('a')).headers!['content-type']
    )
    assert.deepEqual(types, [
      'application/json; charset=utf-8',
      'application/x-www-form-urlencoded',
      'text/xml; charset=utf-8',
    ])
    const own = new Template({ ...FORM, headers: { 'Content-Type': 'text/plain' } })
    assert.deepEqual(own.request(values('a')).headers, { 'content-type': 'text/plain' })
    const none = new Template({ ...FORM, method: 'GET', body: undefined }).request(values('a'))
    assert.deepEqual([none.body, none.headers], [undefined, {}])
  })

  const WRONG: [string, Partial<TemplateSettings>, RegExp][] = [
    ['an unknown name', { body: 'x={phone}' }, /BODY: there is no {phone}; there are {to}/],
    ['an unknown name in the URL', { url: 'https://a.example/{x}' }, /URL: there is no {x}/],
    ['a text in the path', { url: 'https://a.example/{text}' }, /only after its question mark/],
    ['JSON with a bare gap', { type: 'json', body: '{"to":{msisdn}}' }, /BODY must be JSON/],
    ['XML with CDATA', { type: 'xml', body: '<![CDATA[{text}]]>' }, /neither CDATA/],
    ['XML with a comment', { type: 'xml', body: '<!--{text}-->' }, /neither CDATA/],
    ['a text in a header', { headers: { x: '{text}' } }, /HEADERS may hold {basic}/],
    ['a broken header', { headers: { x: 'a\nb: c' } }, /header of plain letters/],
    ['a broken name', { headers: { 'x:y': 'a' } }, /header of plain letters/],
  ]
  for (const [what, change, words] of WRONG) {
    test(`is refused at start with ${what}`, ({ assert }) => {
      assert.throws(() => new Template({ ...FORM, ...change }), words)
    })
  }
})

/** The text of the only element that has one; fails when there is another element or attribute. */
function read(xml: string): string {
  const [, text] = /^<sms to="905000000001"><text>([^<>"']*)<\/text><\/sms>$/.exec(xml)!
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text!.replace(/&(\w+);/g, (_, name) => signs[name]!)
}
