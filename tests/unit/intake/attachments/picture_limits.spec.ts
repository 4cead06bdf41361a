import { test } from '@japa/runner'
import { heldBytes, MOST_HELD } from '../../../../app/intake/attachments/checking/picture_limits.ts'

const jpeg = { format: 'jpeg', width: 10, height: 10, channels: 3, depth: 'uchar' }
const png = { format: 'png', width: 10, height: 10, channels: 4, depth: 'uchar' }

test.group('What a picture holds while it is read', () => {
  const held: [string, Parameters<typeof heldBytes>[0], number][] = [
    ['a JPEG line by line', { ...jpeg, isProgressive: false }, 0],
    [
      'a JPEG in rounds, colours of four pixels',
      { ...jpeg, isProgressive: true, chromaSubsampling: '4:2:0' },
      300,
    ],
    ['of two', { ...jpeg, isProgressive: true, chromaSubsampling: '4:2:2' }, 400],
    ['of each', { ...jpeg, isProgressive: true, chromaSubsampling: '4:4:4' }, 600],
    [
      'for print, four of each',
      { ...jpeg, channels: 4, isProgressive: true, chromaSubsampling: '4:4:4:4' },
      800,
    ],
    ['a PNG line by line', { ...png, isProgressive: false }, 0],
    ['a PNG in rounds', { ...png, isProgressive: true }, 400],
    ['with twice the depth', { ...png, depth: 'ushort', isProgressive: true }, 800],
    ['a WebP', { ...png, format: 'webp' }, 400],
    ['a HEIC', { format: 'heif', width: 10, height: 10 }, 600],
  ]
  for (const [what, told, bytes] of held) {
    test(what, ({ assert }) => assert.equal(heldBytes(told), bytes))
  }

  test('lets through what telephones take', ({ assert }) => {
    const megapixels = (count: number) => ({ width: count * 1000, height: 1000 })
    assert.isAtMost(heldBytes({ ...megapixels(24), format: 'heif' }), MOST_HELD)
    assert.equal(heldBytes({ ...jpeg, ...megapixels(50), isProgressive: false }), 0)
  })
})
