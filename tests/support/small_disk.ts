import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/**
 * A folder on a disk with room for so many bytes: a file system of its own in memory, where one may be
 * mounted, else one that only says that it is full, whatever is written through this process.
 */
export function smallDisk(folder: string, bytes: number) {
  const size = `size=${Math.ceil(bytes)}`
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0
  return mounted ? mountedDisk(folder) : pretendedDisk(bytes)
}

function mountedDisk(folder: string) {
  return {
    /** From here on there is room. */
    grow() {
      spawnSync('mount', ['-o', 'remount,size=200m', folder])
    },
    remove() {
      spawnSync('umount', ['-l', folder])
    },
  }
}

function pretendedDisk(bytes: number) {
  const { write, writev } = fs
  let left = bytes
  const full = () => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const counting =
    (real: (...about: unknown[]) => void, lengthOf: (data: never) => number) =>
    (...about: unknown[]) => {
      left -= lengthOf(about[1] as never)
      if (left >= 0) return real(...about)
      process.nextTick(about.at(-1) as (error: Error) => void, full())
    }
  fs.write = counting(write as never, (data: Buffer) => data.length) as never
  fs.writev = counting(writev as never, (all: Buffer[]) =>
    all.reduce((sum, { length }) => sum + length, 0)
  ) as never
  const remove = () => {
    Object.assign(fs, { write, writev })
  }
  return { grow: remove, remove }
}
