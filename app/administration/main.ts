/** An authority is kept by the people who work there, without a row that is written by hand. */
export {
  FirstOffice,
  type Administrator,
  type Province,
  type Setting,
} from './setup/first_office.ts'
export { GROUPS, PLACES, placeOf } from './places.ts'
export { Farewells } from './officers/farewells.ts'
