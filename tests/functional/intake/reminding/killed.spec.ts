import { spawn } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { OPEN_STAGES } from '#intake'
import { emptied } from '#tests/support/database'
import { manyPetitions } from '#tests/support/many_petitions'
import { addresses, onAWednesday } from '#tests/support/reminding'
import { says } from '#tests/support/running/program'

test.group('A round that is killed', (group) => {
  onAWednesday(group)
  emptied(group)

  /** `node ace round`, in a process of its own, on the same Wednesday. */
  function start({ cleanup }: Pick<TestContext, 'cleanup'>) {
    const at = ['--import', app.makePath('tests/support/on_a_wednesday.ts')]
    const child = spawn(process.execPath, [...at, 'ace.js', 'round'], {
      cwd: app.makePath(),
      env: { ...process.env, NO_COLOR: '1' },
    })
    cleanup(() => void child.kill('SIGKILL'))
    return child
  }

  test('is run again, and everybody was reminded once', async ({ assert, cleanup }) => {
    await addresses('masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir')
    await manyPetitions(1500)
    const first = start({ cleanup })
    await says('open petitions looked at', first)
    const gone = new Promise((ended) => first.once('close', ended))
    first.kill('SIGKILL')
    await gone
    const before = await db.from('reminders')
    assert.isNotEmpty(before)
    assert.isEmpty(await db.from('digests'), 'it was killed on its way')

    const [one, other] = [start({ cleanup }), start({ cleanup })]
    await Promise.all([says('Looked at', one), says('Looked at', other)])
    const round = await db.from('daily_rounds').firstOrFail()
    assert.isNotNull(round.finished_at)
    await noneTwice(assert)
    const open = await db.from('petitions').whereIn('stage', [...OPEN_STAGES])
    assert.equal(round.looked, open.length)
  })

  /** Each rung has a step, each step its rungs, and each person one digest with one message. */
  async function noneTwice(assert: TestContext['assert']) {
    const reminders = await db.from('reminders')
    const keys = reminders.map((one) =>
      [one.petition_id, one.clock, String(one.last_day), one.rung, one.unit_id].join()
    )
    assert.lengthOf(new Set(keys), keys.length)
    const steps = await db.from('steps').whereIn('kind', ['reminded', 'climbed'])
    assert.lengthOf(new Set(reminders.map((one) => one.step_id)), steps.length)
    const petitions = steps.map(({ petition_id: id }) => id)
    assert.lengthOf(new Set(petitions), petitions.length)
    const digests = await db.from('digests')
    assert.lengthOf(await db.from('messages').where('event', 'digest'), digests.length)
    assert.lengthOf(digests, 5)
  }
})
