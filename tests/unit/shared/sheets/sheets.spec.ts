import { deflateRawSync } from 'node:zlib'
import { test } from '@japa/runner'
import { isFormula, readSheet, unguarded, writeSheet } from '#shared/sheets/sheets'
import { guarded } from '#shared/sheets/guarded'
import { windows1254 } from '#tests/support/windows1254'

const LIST = [
  ['Gün', 'Ad'],
  ['1.5.2027', 'Işık; “çığ”, "ŞEN"\nöğle'],
]

test.group('A file', () => {
  test('is read in UTF-8 with and without BOM and in Windows-1254, parted by ; or ,', async ({
    assert,
  }) => {
    const wanted = [
      ['Gün', 'Ad'],
      ['1.5.2027', 'çığş'],
    ]
    for (const sign of [';', ',']) {
      const text = wanted.map((line) => line.join(sign)).join('\r\n')
      const files = [Buffer.from(text), Buffer.from(`\ufeff${text}`), windows1254(text)]
      for (const file of files) assert.deepEqual(await readSheet(file), wanted)
    }
  })

  for (const format of ['csv', 'xlsx'] as const) {
    test(`that was written as ${format} says the same again`, async ({ assert }) => {
      const cells = ['=1+1', '+90 266', '-5', '@a', "'=x", "''@y", "o'ne", '007']
      const table = [...LIST, ['x', ''], ...cells.map((cell) => [cell, cell])]
      const read = await readSheet(await writeSheet(table, format))
      const plain = read.map((line) => line.map((cell) => unguarded(cell ?? '')))
      assert.deepEqual(plain, table)
    })
  }

  test('writes nothing that a spreadsheet would reckon', async ({ assert }) => {
    for (const text of ['=cmd|x', '+1', '-1', '@SUM(A1)']) {
      assert.equal(guarded(text), `'${text}`)
      assert.equal(unguarded(guarded(text)), text)
    }
    assert.isTrue(isFormula('=cmd'))
    assert.isTrue(isFormula("+cmd|' /C calc'!A0"))
    assert.isFalse(isFormula('+90 (266) 373 10 10'))
  })

  const refused: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['of DOS', () => Buffer.from([...Buffer.from('Ad;G\n'), 0x8d, 0x9f, 0x81]), 'file.encoding'],
    ['of UTF-16', () => Buffer.from('\ufeffAd;Gün\n1;2\n', 'utf16le'), 'file.encoding'],
    ['with a quotation mark that stays open', () => Buffer.from('Ad;"Gün\n1;2'), 'file.quotes'],
    ['of the Excel of before', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'file.old'],
    ['that only looks like a workbook', () => Buffer.from('PK\u0003\u0004 no'), 'file.workbook'],
    ['with nothing below its first line', () => Buffer.from('Ad;Gün\n;\n'), 'file.empty'],
    ['of 20,000 lines', () => Buffer.from('Ad\n' + 'a\n'.repeat(20_000)), 'file.lines'],
    ['that unpacks to gigabytes', () => bomb(3 * 1024 ** 3), 'file.unpacked'],
    ['that unpacks to more than it says', () => bomb(10), 'file.workbook'],
  ]
  for (const [name, file, reason] of refused) {
    test(`${name} is refused, and said why`, async ({ assert }) => {
      await assert.rejects(async () => readSheet(await file()), reason)
    })
  }

  test('with one cell in the last corner of a sheet holds up nobody', async ({ assert }) => {
    const corner = await cornered()
    await assert.rejects(() => readSheet(corner))
  }).timeout(60_000)
})

/** A ZIP of one file of a megabyte, that says it holds so many bytes. */
function bomb(said: number) {
  return zipped([{ name: 'xl/workbook.xml', text: ' '.repeat(1024 * 1024), said }])
}

async function cornered() {
  const whole = 'http://schemas.openxmlformats.org/'
  const main = `${whole}spreadsheetml/2006/main`
  const documents = `${whole}officeDocument/2006/relationships`
  const packages = `${whole}package/2006`
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`,
  }
  return zipped(Object.entries(files).map(([name, text]) => ({ name, text })))
}

function zipped(files: { name: string; text: string; said?: number }[]) {
  const entries = files.map(({ name, text, said = text.length }) => {
    const packed = deflateRawSync(text)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(said, 22)
    head.writeUInt16LE(name.length, 26)
    return { name, packed, said, local: Buffer.concat([head, Buffer.from(name), packed]) }
  })
  let at = 0
  const central = entries.map(({ name, packed, said, local }) => {
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(8, 10)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt32LE(said, 24)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(at, 42)
    at += local.length
    return Buffer.concat([head, Buffer.from(name)])
  })
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...entries.map(({ local }) => local), directory, end])
}
