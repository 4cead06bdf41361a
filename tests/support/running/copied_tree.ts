import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const NOT_COPIED = ['node_modules', 'tmp', 'build', '.git', '.env', 'docs']

/**
 * The project once more, in a temporary folder, for what would write into it; nobody's own settings
 * come along. Gone when `use` is done.
 */
export async function inCopiedTree<T>(use: (folder: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), 'acik-kapi-copy-'))
  try {
    const names = await readdir('.')
    for (const name of names.filter((entry) => !NOT_COPIED.includes(entry))) {
      await cp(name, join(folder, name), { recursive: true })
    }
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))
    await mkdir(join(folder, 'tmp'))
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
