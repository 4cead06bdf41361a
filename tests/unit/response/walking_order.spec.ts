import { test } from '@japa/runner'
import { houseOf, inWalkingOrder } from '../../../app/response/contacts/round/walking_order.ts'

const visit = (address: string, place: string | null = null) => ({
  address,
  house: houseOf(address, place),
})

test.group('A round of visits', () => {
  test('finds quarter, street and number as people write them', ({ assert }) => {
    assert.deepEqual(houseOf('Zeytinli Mah. Çınar Sk. No:12/3 Edremit', null), {
      quarter: 'Zeytinli',
      street: 'Çınar Sk.',
      number: '12',
    })
    assert.deepEqual(houseOf('Akçay Mahallesi, Atatürk Caddesi 5', null), {
      quarter: 'Akçay',
      street: 'Atatürk Caddesi',
      number: '5',
    })
    assert.deepEqual(houseOf('Kızılkeçili Köyü no 7', null), {
      quarter: 'Kızılkeçili',
      street: '',
      number: '7',
    })
    assert.equal(houseOf('Çınar Sokak 4', 'Güre Mahallesi').quarter, 'Güre')
    assert.deepEqual(houseOf('', null), { quarter: '', street: '', number: '' })
  })

  test('goes by quarter, street and number, as one walks', ({ assert }) => {
    const visits = [
      visit('Zeytinli Mah. Çınar Sk. No:10'),
      visit('adresi yok'),
      visit('Akçay Mah. Zeytin Sk. No:1'),
      visit('Zeytinli Mah. Çınar Sk. No:9'),
      visit('Akçay Mah. Çam Sk. No:2'),
    ]
    assert.deepEqual(
      inWalkingOrder(visits).map(({ address }) => address),
      [
        'Akçay Mah. Çam Sk. No:2',
        'Akçay Mah. Zeytin Sk. No:1',
        'Zeytinli Mah. Çınar Sk. No:9',
        'Zeytinli Mah. Çınar Sk. No:10',
        'adresi yok',
      ]
    )
  })
})
