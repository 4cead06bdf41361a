/** An authority is kept by the people who work there, without a row that is written by hand. */
export { PLACES, placeOf } from './places.ts'
export { Farewells } from './officers/farewells.ts'
