import { test } from '@japa/runner'
import { placeIn } from '#organisation'

const PLACES = [
  'Akçay Mahallesi',
  'Güre Mahallesi',
  'Çamlıbel Mahallesi',
  'Çamlıbel Köyü',
  'Işıklar Köyü',
]

test.group('A place that somebody typed', () => {
  test('is the one of the list, by its whole name: {0}')
    .with([
      ['akcay', 'Akçay Mahallesi'],
      ['AKÇAY MAH.', 'Akçay Mahallesi'],
      ['gure mahallesi', 'Güre Mahallesi'],
      ['Güre mh', 'Güre Mahallesi'],
      ['ISIKLAR KÖY', 'Işıklar Köyü'],
      ['akçay mah, Sahil Sokak no 3', 'Akçay Mahallesi, Sahil Sokak no 3'],
    ])
    .run(({ assert }, [typed, place]) => {
      assert.equal(placeIn(typed!, PLACES), place)
    })

  test('stays as it was typed, where it is none or one of two: {$self}')
    .with(['Zeytinli', 'çamlıbel', 'akçay sahil', 'mahallesi', '', ','])
    .run(({ assert }, typed) => {
      assert.equal(placeIn(typed, PLACES), typed)
    })
})
