import type { Danger, Level } from '../level.ts'
import type { Field } from './fields.ts'

/**
 * A rule holds where a word of each of its fields stands within so many words, and none of `unless`
 * close by. What is long past or only talked of (`past`, `talk`) is no danger, unless it is said to
 * go on now.
 */
export interface Rule {
  /** how it is called where it is shown why */
  name: string
  danger: Danger
  level: Level
  needs: readonly Field[]
  unless: readonly Field[]
  /** words from the first to the last of them */
  within: number
  /** also where the text speaks of what was; by itself it says that it goes on */
  isNow: boolean
}

interface More {
  unless?: Field[]
  within?: number
  isNow?: boolean
}

const NEAR = 8

function rules(danger: Danger, level: Level) {
  return (name: string, needs: Field[], { unless = [], within = NEAR, isNow = false }: More = {}) =>
    ({ name, danger, level, needs, unless, within, isNow }) satisfies Rule
}

const violence = rules('violence', 'atOnce')
const child = rules('child', 'atOnce')
const suicide = rules('suicide', 'atOnce')
const health = rules('health', 'atOnce')
const fire = rules('fire', 'atOnce')
const wire = rules('wire', 'atOnce')
const gas = rules('gas', 'atOnce')
const disaster = rules('disaster', 'atOnce')
const missing = rules('missing', 'atOnce')

/** In the order in which they are asked: what is said of somebody in two dangers is the first. */
export const RULES: readonly Rule[] = [
  suicide('speaksOfSuicide', ['suicide', 'intends'], { within: 4 }),
  suicide('saysSuicide', ['suicide'], { unless: ['notSuicide', 'paper', 'figure'] }),
  suicide('wantsToDie', ['endsOwnLife'], { unless: ['notOwnLife', 'figure'], isNow: true }),
  suicide('harmsOneself', ['self', 'harms'], {
    within: 4,
    unless: ['notOwnLife', 'figure'],
    isNow: true,
  }),
  suicide('swallowsAll', ['pills', 'swallows', 'allOfIt'], { within: 7 }),
  suicide('onTheEdge', ['edge', 'jumps'], { unless: ['notHuman'] }),

  child('childBeaten', ['beats', 'child'], { unless: ['notBeaten', 'figure'] }),
  child('childAbused', ['abused', 'child'], { unless: ['talk', 'figure'], isNow: true }),
  child('childMarried', ['under18', 'sold', 'forced'], { within: 10, unless: ['paper'] }),
  child('childMarriedOff', ['under18', 'marriedOff'], { within: 6, unless: ['paper'] }),
  child('childSold', ['sold', 'child', 'man'], { within: 7, unless: ['paper', 'figure'] }),
  child('childScreams', ['screams', 'child'], { unless: ['figure', 'notHuman'] }),
  child('childNeglected', ['neglected', 'child'], { within: 6, unless: ['paper', 'notHuman'] }),
  child('childAlone', ['alone', 'child', 'atHome'], { within: 7, unless: ['paper', 'notHuman'] }),

  violence('beatsMe', ['beatsMe'], { unless: ['notBeaten', 'notHuman', 'figure'] }),
  violence('beaten', ['beats', 'anyone'], { unless: ['notBeaten', 'notHuman', 'figure'] }),
  violence('beatenBy', ['beats', 'man'], { unless: ['notBeaten', 'notHuman', 'figure'] }),
  violence('suffersViolence', ['violence', 'suffers'], { within: 4 }),
  violence('violenceBy', ['violence', 'man'], { within: 5 }),
  violence('oldNeglected', ['neglected', 'old'], { within: 4, unless: ['paper', 'notHuman'] }),
  violence('toBeKilled', ['kills', 'anyone'], { unless: ['figure', 'notHuman'] }),
  violence('killedBy', ['kills', 'man'], { unless: ['figure', 'notHuman'] }),
  violence('deathThreat', ['deathThreat'], { unless: ['things'] }),
  violence('threatened', ['threat', 'man'], { unless: ['things'] }),
  violence('threatenedWith', ['threat', 'weapon']),
  violence('afraidOf', ['fear', 'man'], { within: 6, unless: ['things', 'notHuman'] }),
  violence('stalked', ['stalks', 'child', 'stranger'], { unless: ['paper', 'notHuman'] }),
  violence('followed', ['follows', 'waits', 'man'], { unless: ['notHuman'] }),
  violence('fled', ['fled', 'man'], { within: 5, unless: ['figure', 'notHuman'] }),
  violence('assaulted', ['assault', 'anyone'], {
    within: 5,
    unless: ['notHuman', 'things', 'figure', 'flood'],
  }),
  violence('armed', ['weapon', 'aims'], { within: 5, unless: ['notWeapon', 'notHuman'] }),
  violence('lockedIn', ['locked', 'anyone', 'man'], { unless: ['notHuman'] }),
  violence('breaksIn', ['breaksIn', 'goesOn'], { unless: ['notHuman'] }),
  violence('captive', ['captive'], { unless: ['notHuman'] }),
  violence('abducted', ['abducted', 'anyone'], { within: 6, unless: ['notHuman'] }),
  violence('soldByForce', ['sold', 'forced'], { within: 4 }),
  violence('abused', ['abused', 'anyone'], { unless: ['land'], within: 6 }),
  violence('abusedBy', ['abused', 'man'], { unless: ['land'], within: 6 }),
  violence('hides', ['hides']),
  violence('screams', ['screams', 'woman'], { within: 6, unless: ['figure', 'notHuman'] }),

  health('cannotBreathe', ['breath', 'breathless'], { within: 3, unless: ['foulAir'] }),
  health('unconscious', ['unconscious'], { unless: ['notHuman'] }),
  health('attack', ['attack', 'attacked'], { within: 5, unless: ['paper'] }),
  health('bleeds', ['bleeds'], { unless: ['notBlood', 'notHuman', 'figure'] }),
  health('poisoned', ['poisoned'], { unless: ['notHuman', 'figure'] }),
  health('dizzy', ['dizzy', 'fumes'], { within: 10, unless: ['foulAirOutside', 'paper'] }),
  health('gaveBirth', ['birth', 'begins'], {
    within: 4,
    unless: ['notBirth', 'paper', 'notHuman'],
  }),
  health('injured', ['injured', 'anyone'], { unless: ['equipment', 'notHuman', 'paper'] }),
  health('injuredNow', ['injured', 'now'], { unless: ['notHuman', 'paper'] }),
  health('injuredHere', ['injured', 'happens'], { within: 6, unless: ['notHuman', 'paper'] }),
  health('scalded', ['spills', 'anyone'], { unless: ['paper', 'notHuman'] }),
  health('ambulance', ['ambulance', 'come', 'ill'], { within: 10, unless: ['paper'] }),
  health('worse', ['ill', 'worse'], { within: 6, unless: ['paper', 'notHuman'] }),
  health('silent', ['silent', 'old'], { unless: ['paper', 'notMissing'] }),
  health('withoutDevice', ['device', 'stops'], { within: 5, unless: ['paper'] }),
  health('rabies', ['rabies'], { unless: ['vaccine', 'paper'] }),
  health('dogs', ['dog', 'bites', 'hurt'], { unless: ['paper'] }),
  health('sinks', ['boat', 'sinks'], { within: 3, unless: ['paper'] }),
  health('drowns', ['drowns', 'water'], { within: 6, unless: ['figure', 'foulAir', 'notHuman'] }),
  health('fell', ['falls', 'deep', 'anyone'], { unless: ['notHuman', 'paper', 'figure'] }),
  health('fellBadly', ['falls', 'badly', 'old'], { unless: ['notHuman', 'paper', 'figure'] }),
  health('childFellBadly', ['falls', 'badly', 'child'], {
    unless: ['notHuman', 'paper', 'figure'],
  }),
  health('dies', ['mortal', 'anyone'], { within: 6, unless: ['paper', 'notHuman', 'figure'] }),

  health('callsForHelp', ['callsForHelp'], { unless: ['paper', 'figure', 'notHuman'] }),
  fire('onFire', ['fire', 'burns'], { within: 5, unless: ['notFire', 'paper'] }),
  fire('burns', ['building', 'alight'], { within: 4, unless: ['notAlight', 'notFire', 'paper'] }),
  gas('gasLeaks', ['gas', 'leaks'], { within: 3, unless: ['notGas'] }),
  wire('brokenWire', ['wire', 'broken'], { within: 4, unless: ['notWire', 'paper'] }),
  wire('shock', ['shock', 'anyone'], { unless: ['paper', 'notHuman'] }),
  wire('openWire', ['wire', 'open', 'child'], { unless: ['notWire'] }),
  wire('explosive', ['explosive', 'exploding'], { within: 6, unless: ['notExplosive', 'paper'] }),

  disaster('under', ['under'], { unless: ['notUnder', 'paper'] }),
  disaster('collapses', ['structure', 'collapses', 'inside'], {
    within: 16,
    unless: ['notCollapse'],
  }),
  disaster('trapped', ['trapped', 'where'], { within: 6, unless: ['notTrapped', 'notHuman'] }),
  disaster('flood', ['flood', 'rises', 'home'], {
    within: 7,
    unless: ['cellar', 'notFlood', 'paper'],
  }),
  disaster('cutOff', ['cutOff'], { unless: ['paper'] }),
  disaster('earthquake', ['quake', 'quaking'], { within: 7, unless: ['paper', 'notCollapse'] }),
  disaster('landslide', ['landslide', 'sliding'], { within: 6, unless: ['paper'] }),
  disaster('freezing', ['cold', 'rescue'], { unless: ['paper', 'notHeat'] }),
  disaster('freezingNow', ['freezingNow'], { unless: ['notHuman', 'paper', 'notHeat'] }),
  disaster('noAir', ['airless', 'anyone'], { unless: ['foulAir', 'paper'] }),
  disaster('cannotLeave', ['cannotLeave', 'hazard'], { within: 6, unless: ['notTrapped'] }),

  missing('lost', ['lostSelf'], { unless: ['notMissing', 'paper'] }),
  missing('missing', ['missing', 'child', 'since'], {
    within: 10,
    unless: ['paper', 'notMissing'],
  }),
  missing('missingOld', ['missing', 'old', 'since'], {
    within: 10,
    unless: ['paper', 'notMissing'],
  }),

  rules('water', 'soon')('noTap', ['tap', 'offTap'], { within: 3, unless: ['notTap'] }),
  rules('water', 'soon')('withoutWater', ['noWater'], { unless: ['notTap'] }),
  rules('power', 'soon')('noPower', ['power', 'off'], { within: 3, unless: ['notPower'] }),
  rules('power', 'soon')('dark', ['dark'], { unless: ['notPower'] }),
  rules('heat', 'soon')('noHeat', ['heat', 'noHeat', 'freezes'], {
    within: 9,
    unless: ['notHeat'],
  }),
  rules('shelter', 'soon')('onTheStreet', ['street', 'sleeps'], {
    within: 4,
    unless: ['notStreet'],
  }),
  rules('shelter', 'soon')('nowhere', ['nowhere', 'child'], { unless: ['notStreet', 'paper'] }),
  rules('shelter', 'soon')('hungry', ['food', 'gone', 'child'], { within: 9, unless: ['paper'] }),
  rules('medicine', 'soon')('noMedicine', ['medicine', 'out', 'vital'], { unless: ['paper'] }),
  rules('disaster', 'soon')('floodedCellar', ['flood', 'rises', 'cellar'], {
    within: 6,
    unless: ['notFlood', 'paper'],
  }),

  rules('violenceHelp', 'ordinary')('asksForHelp', ['helpAgainstViolence', 'asksOf'], {
    isNow: true,
  }),
]
