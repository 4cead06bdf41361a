import encryption from '@adonisjs/core/services/encryption'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { insertRows } from '#database/fill'
import { nameKey } from '#intake'
import { blindIndex } from '#shared/keys'

/** Telephones of the training range. */
const TELEPHONES = 1_000_000

export interface Person {
  nationalId: string
  phone: string
  email: string
}

/** The same number is always the same person, who never lived. */
export function person(number: number): Person {
  const nine = String(100_000_000 + ((number * 7_368_787) % 899_999_999))
  return {
    nationalId: nine + checkDigits([...nine].map(Number)),
    phone: `+90500${String((number * 7919) % TELEPHONES).padStart(7, '0')}`,
    email: `kisi${number}@ornek.example`,
  }
}

/** The people of a crowd, sealed and indexed as the application does it, in a table of this connection. */
export async function fillPeople(count: number, client: QueryClientContract) {
  await client.rawQuery(
    `create temporary table crowd_people (person integer primary key, name varchar(60), name_index varchar(64),
       national_id varchar(255), national_id_index varchar(64), phone varchar(255),
       phone_index varchar(64), email varchar(255), email_index varchar(64), address varchar(255))`
  )
  const rows = Array.from({ length: count }, (_, number) => rowOf(number))
  await insertRows(client, 'crowd_people', rows)
}

function rowOf(number: number) {
  const { nationalId, phone, email } = person(number)
  const name = `Ayşe Deneme ${number}`
  return {
    person: number,
    name,
    name_index: nameKey(name),
    national_id: encryption.encrypt(nationalId),
    national_id_index: blindIndex('nationalId', nationalId),
    phone: encryption.encrypt(phone),
    phone_index: blindIndex('phone', phone),
    email: encryption.encrypt(email),
    email_index: blindIndex('email', email),
    address: encryption.encrypt(`Zeytinli Mahallesi ${number}, Edremit`),
  }
}

/** The population registry's rule (app/shared/typed/national_id.ts). */
function checkDigits(digits: number[]) {
  const sum = (some: number[]) => some.reduce((one, other) => one + other, 0)
  const odd = sum(digits.filter((_, at) => at % 2 === 0))
  const even = sum(digits.filter((_, at) => at % 2 === 1))
  const tenth = (((7 * odd - even) % 10) + 10) % 10
  return `${tenth}${(sum(digits) + tenth) % 10}`
}
