import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from '@japa/runner'

/** Lines with something on them: the longest file, and the one in the middle. */
const LONGEST = 250
const MEDIAN = 40
/** Files that stand beside each other without a room of their own. */
const LOOSE = 12

const files = globSync('app/**/*.ts')
const sizes = files.map((file) => ({ file, lines: linesOf(readFileSync(file, 'utf8')) }))

function linesOf(code: string) {
  return code.split('\n').filter((line) => line.trim() !== '').length
}

function isRoomOfItsKind(folder: string) {
  return /\/(controllers|models)$/.test(folder)
}

test.group('The house stays readable', () => {
  test('has no file that holds a second thing', ({ assert }) => {
    assert.isAbove(sizes.length, 250)
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > LONGEST),
      []
    )
  })

  test('fits one screen in most files', ({ assert }) => {
    const sorted = sizes.map(({ lines }) => lines).sort((one, other) => one - other)
    assert.isAtMost(sorted[Math.floor(sorted.length / 2)]!, MEDIAN)
  })

  test('has a room for what would be a heap', ({ assert }) => {
    const folders = Object.entries(Object.groupBy(files, dirname))
    const heaps = folders.filter(
      ([folder, inside]) => !isRoomOfItsKind(folder) && inside!.length > LOOSE
    )
    assert.deepEqual(heaps, [])
  })
})
