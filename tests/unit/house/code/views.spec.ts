import { test } from '@japa/runner'
import { globSync, readFileSync } from 'node:fs'
import { houseRules } from '#tests/support/house_rules'

const { MAY_USE, TABLES } = await houseRules()
const MODULES = Object.keys(TABLES)
const INCLUDING = /@!?(?:include|includeIf|component)\(([^\n]*)/g
const NAMED = /['"`]([\w./-]+\/[\w./-]+)['"`]/g

/**
 * A template shows its own folder's files and the components; of a module that its own may use, what
 * lies in `public/`. (`path` is below resources/views; a file that is no module's asks for nothing.)
 */
function foreignIncludes(path: string, text: string) {
  return mentioned(INCLUDING, text).filter((view) => !mayInclude(path.split('/')[0]!, view))
}

function mayInclude(own: string, view: string) {
  const [folder, second] = view.split('/')
  if (folder === own || folder === 'components') return true
  const doors = own === 'errors' ? MAY_USE.exceptions : MAY_USE[own]
  return second === 'public' && Boolean(doors?.includes(folder!))
}

/** A module's controllers name no page of another module. */
function foreignPages(path: string, code: string) {
  const own = path.split('/')[1]!
  const others = MODULES.filter((module) => module !== own)
  return names(code).filter((view) => others.includes(view.split('/')[0]!))
}

/** The views named in a tag; a name that only appears at run time cannot be checked. */
function mentioned(pattern: RegExp, text: string) {
  return [...text.matchAll(pattern)].flatMap(([tag, args]) => {
    const views = names(args!)
    return views.length > 0 ? views : [`computed: ${tag}`]
  })
}

function names(text: string) {
  return [...text.matchAll(NAMED)].map(([, view]) => view!)
}

/** A tag within a line is shown as it stands: Edge reads those that have a line of their own. */
function shownAsTheyStand(text: string) {
  return text
    .split('\n')
    .filter((line) => /^.*\S.*@!?(include|includeIf|each|if|elseif|let)\(/.test(line))
}

/** Edge calls all that a page was given by this name: a value of the page's own never comes through. */
function namesState(text: string) {
  const code = [...text.matchAll(/\{\{(.*?)\}\}|^@\w+\((.*)\)$/gm)].map(
    ([, shown, tag]) => shown ?? tag!
  )
  return code.filter((one) => /(?<![.\w])state(?![\w:])/.test(one.replace(/'[^']*'/g, '')))
}

test.group('Views keep to their module', () => {
  test('every template includes only what it may', ({ assert }) => {
    const files = globSync('**/*.edge', { cwd: 'resources/views' })
    assert.isNotEmpty(files)
    for (const file of files) {
      assert.deepEqual(
        foreignIncludes(file, readFileSync(`resources/views/${file}`, 'utf8')),
        [],
        file
      )
    }
  })

  test('every module renders only its own pages', ({ assert }) => {
    for (const file of MODULES.flatMap((module) => globSync(`app/${module}/**/*_controller.ts`))) {
      assert.deepEqual(foreignPages(file, readFileSync(file, 'utf8')), [], file)
    }
  })

  test('every template that is included is there', ({ assert }) => {
    for (const file of globSync('resources/views/**/*.edge')) {
      const missing = mentioned(INCLUDING, readFileSync(file, 'utf8')).filter(
        (view) => globSync(`resources/views/${view}.edge`).length === 0
      )
      assert.deepEqual(missing, [], file)
    }
  })

  test('every tag is read, and no page asks for what Edge calls its own', ({ assert }) => {
    for (const file of globSync('resources/views/**/*.edge')) {
      const text = readFileSync(file, 'utf8')
      assert.deepEqual([...shownAsTheyStand(text), ...namesState(text)], [], file)
    }
    assert.lengthOf(shownAsTheyStand(`<td>@include('intake/x')</td>`), 1)
    assert.lengthOf(namesState(`<p>{{ t('units.' + state) }}</p>`), 1)
    assert.isEmpty(namesState(`<p>{{ t('units.state') + one.state }}</p>`))
  })

  test('notices what must not be included', ({ assert }) => {
    const refused = [
      ['intake/home.edge', `@include('routing/public/queue')`],
      ['intake/home.edge', `@!include('notification/public/bell')`],
      ['routing/queue/index.edge', `@include('intake/petitions/_petition')`],
      ['routing/queue/index.edge', `@includeIf(open, 'intake/petitions/_petition')`],
      ['response/cards/show.edge', `@component('insight/public/figure')`],
      ['organisation/sessions/create.edge', `@include("intake/public/receipt")`],
      ['components/problems.edge', `@include('intake/public/receipt')`],
      ['errors/not_found.edge', `@include('insight/public/figures')`],
      ['intake/home.edge', '@include(partial)'],
    ]
    for (const [path, text] of refused) {
      assert.lengthOf(foreignIncludes(path!, text!), 1, `${path}: ${text}`)
    }
  })

  test('lets through what may be included', ({ assert }) => {
    const allowed = [
      ['intake/home.edge', `@include('intake/petitions/_petition')`],
      ['intake/home.edge', `@!component('components/problems', { problems })`],
      ['response/cards/show.edge', `@include('intake/public/receipt')`],
      ['insight/figures/index.edge', `@includeIf(open, 'routing/public/queue')`],
      ['errors/not_found.edge', `@include('intake/public/look_up_form')`],
    ]
    for (const [path, text] of allowed) {
      assert.deepEqual(foreignIncludes(path!, text!), [], `${path}: ${text}`)
    }
  })

  test('notices a page of another module in a controller', ({ assert }) => {
    const code = `return view.render('intake/petitions/create', page)`
    assert.deepEqual(foreignPages('app/routing/x.ts', code), ['intake/petitions/create'])
    assert.deepEqual(foreignPages('app/intake/x.ts', code), [])
  })
})
