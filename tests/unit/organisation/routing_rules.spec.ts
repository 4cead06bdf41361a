import { test } from '@japa/runner'
import { SubjectTree } from '../../../app/organisation/subjects/tree.ts'
import { reaches, type World } from '../../../app/organisation/routing_rules/reach.ts'
import type { Conditions } from '../../../app/organisation/routing_rules/conditions.ts'

const ANY: Conditions = {
  headingId: null,
  subjectId: null,
  neighbourhoodId: null,
  placeKind: null,
  kind: null,
  urgency: null,
}

/** Roads (1: road, 2: bridge) and water (3); a quarter 10 and a village 20. */
function world(merged: Record<number, number> = {}): World {
  const headings = [{ id: 1 }, { id: 2 }] as never[]
  const subjects = [1, 2, 3].map((id) => ({
    id,
    headingId: id < 3 ? 1 : 2,
    mergedIntoId: merged[id] ?? null,
  })) as never[]
  const open = [1, 2, 3].filter((id) => !(id in merged))
  return {
    tree: new SubjectTree(headings, subjects),
    subject: [null, ...open],
    place: [null, { id: 10, kind: 'quarter' }, { id: 20, kind: 'village' }],
    kind: ['request', 'complaint'],
    urgency: ['soon', 'ordinary'],
  }
}

function rule(asks: Partial<Conditions>): Conditions {
  return { ...ANY, ...asks }
}

function heard(one: Partial<Conditions>, before: Partial<Conditions>[], merged = {}) {
  return reaches(rule(one), before.map(rule), world(merged))
}

test.group('A routing rule can speak', () => {
  test('behind what is narrower or something else', ({ assert }) => {
    assert.isTrue(heard({ subjectId: 1 }, []))
    assert.isTrue(heard({ subjectId: 1 }, [{ subjectId: 2 }]))
    assert.isTrue(heard({ headingId: 1 }, [{ subjectId: 1 }]))
    assert.isTrue(heard({ subjectId: 1 }, [{ subjectId: 1, placeKind: 'village' }]))
    assert.isTrue(heard({ placeKind: 'village' }, [{ placeKind: 'quarter' }]))
  })

  test('not behind what takes all of it', ({ assert }) => {
    assert.isFalse(heard({ subjectId: 1 }, [{ headingId: 1 }]))
    assert.isFalse(heard({ subjectId: 1, kind: 'request' }, [{ kind: 'request' }]))
    assert.isFalse(heard({ neighbourhoodId: 20 }, [{ placeKind: 'village' }]))
  })

  test('not behind several that leave nothing together', ({ assert }) => {
    const kinds = [{ kind: 'request' }, { kind: 'complaint' }]
    assert.isFalse(heard({ subjectId: 3 }, kinds))
    assert.isTrue(heard({ subjectId: 3 }, [kinds[0]!]))
    assert.isFalse(heard({ headingId: 1 }, [{ subjectId: 1 }, { subjectId: 2 }]))
    const rest = { kind: 'complaint', urgency: 'soon' }
    assert.isTrue(heard({ subjectId: 3 }, [kinds[0]!, rest]))
    assert.isFalse(heard({ subjectId: 3, urgency: 'soon' }, [kinds[0]!, rest]))
  })

  test('not when its subject was merged into one that is taken', ({ assert }) => {
    assert.isTrue(heard({ subjectId: 2 }, [{ subjectId: 1 }]))
    assert.isFalse(heard({ subjectId: 2 }, [{ subjectId: 1 }], { 2: 1 }))
  })

  test('anywhere that no place is known, but for what asks a place', ({ assert }) => {
    const places = [{ placeKind: 'village' }, { placeKind: 'quarter' }]
    assert.isTrue(heard({ subjectId: 1 }, places))
    assert.isFalse(heard({ subjectId: 1, neighbourhoodId: 10 }, places))
  })

  test('as quickly among two hundred', ({ assert }) => {
    const before = Array.from({ length: 199 }, (_, at) => ({ subjectId: (at % 3) + 1 }))
    assert.isFalse(heard({ subjectId: 3, kind: 'request' }, before))
    assert.isTrue(heard({ kind: 'request' }, before))
  })
})
