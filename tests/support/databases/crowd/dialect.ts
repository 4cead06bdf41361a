/** What the two databases say differently; everything else of the crowd is plain SQL. */
export interface Dialect {
  /** Rows of one column `n`, from the first number to the last. */
  numbers(first: number, last: number): string
  /** Whole part of a quotient. */
  div(dividend: string, divisor: number): string
  /** A moment so many seconds after another. */
  after(moment: string, seconds: string): string
  /** 64 hex digits of no order. */
  digest(number: string): string
  /** Of a table of this connection alone; any other drop would commit on MariaDB. */
  drop: string
}

const mysql: Dialect = {
  numbers: (first, last) => `select seq as n from seq_${first}_to_${last}`,
  div: (dividend, divisor) => `((${dividend}) div ${divisor})`,
  after: (moment, seconds) => `timestampadd(second, ${seconds}, ${moment})`,
  digest: (number) => `sha2(${number}, 256)`,
  drop: 'drop temporary table',
}

const sqlite: Dialect = {
  numbers: (first, last) =>
    `select n from (with recursive counted(n) as (select ${first} union all
       select n + 1 from counted where n < ${last}) select n from counted)`,
  div: (dividend, divisor) => `((${dividend}) / ${divisor})`,
  after: (moment, seconds) => `datetime(${moment}, concat(${seconds}, ' seconds'))`,
  digest: (number) => {
    const eight = (prime: number) => `printf('%08x', (${number}) * ${prime} % 4294967291)`
    return `concat(${[...PRIMES].map(eight).join(', ')})`
  },
  drop: 'drop table',
}

const PRIMES = [
  2654435761, 2246822519, 3266489917, 668265263, 374761393, 2147483647, 1640531513, 1013904223,
]

export function dialectOf({ dialect }: { dialect: { name: string } }) {
  return dialect.name === 'mysql' ? mysql : sqlite
}
