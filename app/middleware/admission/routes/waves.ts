/** What officers open of petitions that say the same. */
export const WAVES = [
  ...['waves.index', 'waves.show'],
  ...['wave_answers.store', 'wave_answers.update', 'wave_answers.destroy'],
  ...['wave_stops.store', 'wave_stops.destroy'],
]
