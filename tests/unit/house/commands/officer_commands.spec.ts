import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import { Officer } from '#organisation'
import { said, sittingThere } from '#tests/support/command_line'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'

/** `asked`: for whom a password is typed, twice. */
async function exec(command: string, args: string[], asked?: string, password = '') {
  if (asked) {
    ace.prompt.trap(`${asked} password`).replyWith(password)
    ace.prompt.trap(`${asked} password again`).replyWith(password)
  }
  const { exitCode } = await ace.exec(command, args)
  return exitCode
}

test.group('The commands about officers', (group) => {
  wrapped(group)
  sittingThere(group)

  test('let somebody sign in, however the user name was written', async ({ assert }) => {
    for (const login of ['Nobetci', 'ŞUBE']) {
      const args = [login, 'Deneme Kişi', '--unit=tar', '--roles=unitOfficer,unitHead']
      assert.equal(await exec('officer:create', args, login, 'uzun-bir-parola'), 0, said())
    }
    for (const login of ['nobetci', 'sube']) {
      const officer = await Officer.verifyCredentials(login, 'uzun-bir-parola')
      assert.sameMembers((await officer.loadRoles()).roles, ['unitOfficer', 'unitHead'])
      assert.equal(officer.unitId, (await district()).unitByCode('TAR')!.id)
    }
  })

  const WRONG: [string, string, string[], string][] = [
    [
      'a user name that is taken',
      'officer:create',
      ['MASA', 'X', '--unit=none', '--roles=it'],
      '“masa”',
    ],
    ['an unknown unit', 'officer:create', ['a1', 'X', '--unit=YOK', '--roles=it'], 'AKB'],
    [
      'an unknown role',
      'officer:create',
      ['a1', 'X', '--unit=none', '--roles=sef'],
      'bureauOfficer',
    ],
    ['no role', 'officer:create', ['a1', 'X', '--unit=none', '--roles= , '], 'at least one role'],
    [
      'a role in the wrong place',
      'officer:create',
      ['a1', 'X', '--unit=TAR', '--roles=bureauChief'],
      'bureau alone',
    ],
    ['an unknown person', 'officer:password', ['kimse'], 'Nobody here has'],
    ['a user name that can be none', 'officer:leave', ["x' or 1=1"], 'no spaces'],
    ['a role in no unit', 'officer:roles', ['masa', 'unitHead', '--unit=none'], 'that answers'],
  ]
  for (const [what, command, args, sentence] of WRONG) {
    test(`say what is wrong with ${what}`, async ({ assert }) => {
      assert.equal(await exec(command, args), 1)
      assert.include(said(), sentence)
      assert.notMatch(said(), /insert into|\$scrypt|\n\s+at /)
    })
  }

  test('replace a password, and refuse one that will not do', async ({ assert }) => {
    assert.equal(await exec('officer:password', ['Masa'], 'masa', 'yeni-uzun-parola'), 0, said())
    const officer = await Officer.verifyCredentials('masa', 'yeni-uzun-parola')
    assert.equal(officer.passwordVersion, 2)
    for (const password of ['kısa', 'masa', 'x'.repeat(201)]) {
      assert.equal(await exec('officer:password', ['masa'], 'masa', password), 1)
    }
    assert.isNotNull(await Officer.verifyCredentials('masa', 'yeni-uzun-parola'))
  })

  test('change roles, list, and say who left and came back', async ({ assert }) => {
    assert.equal(await exec('officer:roles', ['sef', 'manager,it', '--unit=none']), 0, said())
    const changed = await (await Officer.findByOrFail('login', 'sef')).loadRoles()
    assert.sameMembers(changed.roles, ['manager', 'it'])
    assert.isNull(changed.unitId)
    assert.equal(await exec('officer:leave', ['sef']), 0)
    assert.isFalse((await Officer.findByOrFail('login', 'sef')).works)
    assert.equal(await exec('officer:list', []), 0)
    assert.equal(await exec('officer:leave', ['sef', '--back']), 0)
    assert.isTrue((await Officer.findByOrFail('login', 'sef')).works)
  })
})
