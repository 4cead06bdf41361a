import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { SlipCode } from '../../../../app/intake/slip/slip_code.ts'
import { SigningKey } from '../../../../app/intake/slip/slip_key.ts'
import { SlipKeys } from '../../../../app/intake/slip/slip_keys.ts'

const TODAY = DateTime.now().setZone('Europe/Istanbul')
const day = (days: number) => TODAY.plus({ days }).toFormat('yyyyMMdd')
const NUMBER = '2604812075'

const [seed, before, other] = [7, 8, 9].map((byte) => Buffer.alloc(32, byte)) as [
  Buffer,
  Buffer,
  Buffer,
]
const issue = (on: string, by: Buffer) =>
  SlipCode.issue(NUMBER, on, randomBytes(32), new SigningKey(by))

/** An installation that signs with one key, and signed with another until ten days ago. */
export const KEYS = new SlipKeys(
  seed.toString('base64url'),
  `${new SigningKey(before).public.raw}@${TODAY.minus({ days: 10 }).toISODate()}`
)

const good = issue(day(0), seed)
/** Another digit or letter at that place. */
const changed = (at: number, to: string) => good.slice(0, at) + to + good.slice(at + 1)

/** What somebody may hold before a camera, and what is said of it. */
export const CASES: Record<string, [verdict: string, text: string]> = {
  'today’s': ['genuine', good],
  'one in small letters, with a Turkish i, in three lines': [
    'genuine',
    ` ${good.toLocaleLowerCase('tr').replace(/.{70}/g, '$&\r\n ')}`,
  ],
  'one signed by the key of before, in its time': ['retired', issue(day(-10), before)],
  'one signed by the key of before, after its last day': ['tooLate', issue(day(-9), before)],
  'one with another digit in its number': ['changed', changed(4, good[4] === '4' ? '5' : '4')],
  'one with another day': ['changed', changed(20, good[20] === '1' ? '2' : '1')],
  'one with another letter in its digest': ['changed', changed(60, good[60] === 'A' ? 'B' : 'A')],
  'one with another letter in its signature': [
    'changed',
    changed(150, good[150] === 'A' ? 'B' : 'A'),
  ],
  'one that was not read to its end': ['changed', good.slice(0, -1)],
  'one that was read twice': ['changed', good + good],
  'another installation’s': ['stranger', issue(day(0), other)],
  'one of a day that has not come': ['future', issue(day(2), seed)],
  'one in Cyrillic letters': ['notSlip', good.replace('AK1', 'АК1')],
  'one in Arabic digits': ['changed', good.replace('0', '٠')],
  'a digit that base 32 has not': ['changed', changed(100, '8')],
  'the look-up’s': ['lookUp', `https://acikkapi.ornek.example/sorgula?numara=${NUMBER}`],
  'somebody’s words': ['notSlip', 'Köyümüzün yolu çok bozuk'],
  'a hundred thousand letters': ['notSlip', 'c'.repeat(100_000)],
  'a hundred thousand letters that begin well': ['changed', good + 'A'.repeat(100_000)],
}
