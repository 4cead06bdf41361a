import { test } from '@japa/runner'
import { COMMON_WORDS } from '../../../../app/organisation/passwords/common_words.ts'
import { wrongWithPassword } from '../../../../app/organisation/passwords/rules.ts'
import { SlipPassword } from '../../../../app/organisation/passwords/slip_password.ts'

const OWNER = { login: 'ayse.yilmaz', name: 'Ayşe Yılmaz', place: 'Edremit Kaymakamlığı Edremit' }
const ruleFor = (password: string) => wrongWithPassword(password, OWNER)?.rule ?? null

test.group('A password', () => {
  test('is as long as fifteen characters and no longer than 128', ({ assert }) => {
    assert.equal(ruleFor('kestane dalda'), 'minLength')
    assert.isNull(ruleFor('kestane dalda 3'))
    assert.isNull(ruleFor(`${'ağaçlar göğe erişir '.repeat(6)}uzunca.`))
    assert.equal(ruleFor(`${'ağaçlar göğe erişir '.repeat(7)}`), 'maxLength')
  })

  test('may be of any characters', ({ assert }) => {
    for (const good of [
      'üç köpek, beş uçurtma',
      '839201847362519',
      'correct horse battery staple',
      'ЖЖ зелёный дом у реки',
      'x!9#qL_2v@Zr7&p',
    ]) {
      assert.isNull(ruleFor(good), good)
    }
  })

  test('is not one that everybody would try first', ({ assert }) => {
    for (const bad of [
      ...[
        'galatasaray1905',
        'Galatasaray.1905',
        'G4l4t4s4r4y1905',
        'fenerbahçe1907!!',
        'BEŞİKTAŞ1903....',
      ],
      ...['123456789012345', '1234567890qwertyuiop', 'qwertyuiopasdfgh', 'aaaaaaaaaaaaaaaa'],
      ...[
        'passwordpassword',
        'parolaparola123',
        'P@ssw0rdP@ssw0rd',
        'sifresifresifre',
        'şifreşifre12345',
      ],
      ...[
        'kedikedikedikedi',
        'iloveyouiloveyou',
        'seniseviyorum1453',
        'mustafakemal1881',
        '1q2w3e4r5t6y7u8i',
      ],
    ]) {
      assert.equal(ruleFor(bad), 'common', bad)
    }
  })

  test('is none of tens of thousands of words with a year or figures behind them', ({ assert }) => {
    const years = ['1453', '1903', '1905', '1907', '1923', '1981', '2000', '2024', '2025', '2026']
    const ends = ['', '1', '12', '123', '1234', '321', '!', '.', '*', '01', '99', ...years]
    const long = COMMON_WORDS.flatMap((word) => ends.map((end) => `${word}${word}${word}${end}`))
    const tried = long.filter((password) => [...password].length >= 15 && password.length <= 128)
    assert.isAbove(tried.length, 10_000)
    assert.deepEqual(
      tried.filter((password) => ruleFor(password) === null),
      []
    )
  })

  test('is not made of login, name and authority', ({ assert }) => {
    for (const bad of [
      ...['ayse.yilmaz.ayse', 'AyşeYılmaz2026!!', 'yilmazyilmaz1234', 'ayse.yilmaz12345'],
      ...['edremitkaymakamligi', 'Edremit.Kaymakamlığı', 'edremit-edremit-10'],
    ]) {
      assert.equal(ruleFor(bad), 'own', bad)
    }
    assert.isNull(ruleFor('Ayşe üç uçurtma dikti'))
  })

  test('takes as long as it is long', ({ assert }) => {
    assert.equal(ruleFor('\u{1F600}'.repeat(15)), 'common')
    assert.equal(ruleFor('a'.repeat(100_000)), 'maxLength')
  })
})

test.group('The password on a slip', () => {
  test('is read however it was copied', ({ assert }) => {
    const password = SlipPassword.make()
    assert.match(password, /^[a-z2-9]{16}$/)
    const shown = SlipPassword.shown(password)
    assert.match(shown, /^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    for (const copied of [shown, shown.toUpperCase(), shown.replaceAll('-', ' '), password]) {
      assert.equal(SlipPassword.read(copied), password)
    }
    // Turkish capitals: i becomes İ on a Turkish keyboard, and nobody sees the difference.
    assert.equal(SlipPassword.read('İIıi'), 'iiii')
    assert.notEqual(SlipPassword.make(), password)
  })
})
